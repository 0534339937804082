import { describe, expect, it, vi } from 'vitest';
import type { SeededUser } from '../../src/sandbox/index.js';
import { session } from './support.js';

function* people(count: number): Generator<SeededUser> {
  for (let index = 0; index < count; index += 1) {
    yield { username: `user-${index}`, attributes: { sub: `sub-${index}`, email: `user-${index}@example.com` } };
  }
}

const names = (answer: { Users: { Username: string }[] }) => answer.Users.map(({ Username }) => Username);

describe('a pool of many users', () => {
  it.each([500, 50_000])('is paged without a look at those of other pages (%d)', async (count) => {
    const s = await session({ record: false });
    const UserPoolId = await s.pool();
    s.sandbox.seedUsers(UserPoolId, people(count));
    const { users } = s.sandbox.peek(UserPoolId);
    let { PaginationToken } = await s.call('ListUsers');
    for (const lookAtAll of ['entries', 'values', 'keys', 'forEach'] as const) vi.spyOn(users, lookAtAll);
    const look = vi.spyOn(users, 'get');
    for (let page = 1; page <= 5; page += 1) {
      const answer = await s.call('ListUsers', { PaginationToken });
      expect(names(answer)).toEqual(Array.from({ length: 60 }, (_, index) => `user-${page * 60 + index}`));
      PaginationToken = answer.PaginationToken;
    }
    expect(look.mock.calls.length).toBeLessThan(5 * 70);
    for (const lookAtAll of ['entries', 'values', 'keys', 'forEach'] as const) {
      expect(users[lookAtAll]).not.toHaveBeenCalled();
    }
    expect(s.sandbox.requests).toEqual([]);
  });

  it('is paged on though the last user of a page is gone', async () => {
    const s = await session();
    const UserPoolId = await s.pool();
    s.sandbox.seedUsers(UserPoolId, people(5));
    const first = await s.call('ListUsers', { Limit: 2 });
    await s.call('AdminDeleteUser', { Username: 'user-1' });
    await s.call('AdminCreateUser', { Username: 'late' });
    const rest = await s.call('ListUsers', { PaginationToken: first.PaginationToken });
    expect(names(rest)).toEqual(['user-2', 'user-3', 'user-4', 'late']);
    const again = await s.call('ListUsers', { Limit: 2, PaginationToken: first.PaginationToken });
    expect(names(again)).toEqual(['user-2', 'user-3']);
    expect((await s.refusal('ListUsers', { PaginationToken: 'bm8vc3VjaA' })).words).toBe(
      'Invalid pagination token given.',
    );
  });

  it('forgets who is gone, and shows who comes back once', async () => {
    const s = await session();
    const UserPoolId = await s.pool();
    s.sandbox.seedUsers(UserPoolId, people(200));
    for (let index = 0; index < 190; index += 1) s.sandbox.peek(UserPoolId).users.delete(`user-${index}`);
    s.sandbox.seedUsers(UserPoolId, [{ username: 'user-0' }]);
    expect(names(await s.call('ListUsers'))).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `user-${190 + index}`),
      'user-0',
    ]);
  });
});
