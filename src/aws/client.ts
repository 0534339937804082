import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Meter } from '../audit/ports.js';
import { REAL_CLOCK } from './clock.js';
import { limiter } from './limiter.js';
import { type ConnectionOptions as Common, open } from './open.js';
import { learnQuotas } from './provisioned.js';

export interface ConnectionOptions extends Omit<Common, 'limiter'> {
  /** Percent of AWS's request quotas to use at most; absent: all that the server gives. */
  readonly quotaShare?: number;
}

/** A Cognito client; one an account and Region, because so are the quotas. */
export async function connect(
  { quotaShare: share, ...options }: ConnectionOptions,
  meter: Meter,
): Promise<CognitoIdentityProviderClient> {
  if (share === undefined) return open(CognitoIdentityProviderClient, options, meter);
  const own = limiter({ share, clock: REAL_CLOCK, onSlow: () => void learnQuotas(client, own) });
  const client = await open(CognitoIdentityProviderClient, { ...options, limiter: own }, meter);
  return client;
}
