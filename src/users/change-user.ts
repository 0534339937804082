import { awsFailure } from '../model/aws-failure.js';
import { factorsSaid } from './factors-said.js';
import type { Journal } from './journal.js';
import type { Entry, Intent, Recorded, Result, Settlement } from './journal-lines.js';
import type { Factor, PoolMfa } from './pool-mfa.js';
import type { Address, UserReader, UserSettings, UserWriter } from './ports.js';

/** What changing users of a pool takes. */
export interface Changing {
  readonly poolId: string;
  readonly pool: Pick<PoolMfa, 'offered'>;
  readonly reader: Pick<UserReader, 'settings' | 'find'>;
  readonly writer: UserWriter;
  readonly journal: Pick<Journal, 'intend' | 'settle'>;
  now(): Date;
}

/** What is to be changed of a user. */
export type Change = Omit<Intent, 'n' | 'at'>;

/** Notes a change, sends it, reads the user again, and notes what came of it. Rejects only where the journal cannot be written. */
export async function changeUser(change: Change, app: boolean, within: Changing): Promise<Settlement> {
  const intent = await within.journal.intend({ at: timeOf(within), ...change });
  const refusal = await send(intent, app, within);
  return settle(intent, await proved(intent, refusal, within), within);
}

/** Notes without a call what became of a change. */
export async function noteUser(change: Change, came: Came, within: Changing): Promise<Settlement> {
  const intent = await within.journal.intend({ at: timeOf(within), ...change });
  return settle(intent, came, within);
}

/** What came of it, and AWS's words where it said any. */
export type Came = Pick<Settlement, 'result' | 'because'>;

/** Takes a change back, unless the user is not any more as it left them. `notes` go with the entry. */
export async function putBack(
  { n, user, before, wanted }: Entry,
  within: Changing,
  notes: Pick<Change, 'by' | 'reason'> = {},
): Promise<Settlement> {
  const undo = { user, before: wanted, wanted: before, undoes: n, ...notes };
  const about = factorsOf({ before, wanted }, within.pool.offered);
  const found = await stateOf(user, wanted, within).catch((error: Error) => error);
  if (found instanceof Error) return noteUser(undo, { result: 'dropped', because: found.message }, within);
  if (found === undefined) return noteUser(undo, { result: 'gone' }, within);
  const now = { ...undo, before: found.recorded };
  if (isSame(found.recorded, before, about)) return noteUser(now, { result: 'done' }, within);
  if (!isSame(found.recorded, wanted, about)) return noteUser(now, { result: 'left' }, within);
  const former = about.length > 0 ? before : { ...factorsWithout(before, found.recorded), phone: before.phone ?? null };
  return changeUser({ ...now, wanted: former }, found.app, within);
}

/** Of the factors those that a change is about: none, where it is about the number alone, which may turn SMS on by itself. */
function factorsOf({ before, wanted }: Pick<Change, 'before' | 'wanted'>, offered: readonly Factor[]) {
  return wanted.phone !== undefined && sameFactors(before, wanted, offered) ? [] : offered;
}

/** What the user has, but for SMS that came with a number which goes. */
function factorsWithout(before: Recorded, { enabled, preferred }: Recorded): Recorded {
  const stays = (factor: Factor) => factor !== 'sms' || before.phone !== null || before.enabled.includes('sms');
  return { enabled: enabled.filter(stays), ...(preferred && stays(preferred) && { preferred }) };
}

/** What came of an intent that a crash left open: it was sent, or not, or somebody else has changed the user since. */
export async function settleOpen(intent: Intent, within: Changing): Promise<Settlement> {
  return settle(intent, await proved(intent, 'unknown', within), within);
}

