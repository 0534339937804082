import { GetUserPoolSessionConfigurationCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { SectionReader } from './context.js';

export const sessions: SectionReader<'sessions'> = ({ client, UserPoolId }) =>
  client.send(new GetUserPoolSessionConfigurationCommand({ UserPoolId }));
