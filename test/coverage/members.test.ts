// Every writable member of the installed SDK is a row's, or excepted by name; every row covers something.
import { expect, it } from 'vitest';
import { EXCEPTIONS, UNVERIFIABLE, WITHOUT_MEMBER } from '../../scripts/coverage/exceptions.js';
import { BLOCKS, MEMBERS } from '../../scripts/coverage/members.js';
import { isLive, ROWS } from '../harness/registry.js';

const covered = new Set(ROWS.flatMap(({ field }) => field.covers));

it('knows the configuration of the SDK', () => {
  expect(MEMBERS.size).toBeGreaterThan(200);
  expect([...MEMBERS.keys()]).toContain('UpdateUserPoolReplica.Status');
});

it('covers every writable member by a row, or excepts it by name', () => {
  const left = [...MEMBERS.keys()].filter((member) => !covered.has(member) && !(member in EXCEPTIONS));
  expect(left).toEqual([]);
});

it('excepts no member that the SDK does not have, and none that a row covers', () => {
  const names = [...Object.keys(EXCEPTIONS), ...Object.keys(UNVERIFIABLE)];
  expect(names.filter((member) => !MEMBERS.has(member))).toEqual([]);
  expect(Object.keys(EXCEPTIONS).filter((member) => covered.has(member))).toEqual([]);
  expect(Object.keys(UNVERIFIABLE).filter((member) => !covered.has(member))).toEqual([]);
});

it('excepts an alias only of a member that a row covers, or that is a key', () => {
  const astray = Object.values(EXCEPTIONS).filter(
    ({ kind, of = '' }) => kind === 'alias' && !covered.has(of) && EXCEPTIONS[of]?.kind !== 'key',
  );
  expect(astray).toEqual([]);
});

it('covers members, or a block where that it is there is the setting, and nothing that updates call otherwise', () => {
  expect([...covered].filter((name) => !MEMBERS.has(name) && !BLOCKS.has(name))).toEqual([]);
});

it('has no row about a live pool that covers nothing', () => {
  const idle = ROWS.filter((row) => isLive(row) && row.field.covers.length === 0).map(({ path }) => path);
  expect(idle.sort()).toEqual(Object.keys(WITHOUT_MEMBER).sort());
});

it('has rows that AWS never shows only for the members that it does not return', () => {
  const never = ROWS.filter(({ field }) => field.readable === 'never').flatMap(({ field }) => field.covers);
  expect(never.sort()).toEqual(Object.keys(UNVERIFIABLE).sort());
});
