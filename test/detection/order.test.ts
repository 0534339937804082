// AWS keeps the order of no list: a pool audits clean in whatever order the answers come.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditPool, SECTIONS } from '../../src/audit/audit.js';
import type { PoolReader } from '../../src/audit/ports.js';
import { poolReader } from '../../src/aws/reads.js';
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

/** The same with every list in another order; `draw` gives numbers from 0 up to below its argument. */
function shuffled(value: unknown, draw: (below: number) => number, name = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => shuffled(item, draw));
    return ORDERED.includes(name) ? items : permuted(items, draw);
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shuffled(member, draw, key)]));
}

/** Fisher and Yates. */
function permuted(items: readonly unknown[], draw: (below: number) => number): unknown[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}

it('audits clean in any order of what AWS lists', async () => {
  const client = clientFor(own.sandbox.url);
  const reader = poolReader(client);
  const snapshot = await reader.read({ poolId: own.poolId, sections: SECTIONS, users: [] });
  client.destroy();
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
      const draw = (below: number) => Number(numbers.next().value) % below;
      const read: PoolReader['read'] = async () => shuffled(snapshot, draw) as typeof snapshot;
      const { findings, coverage } = await auditPool(own.subject, { ...reader, read });
      expect(findings.map(({ message }) => message)).toEqual([]);
      expect(coverage.unchecked).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
