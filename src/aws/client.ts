import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Meter } from '../audit/ports.js';

/** Where calls go. What is left out comes from the SDK's own chain: environment, shared config, instance role. */
export interface ConnectionOptions {
  readonly region: string;
  readonly endpointUrl?: string;
  readonly profile?: string;
  readonly roleArn?: string;
}

/**
 * A Cognito client. Adaptive retries slow down when AWS throttles, and only then: the quotas are per account and may
 * have been raised. Source: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
 */
export async function connect(options: ConnectionOptions, meter: Meter): Promise<CognitoIdentityProviderClient> {
  const client = new CognitoIdentityProviderClient({
    region: options.region,
    retryMode: 'adaptive',
    maxAttempts: 8,
    ...(options.endpointUrl && { endpoint: options.endpointUrl }),
    ...(options.profile && { profile: options.profile }),
    ...(await credentials(options)),
  });
  count(client, meter);
  return client;
}

/** A role is assumed with the credentials of the default chain; the provider packages are loaded only then. */
async function credentials(options: ConnectionOptions): Promise<Partial<CognitoIdentityProviderClientConfig>> {
  if (!options.roleArn) return {};
  const { fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
  return {
    credentials: fromTemporaryCredentials({
      params: { RoleArn: options.roleArn, RoleSessionName: 'poolward' },
      clientConfig: { region: options.region },
    }),
  };
}

/** Counts attempts and the time that retries waited. */
function count(client: CognitoIdentityProviderClient, meter: Meter): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { attempts = 1, totalRetryDelay = 0 } = result.output.$metadata ?? {};
      meter.calls += attempts;
      meter.waitedMs += totalRetryDelay;
      return result;
    },
    { step: 'initialize', name: 'poolwardMeter', override: true },
  );
}
