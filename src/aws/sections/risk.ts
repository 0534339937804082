import {
  DescribeRiskConfigurationCommand,
  type RiskConfigurationType,
} from '@aws-sdk/client-cognito-identity-provider';
import { sameContent } from '../../model/equality.js';
import type { Listed } from '../../model/facet.js';
import { OF_THE_POOL, ofEachClient } from './attached.js';
import type { ReadContext, SectionReader } from './context.js';

/** A client without a configuration of its own is answered with the pool's, and that is none of the client's. */
export const risk: SectionReader<'risk'> = async (context) => {
  const pool = await describe(context);
  // Without threat protection there is none, for no client either.
  if (pool === undefined) return [];
  const own = await ofEachClient(context, async (ClientId) => {
    const answer = await describe(context, ClientId);
    return answer && isOwn(answer, pool, ClientId) ? answer : undefined;
  });
  const whole: Listed<RiskConfigurationType>[] = isEmpty(pool)
    ? []
    : [{ name: OF_THE_POOL, item: { ok: true, value: pool } }];
  return [...whole, ...own];
};

/** `UserPoolAddOnNotEnabledException` is AWS's word for a pool without threat protection. */
async function describe(
  { client, UserPoolId }: ReadContext,
  ClientId?: string,
): Promise<RiskConfigurationType | undefined> {
  try {
    const { RiskConfiguration } = await client.send(new DescribeRiskConfigurationCommand({ UserPoolId, ClientId }));
    if (!RiskConfiguration) throw new Error('DescribeRiskConfiguration answered without a configuration');
    return RiskConfiguration;
  } catch (error) {
    if (error instanceof Error && error.name === 'UserPoolAddOnNotEnabledException') return undefined;
    throw error;
  }
}

/** “When this parameter isn't present, the risk configuration applies to all user pool app clients that don't have client-level settings.” */
function isOwn(answer: RiskConfigurationType, pool: RiskConfigurationType, ClientId: string): boolean {
  if (isEmpty(answer)) return false;
  return answer.ClientId === ClientId || !sameContent(contentOf(answer), contentOf(pool));
}

function isEmpty(configuration: RiskConfigurationType): boolean {
  return Object.values(contentOf(configuration)).every((part) => part === undefined);
}

function contentOf(configuration: RiskConfigurationType): object {
  const { CompromisedCredentialsRiskConfiguration, AccountTakeoverRiskConfiguration, RiskExceptionConfiguration } =
    configuration;
  return { CompromisedCredentialsRiskConfiguration, AccountTakeoverRiskConfiguration, RiskExceptionConfiguration };
}
