import { createHash } from 'node:crypto';
import { memberPages } from './pages.js';
import type { UserMfaPolicy } from './policy.js';
import type { ListedUser, UserReader } from './ports.js';

/** The groups of a user, of those that a policy names. */
export type GroupsOf = (user: Pick<ListedUser, 'username'>) => readonly string[];

/** Lists the members of the groups that a policy names; 8 bytes a member are kept. Rejects where one cannot be listed. */
export async function membership(
  policy: UserMfaPolicy,
  reader: Pick<UserReader, 'members'>,
  poolId: string,
): Promise<GroupsOf> {
  const names = new Set(policy.overrides.flatMap(({ group }) => group ?? []));
  const members = new Map<string, HashSet>();
  for (const name of names) members.set(name, await membersOf(name, reader, poolId));
  return ({ username }) => {
    if (members.size === 0) return [];
    const hash = hash64(username);
    return [...members].flatMap(([name, set]) => (set.has(hash) ? [name] : []));
  };
}

async function membersOf(group: string, reader: Pick<UserReader, 'members'>, poolId: string): Promise<HashSet> {
  const set = hashSet();
  for await (const { users } of memberPages(reader, poolId, group))
    for (const { username } of users) set.add(hash64(username));
  return set;
}

/** 64 bits of a hash: among ten million names two are alike once in three hundred thousand runs. */
export function hash64(text: string): bigint {
  return createHash('sha256').update(text).digest().readBigUInt64BE();
}

/** A set of hashes, 8 bytes each. */
export interface HashSet {
  add(hash: bigint): void;
  has(hash: bigint): boolean;
  /** How many different ones. */
  different(): number;
}

/** Sorted when it is first asked after something was added. */
export function hashSet(): HashSet {
  let values = new BigUint64Array(64);
  let size = 0;
  let sorted = true;
  const sort = () => {
    if (!sorted) values.subarray(0, size).sort();
    sorted = true;
  };
  return {
    add(hash) {
      if (size === values.length) values = grown(values);
      values[size] = hash;
      size += 1;
      sorted = false;
    },
    has(hash) {
      sort();
      return positionOf(hash, values, size) >= 0;
    },
    different() {
      sort();
      return values.subarray(0, size).reduce((sum, value, index) => sum + (value === values[index - 1] ? 0 : 1), 0);
    },
  };
}

function grown(values: BigUint64Array): BigUint64Array<ArrayBuffer> {
  const more = new BigUint64Array(values.length * 2);
  more.set(values);
  return more;
}

/** Where a value stands in sorted ones; -1 where it does not. */
export function positionOf(value: bigint, sorted: BigUint64Array, size: number): number {
  let [low, high] = [0, size - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] as bigint;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
