// The law of detection: whatever one member of a live pool becomes, the audit finds exactly one root change, at that
// member's setting and at its line. The changes are made on the wire, by code that knows no row.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LineCounter, parseDocument } from 'yaml';
import { EXCEPTIONS, UNVERIFIABLE } from '../../scripts/coverage/exceptions.js';
import { MEMBERS, operationOf } from '../../scripts/coverage/members.js';
import type { Change } from '../../src/model/finding.js';
import { ROWS } from '../harness/registry.js';
import type { Member } from '../harness/writable-members.js';
import { makeBase, NAMES } from './base.js';
import { type Bench, bench } from './bench.js';
import { expectedOf, saysOf, UNSEEN } from './expected.js';
import { type Mutation, mutations, sendMutation } from './mutate.js';
import { KINDS } from './objects.js';
import { makeFactors, makePlain, makeTotp, PLAIN_NAMES } from './others.js';
import { seed } from './seeds.js';

const BLOCK: Member = { words: [], type: 'block' };
const blocks = ROWS.flatMap(({ field }) => field.covers).filter((member) => !MEMBERS.has(member));
const members = [...MEMBERS, ...blocks.map((block) => [block, BLOCK] as const)].filter(
  ([member]) => !(member in EXCEPTIONS) && !(member in UNVERIFIABLE),
);

const folder = 'test/detection';
let benches: readonly Bench[] = [];
const unseen = new Set<number>();

beforeAll(async () => {
  benches = await Promise.all([
    bench(`${folder}/base.yaml`, makeBase, NAMES),
    bench(`${folder}/factors.yaml`, makeFactors, NAMES),
    bench(`${folder}/plain.yaml`, makePlain, PLAIN_NAMES),
    bench(`${folder}/totp.yaml`, makeTotp, NAMES),
  ]);
});
afterAll(() => Promise.all(benches.map((own) => own.close())));

/** All mutations of a member of one pool. */
async function mutationsIn(own: Bench, member: string, about: Member): Promise<Mutation[]> {
  own.restore();
  const kinds = KINDS.filter(({ operation }) => operation === operationOf(member));
  const found = await Promise.all(kinds.map((kind) => mutations(member, about, kind, own)));
  return found.flat();
}

/** Sends what AWS accepts; the mutations that changed something, each with what the audit found. */
async function sent(own: Bench, member: string, about: Member): Promise<number> {
  let reached = 0;
  for (const mutation of await mutationsIn(own, member, about)) {
    own.restore();
    if ((await sendMutation(mutation, own)) !== 'changed') continue;
    reached += 1;
    await isSeen(own, mutation);
  }
  return reached;
}

/** Where no call reaches (fixed at creation), the pool is as if it had always been so. */
async function seeded(own: Bench, member: string, about: Member): Promise<number> {
  let reached = 0;
  for (const mutation of await mutationsIn(own, member, about)) {
    own.restore();
    if (mutation.removes || !seed(own, mutation)) continue;
    reached += 1;
    await isSeen(own, mutation);
  }
  return reached;
}

async function isSeen(own: Bench, mutation: Mutation): Promise<void> {
  const { findings } = await own.audit();
  const pool = own.subject.spec.pool.id;
  const says = saysOf(mutation, pool);
  const silent = UNSEEN.findIndex(([change]) => change.test(says));
  if (silent >= 0) unseen.add(silent);
  const expected = silent >= 0 ? [] : expectedOf(mutation, own.names, pool);
  expect(
    findings.map(({ rule, setting }) => [rule, setting]),
    says,
  ).toEqual(expected);
  for (const { at, change } of findings) {
    const declared = lineIn(own.subject.document.text, pathOf(change));
    expect(at, says).toBeDefined();
    if (declared !== undefined) expect(at?.start.line, says).toBe(declared);
  }
}

/** `[clients, web, name]`: keys may hold dots and slashes. */
function pathOf(change: Change | undefined): string[] {
  const [facet = '', ...key] = (change?.address ?? '').split('/');
  return [facet, key.join('/'), change?.setting ?? ''].filter((step) => step !== '');
}

/** The line on which the YAML says the setting, found without Poolward; undefined where it does not say it. */
function lineIn(text: string, path: readonly string[]): number | undefined {
  const lineCounter = new LineCounter();
  const node = parseDocument(text, { lineCounter }).getIn(path, true) as { range?: readonly number[] } | undefined;
  return node?.range?.[0] === undefined ? undefined : lineCounter.linePos(node.range[0]).line;
}

describe('a clean pool', () => {
  it('has no findings, and nothing that was not compared', async () => {
    for (const own of benches) {
      own.restore();
      const { findings, coverage } = await own.audit();
      expect(findings).toEqual([]);
      expect(coverage.unchecked).toEqual([]);
    }
  });
});

describe('a change of one member is one finding at its setting', { timeout: 60_000 }, () => {
  it.each(members)('%s', async (member, about) => {
    let reached = 0;
    for (const own of benches) reached += await sent(own, member, about);
    if (reached === 0) reached = await seeded(benches[0] as Bench, member, about);
    expect(reached, 'ways to change it').toBeGreaterThan(0);
  });

  it('needs every exception that it makes', () => {
    expect(UNSEEN.filter((_one, index) => !unseen.has(index)).map(([, why]) => why)).toEqual([]);
  });
});

describe('the mutations', () => {
  it.each(['objects', 'values', 'mutate'])('%s knows no row', (name) => {
    const text = readFileSync(`${folder}/${name}.ts`, 'utf8');
    const imports = [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
    const allowed = ['../harness/writable-members.js', './objects.js', './values.js'];
    expect(imports.filter((from) => !allowed.includes(from ?? ''))).toEqual([]);
  });
});
