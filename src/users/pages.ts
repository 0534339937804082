import type { UserPage, UserReader } from './ports.js';

/** All users of a pool, page after page. */
export async function* pages(
  reader: Pick<UserReader, 'page'>,
  poolId: string,
  from: string | undefined,
): AsyncGenerator<UserPage> {
  yield* following((token) => reader.page(poolId, token), from);
}

/** All members of a group, page after page. */
export async function* memberPages(
  reader: Pick<UserReader, 'members'>,
  poolId: string,
  group: string,
): AsyncGenerator<UserPage> {
  yield* following((token) => reader.members(poolId, group, token), undefined);
}

/**
 * What moves while the list is read is on a page and the one after it, and one user all the same. While a page is looked at the next one is on its way, and no other is kept. A token that leads round in circles would never
 * end, or, taken for the end, be half a list: it is an error. Brent's algorithm finds it with one token kept.
 */
async function* following(
  ask: (token: string | undefined) => Promise<UserPage>,
  from: string | undefined,
): AsyncGenerator<UserPage> {
  let coming: Promise<UserPage> | undefined = ask(from);
  let kept: string | undefined;
  let steps = 0;
  let power = 1;
  let before: ReadonlySet<string> = new Set();
  while (coming !== undefined) {
    const page: UserPage = await coming;
    const { next } = page;
    if (next !== undefined && next === kept) throw new Error('AWS answered the same page token twice');
    steps += 1;
    if (steps === power) {
      kept = next;
      power *= 2;
      steps = 0;
    }
    coming = next === undefined ? undefined : ask(next);
    // Its failure is told when it is its turn; who stops before that need not hear of it.
    coming?.catch(() => undefined);
    yield { ...page, users: page.users.filter(({ username }) => !before.has(username)) };
    before = new Set(page.users.map(({ username }) => username));
  }
}
