import { GetLogDeliveryConfigurationCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { SectionReader } from './context.js';

/** A pool that delivers no logs may be answered with nothing. */
export const logs: SectionReader<'logs'> = async ({ client, UserPoolId }) => {
  const { LogDeliveryConfiguration } = await client.send(new GetLogDeliveryConfigurationCommand({ UserPoolId }));
  return LogDeliveryConfiguration ?? {};
};
