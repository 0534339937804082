// What nobody declared is found, whatever it is called; what AWS makes by itself is not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBase, NAMES } from './base.js';
import { type Bench, bench } from './bench.js';
import { DEEDS } from './deeds.js';
import type { Json } from './objects.js';
import { makePlain, PLAIN_NAMES } from './others.js';

describe('what nobody declared', () => {
  const benches = new Map<string, Bench>();
  beforeAll(async () => {
    benches.set('base', await bench('test/detection/base.yaml', makeBase, NAMES));
    benches.set('plain', await bench('test/detection/plain.yaml', makePlain, PLAIN_NAMES));
  });
  afterAll(() => Promise.all([...benches.values()].map((own) => own.close())));

  it.each(DEEDS.map((deed) => [deed.name, deed]))('%s', async (_name, { pool, done, seeded, finds }) => {
    const own = benches.get(pool) as Bench;
    own.restore();
    seeded?.(own.stored);
    const answers: Json[] = [];
    for (const [operation, input] of done?.({ client: own.clientId ?? '', pool: own.poolId }) ?? [])
      answers.push(await own.send(operation, { ...aboutOf(operation, own), ...input }));
    const id = answers[0]?.UserPoolClient?.ClientId;
    const { findings } = await own.audit();
    const expected = finds && [finds[0], finds[1].replace('POOL', own.poolId).replace('ID', id), finds[2]];
    expect(findings.map(({ rule, setting, severity }) => [rule, setting, severity])).toEqual(
      expected ? [expected] : [],
    );
  });
});

function aboutOf(operation: string, { poolId, stored }: Bench): object {
  return operation === 'TagResource' ? { ResourceArn: stored.pool.Arn } : { UserPoolId: poolId };
}
