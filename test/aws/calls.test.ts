// What docs/quotas.md says of the calls of an audit.
import { CreateUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import { SECTIONS } from '../../src/audit/audit.js';
import { cloud } from '../harness/cloud.js';

const OF_THE_POOL = 12;
const OF_A_CLIENT = 6;

it.each([
  [0, OF_THE_POOL],
  [3, OF_THE_POOL + 3 * OF_A_CLIENT],
  // A second page of the list.
  [61, OF_THE_POOL + 61 * OF_A_CLIENT + 1],
])('a pool of %i clients takes %i calls', async (clients, calls) => {
  const aws = await cloud();
  const poolId = await aws.pool({ PoolName: 'acme' });
  for (let index = 0; index < clients; index += 1)
    await aws.client.send(new CreateUserPoolClientCommand({ UserPoolId: poolId, ClientName: `app-${index}` }));
  const before = aws.sandbox.requests.length;
  await aws.reader.read({ poolId, sections: SECTIONS, users: [] });
  expect(aws.sandbox.requests.length - before).toBe(calls);
});
