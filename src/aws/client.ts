import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Meter } from '../audit/ports.js';
import { type ConnectionOptions, open } from './open.js';

/** A Cognito client. */
export function connect(options: ConnectionOptions, meter: Meter): Promise<CognitoIdentityProviderClient> {
  return open(CognitoIdentityProviderClient, options, meter);
}
