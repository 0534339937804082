import { createHmac } from 'node:crypto';
import type { ListedUser } from './ports.js';

/** How a user is called where others may read it. */
export type UserName = (user: Pick<ListedUser, 'username'>) => string;

/** The name itself, where somebody asked for it. */
export const plainName: UserName = ({ username }) => username;

/**
 * A hash that means the same user within one run, and nothing after it: the key is made for the run and forgotten with it, so
 * that nobody can try out known addresses.
 */
export function hashedName(key: string): UserName {
  return ({ username }) => `user-${createHmac('sha256', key).update(username).digest('hex').slice(0, 12)}`;
}

/** About so many of all users, the same in each run: those whose hash is small enough. All where nobody knows how many there are. */
export function sample(wanted: number | undefined, all: number | undefined): (user: ListedUser) => boolean {
  if (wanted === undefined || all === undefined || all <= wanted) return () => true;
  const limit = (wanted / all) * 2 ** 32;
  return ({ sub, username }) =>
    createHmac('sha256', 'sample')
      .update(sub ?? username)
      .digest()
      .readUInt32BE(0) < limit;
}
