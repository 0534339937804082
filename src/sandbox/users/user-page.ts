import type { StoredPool, StoredUser } from '../store.js';
import { invalidParameter } from '../wire.js';
import type { Place } from './user-table.js';

export interface UserPage {
  readonly users: readonly StoredUser[];
  readonly next?: string;
}

/**
 * A page of the users that are to be kept, in the order of their creation. What it costs depends on how many are passed
 * over, not on how many there are. The token says where the page before ended, and outlives the user who stood there.
 */
export function userPage(
  { users }: StoredPool,
  keep: (user: StoredUser) => boolean,
  size: number,
  token?: string,
): UserPage {
  const start = token === undefined ? undefined : placeOf(token);
  if (start && !users.knows(start)) throw invalidParameter('Invalid pagination token given.');
  const shown: StoredUser[] = [];
  let last: Place | undefined;
  for (const [place, user] of users.after(start)) {
    if (!keep(user)) continue;
    if (shown.length === size) return { users: shown, ...(last && { next: tokenFor(last) }) };
    shown.push(user);
    last = place;
  }
  return { users: shown };
}

const tokenFor = ({ index, username }: Place): string => Buffer.from(`${index}/${username}`).toString('base64url');

function placeOf(token: string): Place {
  const [, index, username] = /^(\d+)\/(.+)$/su.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (username === undefined) throw invalidParameter('Invalid pagination token given.');
  return { index: Number(index), username };
}