async function send({ user, before, wanted }: Intent, app: boolean, within: Changing): Promise<string | undefined> {
  const { poolId, pool, writer } = within;
  try {
    // A factor may need the number, and a number that goes may be needed by a factor that stays until then.
    if (wanted.phone) await setPhone(wanted.phone, before, within, user);
    if (!sameFactors(before, wanted, pool.offered)) {
      await writer.setMfa(
        poolId,
        user,
        settingsOf(wanted, app, pool.offered),
        factorsSaid(before, wanted, pool.offered),
      );
    }
    if (wanted.phone === null) await writer.setPhone(poolId, user, undefined);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

async function setPhone(phone: Address, before: Recorded, { writer, poolId }: Changing, user: string): Promise<void> {
  if (!samePhone(before.phone, phone)) await writer.setPhone(poolId, user, phone);
}

function settingsOf({ enabled, preferred }: Recorded, app: boolean, offered: readonly Factor[]): UserSettings {
  const possible = enabled.filter((factor) => offered.includes(factor));
  return { enabled: possible, app, ...(preferred && possible.includes(preferred) && { preferred }) };
}

/** `refusal` is what AWS, or the way to it, said; `unknown` where nobody knows whether the call went out. */
async function proved(intent: Intent, refusal: string | undefined, within: Changing): Promise<Came> {
  const { user, before, wanted } = intent;
  const because = refusal === undefined || refusal === 'unknown' ? {} : { because: refusal };
  try {
    const found = await stateOf(user, wanted, within);
    if (found === undefined) return { result: 'gone', ...because };
    const about = factorsOf(intent, within.pool.offered);
    if (isSame(found.recorded, wanted, about)) return { result: 'done' };
    const untouched = isSame(found.recorded, before, about);
    return { result: resultOf(refusal, untouched), ...because };
  } catch (error) {
    return {
      result: 'unproved',
      because: [refusal, messageOf(error)].filter((one) => one && one !== 'unknown').join('; '),
    };
  }
}

/** A call whose answer got lost may take effect after the user was read. */
function resultOf(refusal: string | undefined, untouched: boolean): Result {
  if (refusal === 'unknown') return untouched ? 'dropped' : 'left';
  const refused = refusal !== undefined && awsFailure(refusal) !== 'unsure';
  return refused && untouched ? 'refused' : 'unproved';
}

/** The user now, as far as the change is about it. */
async function stateOf(
  user: string,
  { phone }: Recorded,
  { reader, poolId }: Changing,
): Promise<{ readonly recorded: Recorded; readonly app: boolean } | undefined> {
  const settings = await reader.settings(poolId, user);
  if (settings === undefined) return undefined;
  const { enabled, preferred, app } = settings;
  const number = phone === undefined ? {} : { phone: (await reader.find(poolId, user))?.phone ?? null };
  return { recorded: { enabled, ...(preferred && { preferred }), ...number }, app };
}

/** Whether two are the same, as far as the pool can say it: what it does not offer cannot be set. */
export function isSame(one: Recorded, other: Recorded, offered: readonly Factor[]): boolean {
  const aboutPhone = one.phone !== undefined && other.phone !== undefined;
  return sameFactors(one, other, offered) && (!aboutPhone || samePhone(one.phone, other.phone));
}

function sameFactors(one: Recorded, other: Recorded, offered: readonly Factor[]): boolean {
  const same = offered.every((factor) => one.enabled.includes(factor) === other.enabled.includes(factor));
  return same && preferredOf(one, offered) === preferredOf(other, offered);
}

function preferredOf({ preferred }: Recorded, offered: readonly Factor[]): Factor | undefined {
  return preferred && offered.includes(preferred) ? preferred : undefined;
}

function samePhone(one: Recorded['phone'], other: Recorded['phone']): boolean {
  return one?.value === other?.value && (one?.verified ?? false) === (other?.verified ?? false);
}

async function settle(intent: Intent, came: Came, within: Changing): Promise<Settlement> {
  const settlement = { n: intent.n, at: timeOf(within), ...came };
  await within.journal.settle(settlement);
  return settlement;
}

const timeOf = ({ now }: Pick<Changing, 'now'>): string => now().toISOString();

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
