// AWS keeps the order of no list: a pool audits clean in whatever order the answers come.
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPool, SECTIONS } from '../../src/audit/audit.js';
import type { PoolReader } from '../../src/audit/ports.js';
import { poolReader } from '../../src/aws/reads.js';
import { type Draw, shuffled } from '../harness/shuffle.js';
import { clientFor } from '../sandbox/support.js';
import { makeBase, NAMES } from './base.js';
import { type Bench, bench } from './bench.js';

/** Lists whose order counts: none, so far. Recovery mechanisms carry their priority with them. */
const ORDERED: readonly string[] = [];

let own: Bench;
beforeAll(async () => {
  own = await bench('test/detection/base.yaml', makeBase, NAMES);
});
afterAll(() => own.close());

/** Many orders: each run draws its own. */
async function inAnyOrder(runs: number, audits: (draw: Draw) => Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), (numbers) => audits((below) => Number(numbers.next().value) % below)),
    { numRuns: runs },
  );
}

async function isClean(reader: PoolReader): Promise<void> {
  const { findings, coverage } = await auditPool(own.subject, reader);
  expect(findings.map(({ message }) => message)).toEqual([]);
  expect(coverage.unchecked).toEqual([]);
}

describe('audits clean', () => {
  it('in any order of what AWS lists', async () => {
    const client = clientFor(own.sandbox.url);
    const reader = poolReader(client);
    const snapshot = await reader.read({ poolId: own.poolId, sections: SECTIONS, users: [] });
    client.destroy();
    await inAnyOrder(100, (draw) => isClean({ ...reader, read: async () => shuffled(snapshot, draw, ORDERED) }));
  });

  // The readers hold answers against each other: what a client inherits is told by what the pool itself has.
  it('in any order of each answer, of clients that inherit what the pool has too', async () => {
    own.restore();
    await own.send('SetRiskConfiguration', { UserPoolId: own.poolId, ...SEVERAL_RANGES });
    await own.send('CreateUserPoolClient', { UserPoolId: own.poolId, ClientName: 'heir' });
    const [before] = (await own.audit()).findings;
    expect(before?.setting).toMatch(/^(clients|risk)\./);
    const expected = (await own.audit()).findings.map(({ setting }) => setting);
    const client = clientFor(own.sandbox.url);
    await inAnyOrder(10, async (draw) => {
      const { findings, coverage } = await auditPool(own.subject, poolReader(shuffling(client, draw)));
      expect(findings.map(({ setting }) => setting)).toEqual(expected);
      expect(coverage.unchecked).toEqual([]);
    });
    client.destroy();
    own.restore();
  });
});

const SEVERAL_RANGES = {
  CompromisedCredentialsRiskConfiguration: { EventFilter: ['SIGN_IN', 'SIGN_UP'], Actions: { EventAction: 'BLOCK' } },
  RiskExceptionConfiguration: {
    BlockedIPRangeList: ['192.0.2.0/25', '192.0.2.128/25', '203.0.113.0/24'],
    SkippedIPRangeList: ['198.51.100.0/25', '198.51.100.128/25'],
  },
};

/** The same client, whose answers come with every list in another order. */
function shuffling(client: CognitoIdentityProviderClient, draw: Draw): CognitoIdentityProviderClient {
  const send = async (command: never) => shuffled(await client.send(command), draw, ORDERED);
  return new Proxy(client, { get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)) });
}
