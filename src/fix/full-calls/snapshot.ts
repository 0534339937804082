import type { Fetched, Snapshot } from '../../model/facet.js';

/** Why a whole call cannot be built: something that it must carry was not read. */
export class NotRead extends Error {}

/** A section that was read; throws `NotRead` for one that was not. */
export function read<S extends keyof Snapshot>(
  snapshot: Snapshot,
  section: S,
): NonNullable<Extract<Snapshot[S], { ok: true }>>['value'] {
  const fetched = snapshot[section];
  if (!fetched?.ok) throw new NotRead(`${section} could not be read: ${fetched?.reason ?? 'not asked for'}`);
  return fetched.value as never;
}

/** An object that was read; throws `NotRead` for one that was not, or is gone. */
export function itemOf<T>(item: Fetched<T> | undefined): T {
  if (!item?.ok) throw new NotRead(item?.reason ?? 'the object is gone');
  return item.value;
}

export function withoutAbsent<T extends object>(members: T): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}

/** A member that AWS always answers. Without it the answer is not whole, and no call may be made from it. */
export function needed<T>(member: string, value: T | undefined): T {
  if (value === undefined || value === null) throw new NotRead(`the answer has no ${member}`);
  return value;
}
