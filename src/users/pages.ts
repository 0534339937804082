import type { UserPage, UserReader } from './ports.js';

/**
 * All users of a pool, page after page; no page is kept. A token that leads round in circles would never end, or, taken for
 * the end, be half a list: it is an error. Brent's algorithm finds it with one token kept.
 */
export async function* pages(
  reader: Pick<UserReader, 'page'>,
  poolId: string,
  from: string | undefined,
): AsyncGenerator<UserPage> {
  let token = from;
  let kept: string | undefined;
  let steps = 0;
  let power = 1;
  do {
    const page = await reader.page(poolId, token);
    const { next } = page;
    if (next !== undefined && next === kept) throw new Error('AWS answered the same page token twice');
    steps += 1;
    if (steps === power) {
      kept = next;
      power *= 2;
      steps = 0;
    }
    token = next;
    yield page;
  } while (token !== undefined);
}
