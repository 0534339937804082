// What Lambda is given: small, of no package but the SDK of its runtime, and the same bytes for the same sources.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { zip } from '../../scripts/zip.js';
import { MADE } from '../../src/facets/kit/made-functions.js';
import { ensureBuilt, ROOT } from '../harness/built.js';

describe.each(Object.values(MADE))('%s', (name) => {
  beforeAll(ensureBuilt, 180_000);
  const read = (ending: string): Buffer => readFileSync(join(ROOT, 'dist/triggers', `${name}.${ending}`));

  it('is small, and loads nothing but the SDK', () => {
    const code = read('mjs').toString();
    expect(code.length).toBeLessThan(20_000);
    const from = [...code.matchAll(/(?:from|import|require)\s*\(?\s*["']([^"']+)["']/g)].map(([, one]) => one);
    for (const one of from) expect(one).toMatch(/^(node:|@aws-sdk\/client-)/);
    expect(code).toMatch(/export \{\s*handler\s*\}/);
  });

  it('is in an archive that is made of it and of nothing else', () => {
    expect(read('zip').equals(zip('index.mjs', read('mjs').toString()))).toBe(true);
  });
});

it('an archive is as the format has it', () => {
  const made = Buffer.from(zip('a', '123456789'));
  // The check value of CRC-32 for these digits.
  expect(made.readUInt32LE(14)).toBe(0xcbf43926);
  const central = made.indexOf(Buffer.from('504b0102', 'hex'));
  expect(made.subarray(30, 40).toString()).toBe('a123456789');
  expect(central).toBe(40);
  // From the version that is needed to the length of the name both headers say the same.
  expect(made.subarray(central + 6, central + 30).equals(made.subarray(4, 28))).toBe(true);
  const end = made.length - 22;
  expect([made.readUInt32LE(end), made.readUInt32LE(end + 12), made.readUInt32LE(end + 16)]).toEqual([
    0x06054b50,
    47,
    central,
  ]);
});
