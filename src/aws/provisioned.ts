import {
  type CognitoIdentityProviderClient,
  GetProvisionedLimitCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Limiter } from './limiter.js';
import type { Category } from './quotas.js';

/** What an audit spends. */
const ASKED: readonly Category[] = ['UserPoolRead', 'UserPoolResourceRead', 'UserPoolClientRead'];

/**
 * Tells a limiter the quotas that the account really has. Where they cannot be read, AWS's defaults stand: they are never
 * higher. Never rejects.
 */
export async function learnQuotas(client: CognitoIdentityProviderClient, limiter: Limiter): Promise<void> {
  for (const category of ASKED) {
    const LimitDefinition = { LimitClass: 'API_CATEGORY', Attributes: { Category: category } } as const;
    const answer = await client.send(new GetProvisionedLimitCommand({ LimitDefinition })).catch(() => undefined);
    const quota = answer?.Limit?.ProvisionedLimitValue;
    if (quota === undefined) return;
    limiter.raise(category, quota);
  }
}
