// Every operation of an audit, under every fault: never "in sync" for what was not read, never a false alarm, never a
// crash, never a secret. UPDATE_GOLDEN=1 rewrites docs/faults.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fullPool, report, secretsOf, verdict } from './audited.js';
import { type Befalls, FAULTS } from './faults.js';

const PAGE = join(import.meta.dirname, '../../docs/faults.md');

let operations: readonly string[] = [];
const seen = new Map<string, string>();
const cell = (operation: string, fault: Befalls) => `${operation} ${fault.name}`;
const applies = (operation: string, { only }: Befalls) => only === undefined || only.test(operation);

beforeAll(async () => {
  const first = await fullPool();
  const before = first.sandbox.requests.length;
  expect(verdict(await report(first), secretsOf(first))).toBe('clean');
  operations = [...new Set(first.sandbox.requests.slice(before).map(({ operation }) => operation))].sort();
  await first.close();
  // A sandbox for each fault: most of the time goes by in waiting.
  await Promise.all(
    FAULTS.map(async (fault) => {
      const own = await fullPool();
      for (const operation of operations.filter((one) => applies(one, fault))) {
        own.sandbox.inject(fault.rules(operation));
        seen.set(cell(operation, fault), verdict(await report(own, fault), secretsOf(own)));
      }
      await own.close();
    }),
  );
}, 300_000);

describe('an audit', () => {
  it.each(FAULTS)('is honest when any operation meets: $name', (fault) => {
    const wrong = operations
      .filter((operation) => applies(operation, fault) && seen.get(cell(operation, fault)) !== fault.outcome)
      .map((operation) => `${operation}: ${seen.get(cell(operation, fault))}`);
    expect(wrong).toEqual([]);
  });

  it('was seen with every operation that it sends', () => {
    expect(operations.length).toBeGreaterThan(18);
    expect([...seen.keys()].length).toBe(
      FAULTS.flatMap((fault) => operations.filter((one) => applies(one, fault))).length,
    );
    const page = table();
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });
});

function table(): string {
  const names = FAULTS.map(({ name }) => name);
  const row = (operation: string) =>
    FAULTS.map((fault) => (applies(operation, fault) ? (seen.get(cell(operation, fault)) ?? '?') : '–'));
  return [
    '# An audit under faults',
    '',
    'What an audit says of a pool that is as its spec wants it, when one operation meets one fault. **clean**: the call was sent again, all was read, in sync.',
    '**unchecked**: what was not read is listed with the reason, and the exit code is 3. No cell is a false alarm, a crash, or shows a secret.',
    '',
    'Made by `test/faults/matrix.test.ts`, with the real SDK against the sandbox, which injects the faults.',
    '',
    `| operation | ${names.join(' | ')} |`,
    `|---|${names.map(() => '---').join('|')}|`,
    ...operations.map((operation) => `| ${operation} | ${row(operation).join(' | ')} |`),
    '',
  ].join('\n');
}
