import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Ask } from './services.js';

export const account: Ask<'account'> = async (open, region) => {
  const { Account = '' } = await (await open(STSClient, region)).send(new GetCallerIdentityCommand({}));
  return Account;
};

export const caller: Ask<'caller'> = async (open, region) => {
  const { Arn = '' } = await (await open(STSClient, region)).send(new GetCallerIdentityCommand({}));
  return Arn;
};
