import { GetSMSAttributesCommand, GetSMSSandboxAccountStatusCommand, SNSClient } from '@aws-sdk/client-sns';
import { said } from './errors.js';
import type { Ask } from './services.js';

export const smsSandbox: Ask<'smsSandbox'> = async (open, region) => {
  const { IsInSandbox } = await (await open(SNSClient, region)).send(new GetSMSSandboxAccountStatusCommand({}));
  return said('IsInSandbox', IsInSandbox);
};

export const smsSpendLimit: Ask<'smsSpendLimit'> = async (open, region) => {
  const ask = new GetSMSAttributesCommand({ attributes: ['MonthlySpendLimit'] });
  const limit = Number((await (await open(SNSClient, region)).send(ask)).attributes?.['MonthlySpendLimit']);
  return Number.isFinite(limit) ? limit : undefined;
};
