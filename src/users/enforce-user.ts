import { type Came, type Changing, changeUser, isSame, noteUser } from './change-user.js';
import type { Planned } from './enforce-plan.js';
import type { Recorded } from './journal-lines.js';
import type { Factor } from './pool-mfa.js';
import type { UserSettings } from './ports.js';

/** What came of a user; `already`: somebody else had set what was wanted. */
export type EnforcedUser = Came | { readonly result: 'already' };

/**
 * Applies what was planned of a user, with one journal entry a call: the number, then the factors. Who is not any more as
 * when it was planned is left alone.
 */
export async function enforceUser(planned: Planned, within: Changing): Promise<EnforcedUser> {
  const { user, before, wanted, phone } = planned;
  const { reader, poolId, pool } = within;
  const found = await readUser(planned, within);
  if (found instanceof Error) return noteUser({ user, before, wanted }, refusedBy(found), within);
  if (found === undefined) return noteUser({ user, before, wanted }, { result: 'gone' }, within);
  const now = recordedOf(found.settings);
  const set = isSame(now, wanted, pool.offered);
  if (!set && !isAsPlanned(now, found.phone, planned, pool.offered))
    return noteUser({ user, before: now, wanted }, { result: 'left' }, within);
  if (phone === undefined) {
    return set ? { result: 'already' } : changeUser({ user, before: now, wanted }, found.settings.app, within);
  }
  const numbered = await enforcePhone({ ...planned, phone }, now, found.phone, within);
  if (set || (numbered.result !== 'done' && numbered.result !== 'already')) return numbered;
  // A number may turn SMS on by itself.
  const settings = await reader.settings(poolId, user).catch((error: Error) => error);
  if (settings instanceof Error) return noteUser({ user, before: now, wanted }, refusedBy(settings), within);
  if (settings === undefined) return noteUser({ user, before: now, wanted }, { result: 'gone' }, within);
  const later = recordedOf(settings);
  if (isSame(later, wanted, pool.offered)) return numbered;
  return changeUser({ user, before: later, wanted }, settings.app, within);
}

/** Who has the number already, as after an interruption, may have got SMS with it. */
function isAsPlanned(
  now: Recorded,
  found: Recorded['phone'],
  { before, phone }: Planned,
  offered: readonly Factor[],
): boolean {
  if (isSame(now, before, offered)) return true;
  const bySms = { ...before, enabled: [...before.enabled, 'sms' as const] };
  return phone !== undefined && isNumber(found, phone.wanted) && isSame(now, bySms, offered);
}

/** Whether two numbers are the same, and as verified. */
function isNumber(one: Recorded['phone'], other: Recorded['phone']): boolean {
  const of = (phone: Recorded['phone']) => ({ enabled: [], phone: phone ?? null });
  return isSame(of(one), of(other), []);
}

async function enforcePhone(
  { user, phone }: Planned & Required<Pick<Planned, 'phone'>>,
  now: Recorded,
  found: Recorded['phone'],
  within: Changing,
): Promise<EnforcedUser> {
  if (isNumber(found, phone.wanted)) return { result: 'already' };
  const change = { user, before: { ...now, phone: found ?? null }, wanted: { ...now, phone: phone.wanted } };
  return isNumber(found, phone.before)
    ? changeUser(change, false, within)
    : noteUser(change, { result: 'left' }, within);
}

interface Found {
  readonly settings: UserSettings;
  readonly phone?: Recorded['phone'];
}

async function readUser({ user, phone }: Planned, { reader, poolId }: Changing): Promise<Found | Error | undefined> {
  try {
    const settings = await reader.settings(poolId, user);
    if (settings === undefined || phone === undefined) return settings && { settings };
    return { settings, phone: (await reader.find(poolId, user))?.phone ?? null };
  } catch (error) {
    return error as Error;
  }
}

/** Nothing was sent. */
function refusedBy({ message }: Error): Came {
  return { result: 'dropped', because: message };
}

function recordedOf({ enabled, preferred }: UserSettings): Recorded {
  return { enabled, ...(preferred && { preferred }) };
}
