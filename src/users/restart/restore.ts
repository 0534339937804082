import { awsFailure } from '../../model/aws-failure.js';
import { type Came, isSame } from '../change-user.js';
import { type Entry, type Intent, RESULTS, type Recorded, type Result } from '../journal-lines.js';
import type { Factor } from '../pool-mfa.js';
import { possible } from './record.js';
import type { Restarting } from './restart.js';

/** What came of users' own settings, by number. */
export interface Restored {
  readonly results: Readonly<Record<Result, number>>;
  /** Users who had SMS, which the pool does not offer any more; some of them had nothing else. */
  readonly lostSms: number;
  readonly leftWithNothing: number;
}

const AT_ONCE = 8;

/** Gives users back what was written down of them, as far as the pool offers it (`withSms`: SMS too), and reads each again. */
export async function restoreUsers(restarting: Restarting, withSms: boolean): Promise<Restored> {
  const { journal, signal, onUsers } = restarting;
  const offered: readonly Factor[] = withSms ? [...restarting.offered, 'sms'] : restarting.offered;
  const results = Object.fromEntries(RESULTS.map((one) => [one, 0])) as Record<Result, number>;
  let [lostSms, leftWithNothing, done] = [0, 0, 0];
  const take = async (some: readonly Entry[]) => {
    const came = await Promise.all(some.map((one) => one.settled?.result ?? restoreUser(one, restarting)));
    for (const result of came) results[result] += 1;
    done += some.length;
    onUsers?.(done);
  };
  let some: Entry[] = [];
  for await (const recorded of journal.entries()) {
    signal.throwIfAborted();
    if (recorded.settled?.result === 'dropped') continue;
    const entry = { ...recorded, wanted: possible(recorded.before, offered) };
    if (entry.before.enabled.length > entry.wanted.enabled.length) lostSms += 1;
    if (entry.wanted.enabled.length === 0) leftWithNothing += 1;
    some.push(entry);
    if (some.length === AT_ONCE) {
      await take(some);
      some = [];
    }
  }
  await take(some);
  return { results, lostSms, leftWithNothing };
}

async function restoreUser(intent: Intent, restarting: Restarting): Promise<Result> {
  const came = await given(intent, restarting);
  // What is not known stays open in the journal: the next run tries it again.
  if (came.result !== 'unproved')
    await restarting.journal.settle({ n: intent.n, at: restarting.now().toISOString(), ...came });
  return came.result;
}

async function given({ user, wanted }: Intent, restarting: Restarting): Promise<Came> {
  const { reader, poolId } = restarting;
  const refusals: string[] = [];
  try {
    const now = await reader.settings(poolId, user);
    if (now === undefined) return { result: 'gone' };
    if (has(now, wanted)) return { result: 'done' };
    refusals.push(...(await send(user, wanted, restarting)));
    const after = await reader.settings(poolId, user);
    if (after !== undefined && has(after, wanted)) return { result: 'done' };
    return { result: refusals.some(isFinal) ? 'refused' : 'unproved', ...because(refusals) };
  } catch (error) {
    return { result: 'unproved', ...because([...refusals, (error as Error).message]) };
  }
}

/** All factors with one call; where AWS refuses that, each of its own, so that one does not keep the others away. */
async function send(user: string, { enabled, preferred }: Recorded, restarting: Restarting): Promise<string[]> {
  const { writer, poolId } = restarting;
  const set = (factors: readonly Factor[]) => {
    const prefers = preferred && factors.includes(preferred) ? { preferred } : {};
    const settings = { enabled: factors, app: factors.includes('totp'), ...prefers };
    return writer.setMfa(poolId, user, settings, factors);
  };
  try {
    await set(enabled);
    return [];
  } catch (error) {
    const refusals = [(error as Error).message];
    if (enabled.length < 2) return refusals;
    for (const factor of enabled) await set([factor]).catch((cause: Error) => refusals.push(cause.message));
    return refusals;
  }
}

/** Whether AWS said no to this user, and would again. */
const isFinal = (reason: string): boolean => ['request', 'unknown'].includes(awsFailure(reason));

/** What the user has set since, beside it, is nobody's business. */
function has(now: Recorded, wanted: Recorded): boolean {
  return isSame(now, wanted, wanted.enabled);
}

const because = (reasons: readonly string[]): { because?: string } =>
  reasons.length > 0 ? { because: [...new Set(reasons)].join('; ') } : {};
