import {
  type ClientSecretDescriptorType,
  GetUserPoolClientSessionConfigurationCommand,
  ListUserPoolClientSecretsCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { LiveClient, LiveSecrets } from '../../model/facet.js';
import { attempt, listAll, type ReadContext } from './context.js';

const DAY = 24 * 60 * 60 * 1000;

/** What other operations say of a client; each fails on its own. */
export async function clientParts(
  { client, UserPoolId }: ReadContext,
  ClientId: string | undefined,
): Promise<Pick<LiveClient, 'session' | 'secrets'>> {
  const [session, secrets] = await Promise.all([
    attempt(() => client.send(new GetUserPoolClientSessionConfigurationCommand({ UserPoolId, ClientId }))),
    attempt(async () => {
      const listed = await listAll(
        (NextToken) => client.send(new ListUserPoolClientSecretsCommand({ UserPoolId, ClientId, NextToken })),
        (page) => page.ClientSecrets,
        (secret) => secret.ClientSecretId,
      );
      return counted(listed, new Date());
    }),
  ]);
  return { session, secrets };
}

/** Number and age: AWS never lists the values, and they would not be kept. */
function counted(secrets: readonly ClientSecretDescriptorType[], now: Date): LiveSecrets {
  const dates = secrets.flatMap(({ ClientSecretCreateDate: date }) => (date ? [date.getTime()] : []));
  const age = Math.floor((now.getTime() - Math.min(...dates)) / DAY);
  return { number: secrets.length, ...(dates.length > 0 && { oldestDays: Math.max(age, 0) }) };
}
