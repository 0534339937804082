import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ListedUser } from '../../src/users/ports.js';
import { type SeenUsers, seenUsers } from '../../src/users/seen-users.js';
import { isSorted, sortInto } from '../../src/users/sorted-hashes.js';
import { memoryJournal } from '../cli/fake-io.js';

const ID = '11111111-2222-4333-8444-555555555555';
const OTHER = '99999999-2222-4333-8444-555555555555';

const user = (index: number): ListedUser => ({
  username: `u${index}`,
  sub: `sub-${index}`,
  status: 'CONFIRMED',
  enabled: true,
});
const users = (from: number, to: number): ListedUser[] =>
  Array.from({ length: to - from }, (_, index) => user(from + index));

async function opened(stored: Map<string, string>, id = ID, noted = 0): Promise<SeenUsers | undefined> {
  return seenUsers(async (suffix) => memoryJournal(`log${suffix}`, stored), id, noted);
}

async function must(opening: Promise<SeenUsers | undefined>): Promise<SeenUsers> {
  const seen = await opening;
  if (!seen) throw new Error('it was not opened');
  return seen;
}

it('tells exactly those who were noted', async () => {
  const stored = new Map<string, string>();
  const first = await must(opened(stored));
  await first.add(users(0, 700));
  await first.add(users(700, 1000));
  await first.close(false);
  expect([...stored.keys()]).toEqual(['log.seen']);
  const again = await must(opened(stored, ID, 1000));
  const unseen = await again.recall();
  expect(await unseen(users(500, 1500))).toEqual(users(1000, 1500));
  // Those of this run are noted, and not left out of it.
  await again.add(users(1000, 1100));
  expect([again.count(), await unseen(users(1000, 1001))]).toEqual([1100, users(1000, 1001)]);
  await again.close(true);
  expect([...stored.keys()]).toEqual([]);
});

it('forgets whom it has seen after the last note', async () => {
  const stored = new Map<string, string>();
  await (await must(opened(stored))).add(users(0, 100));
  stored.set('log.seen', `${stored.get('log.seen')}half a li`);
  const again = await must(opened(stored, ID, 60));
  expect(await (await again.recall())(users(0, 100))).toEqual(users(60, 100));
});

it.each([
  ['of another run', OTHER, 100],
  ['that holds fewer', ID, 101],
])('takes no log %s', async (_what, id, noted) => {
  const stored = new Map<string, string>();
  await (await must(opened(stored))).add(users(0, 100));
  expect(await opened(stored, id, noted)).toBeUndefined();
  expect(await opened(new Map(), id, noted)).toBeUndefined();
});

it('knows a user without a sub by the name', async () => {
  const { sub: _, ...nameless } = user(1);
  const seen = await must(opened(new Map()));
  await seen.add([nameless]);
  expect(await (await seen.recall())([nameless, user(1)])).toEqual([user(1)]);
});

const evenly = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => createHash('sha256').update(`${index}`).digest('hex').slice(0, 32));

it.each([
  ['none', []],
  ['one', evenly(1)],
  ['fewer than a block', evenly(255)],
  ['many', evenly(20_000)],
  ['many with one beginning', evenly(3000).map((hash) => `deadbeef${hash.slice(8)}`)],
  ['the least and the greatest', ['0'.repeat(32), 'f'.repeat(32), ...evenly(1000)]],
])('looks up: %s', async (_what, hashes) => {
  const stored = new Map<string, string>();
  const [log, sorted] = [memoryJournal('log', stored), memoryJournal('sorted', stored)];
  await log.append(['x'.repeat(32), ...hashes].map((hash) => `${hash}\n`).join(''));
  await sortInto(sorted, log, hashes.length, 1000);
  expect(stored.get('sorted') ?? '').toBe(
    [...hashes]
      .sort()
      .map((hash) => `${hash}\n`)
      .join(''),
  );
  const others = Array.from({ length: 300 }, () => randomBytes(16).toString('hex'));
  const near = hashes.slice(0, 300).map((hash) => `${hash.slice(0, 31)}${hash.endsWith('0') ? '1' : '0'}`);
  const asked = [...hashes.slice(0, 500), ...hashes.slice(-5), ...others, ...near, '0'.repeat(32), 'f'.repeat(32)];
  const all = new Set(hashes);
  for (const hash of asked) expect([hash, await isSorted(sorted, hashes.length, hash)]).toEqual([hash, all.has(hash)]);
});
