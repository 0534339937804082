// A pool that is deleted while it is read: whichever call hears of it, nothing that was read before is told of a pool.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { poolReader } from '../../src/aws/reads.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { SECTIONS } from '../harness/twin.js';
import { clientFor, send } from '../sandbox/support.js';

let sandbox: Sandbox;
let poolId = '';

const read = () => poolReader(clientFor(sandbox.url)).read({ poolId, sections: SECTIONS, users: [] });
const unread = async () => Object.values(await read()).filter(({ ok }) => !ok);

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'gone' });
  const { UserPool } = await send(clientFor(sandbox.url), ['CreateUserPool', { PoolName: 'acme' }]);
  poolId = UserPool.Id;
});
afterAll(() => sandbox.close());

const gone = (operation: string, message: string) => ({
  operation,
  error: { type: 'ResourceNotFoundException', message, status: 400 },
});

it('leaves no section read, whichever call is told that the pool does not exist', async () => {
  expect(await unread()).toEqual([]);
  const operations = [...new Set(sandbox.requests.map(({ operation }) => operation))].filter(
    (operation) => operation !== 'CreateUserPool',
  );
  expect(operations.length).toBeGreaterThan(10);
  const partly: string[] = [];
  for (const operation of operations) {
    sandbox.inject([gone(operation, `User pool ${poolId} does not exist.`)]);
    if ((await unread()).length < SECTIONS.length) partly.push(operation);
  }
  expect(partly).toEqual([]);
});

it('leaves the other sections read where only an object is gone', async () => {
  sandbox.inject([gone('ListUserPoolClients', 'User pool client 1example23456789 does not exist.')]);
  const { length } = await unread();
  expect(length).toBeGreaterThan(0);
  expect(length).toBeLessThan(SECTIONS.length);
});
