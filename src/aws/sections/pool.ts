import { DescribeUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { SectionReader } from './context.js';

/** An answer without a pool would read as a pool with every default, so it is an error. */
export const pool: SectionReader<'pool'> = async ({ client, UserPoolId }) => {
  const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId }));
  if (!UserPool?.Id) throw new Error('DescribeUserPool answered without a pool');
  return UserPool;
};
