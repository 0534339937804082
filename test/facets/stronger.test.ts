import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyValue } from '../harness/arbitrary.js';
import { namedValues, ROWS, titled } from '../harness/registry.js';

const DIRECTED = ROWS.filter(({ field }) => field.stronger);

/** The live value is an age, which is compared with the limit that the spec has. */
const AGES = new Set(['clients.secretMaxAgeDays']);

describe.each(titled(DIRECTED))('%s, which of two values is the safer one', (_path, row) => {
  const { field } = row;
  const value = anyValue(row);
  const stronger = (a: unknown, b: unknown): number => Math.sign(field.stronger?.(a, b) ?? 0);

  it('is one of them, or neither', () => {
    fc.assert(
      fc.property(value, value, (a, b) => stronger(a, b) + stronger(b, a) === 0),
      { numRuns: 50 },
    );
  });

  it('is neither of two that are equal', () => {
    const alike = (a: unknown, b: unknown) => (AGES.has(row.path) ? a === b : field.equal(a, b));
    fc.assert(
      fc.property(value, value, (a, b) => !alike(a, b) || stronger(a, b) === 0),
      { numRuns: 50 },
    );
    for (const one of namedValues(row)) expect(stronger(one, structuredClone(one))).toBe(0);
  });

  it('goes on from the second to a third', () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => !(stronger(a, b) > 0 && stronger(b, c) > 0) || stronger(a, c) > 0),
      { numRuns: 100 },
    );
  });

  it('is told of some two values that the row itself names, or of which one has more', () => {
    const named = namedValues(row);
    const lists = named.some(Array.isArray)
      ? [...named, [], ...named.map((one) => (one as string[]).slice(0, 1))]
      : named;
    const values = typeof named[0] === 'string' && /^\d+[smhd]$/.test(named[0]) ? [...named, '5m', '1000d'] : lists;
    expect(values.some((a) => values.some((b) => stronger(a, b) > 0))).toBe(true);
  });
});
