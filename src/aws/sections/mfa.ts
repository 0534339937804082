import { GetUserPoolMfaConfigCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { SectionReader } from './context.js';

export const mfa: SectionReader<'mfa'> = ({ client, UserPoolId }) =>
  client.send(new GetUserPoolMfaConfigCommand({ UserPoolId }));
