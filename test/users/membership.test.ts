import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hash64, hashSet, membership } from '../../src/users/membership.js';
import type { UserPage } from '../../src/users/ports.js';

it('has what was added and nothing else, however it is asked between', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 300n }), fc.boolean())), (steps) => {
      const [set, known] = [hashSet(), new Set<bigint>()];
      for (const [hash, add] of steps) {
        if (add) {
          set.add(hash);
          known.add(hash);
        } else expect([set.has(hash), set.different()]).toEqual([known.has(hash), known.size]);
      }
      for (let hash = 0n; hash <= 300n; hash += 1n) expect(set.has(hash)).toBe(known.has(hash));
    }),
  );
});

it('keeps apart what differs in a letter', () => {
  expect(hash64('ada')).not.toBe(hash64('Ada'));
});

const page = (names: readonly string[], next?: string): UserPage => ({
  users: names.map((username) => ({ username, status: 'CONFIRMED', enabled: true })),
  ...(next && { next }),
});

it('lists each group that a policy names once, page by page, and no group where it names none', async () => {
  const asked: string[] = [];
  const members = async (_poolId: string, group: string, token: string | undefined): Promise<UserPage> => {
    asked.push(`${group} ${token ?? ''}`);
    if (group === 'staff') return token === undefined ? page([], 'x') : page(['ada', 'bob']);
    return page(['ada']);
  };
  const override = (group: string) => ({ group, factors: [] });
  const overrides = [
    override('staff'),
    override('admins'),
    override('staff'),
    { attribute: 'a', equals: 'b', factors: [] },
  ];
  const groupsOf = await membership({ factors: [], overrides }, { members }, 'pool');
  expect(asked).toEqual(['staff ', 'staff x', 'admins ']);
  expect(['ada', 'bob', 'eve'].map((username) => groupsOf({ username }))).toEqual([['staff', 'admins'], ['staff'], []]);
  const none = await membership({ factors: ['totp'], overrides: [] }, { members }, 'pool');
  expect([none({ username: 'ada' }), asked.length]).toEqual([[], 3]);
});
