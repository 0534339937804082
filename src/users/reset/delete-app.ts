import { awsFailure } from '../../model/aws-failure.js';
import type { Journal } from '../journal.js';
import type { Entry, Intent, Result, Settlement } from '../journal-lines.js';
import type { AppRemover, UserReader } from '../ports.js';

/** What resetting a user of a pool takes. */
export interface Resetting {
  readonly poolId: string;
  readonly reader: Pick<UserReader, 'settings'>;
  readonly writer: AppRemover;
  readonly journal: Pick<Journal, 'intend' | 'settle'>;
  now(): Date;
}

/** A user, and what is noted of the reset. */
export type ResetIntent = Pick<Intent, 'user' | 'before' | 'wanted' | 'reason' | 'by'>;

/** Notes it, deletes the app, reads the user again, and notes the result. Rejects only where the journal cannot be written. */
export async function deleteApp(reset: ResetIntent, within: Resetting): Promise<Settlement> {
  const intent = await within.journal.intend({ at: timeOf(within), ...reset, does: 'delete-app' });
  const failure = await failureOf(within.writer.deleteApp(within.poolId, intent.user));
  return settle(intent, await proved(intent, failure, within), within);
}

/** Notes it, ends the sessions of the user, and notes AWS's answer: no read shows which sessions have ended. */
export async function revokeSessions(reset: ResetIntent, within: Resetting): Promise<Settlement> {
  const intent = await within.journal.intend({ at: timeOf(within), ...reset, before: reset.wanted, does: 'sign-out' });
  const failure = await failureOf(within.writer.signOut(within.poolId, intent.user));
  if (failure === undefined) return settle(intent, { result: 'done' }, within);
  const result = awsFailure(failure) === 'unsure' ? 'unproved' : 'refused';
  return settle(intent, { result, because: failure }, within);
}

/** The result of an intent that a crash left open. */
export async function settleReset(intent: Intent, within: Resetting): Promise<Settlement> {
  if (intent.does === 'sign-out') return settle(intent, { result: 'unproved' }, within);
  return settle(intent, await proved(intent, 'unknown', within), within);
}

/** Whether the last reset of a user in the journal deleted the app, or may have, and the sessions were not ended after it. */
export async function awaitsSignOut(user: string, entries: AsyncIterable<Entry>): Promise<boolean> {
  let awaits = false;
  for await (const entry of entries) {
    if (entry.user !== user) continue;
    const result = entry.settled?.result;
    if (entry.does === 'sign-out') awaits &&= result !== 'done';
    else awaits = result === 'done' || result === 'unproved';
  }
  return awaits;
}

type Proof = Pick<Settlement, 'result' | 'because'>;

/** `failure` is AWS's reason, or `unknown` where nobody knows whether the call went out. */
async function proved({ user, before }: Intent, failure: string | undefined, within: Resetting): Promise<Proof> {
  const because = failure === undefined || failure === 'unknown' ? {} : { because: failure };
  try {
    const settings = await within.reader.settings(within.poolId, user);
    if (settings === undefined) return { result: 'gone', ...because };
    const result = resultOf(failure, before.enabled.includes('totp'), settings.app);
    return result === 'done' ? { result } : { result, ...because };
  } catch (error) {
    const reasons = [because.because, messageOf(error)].filter((one) => one !== undefined);
    return { result: 'unproved', because: reasons.join('; ') };
  }
}

/** An app that was never listed cannot be seen to go: AWS's answer has to do. */
function resultOf(failure: string | undefined, wasListed: boolean, isListed: boolean): Result {
  if (failure === undefined) return isListed ? 'unproved' : 'done';
  if (wasListed && !isListed) return 'done';
  if (failure === 'unknown') return isListed ? 'dropped' : 'unproved';
  return awsFailure(failure) === 'unsure' ? 'unproved' : 'refused';
}

async function settle(intent: Intent, proof: Proof, within: Resetting): Promise<Settlement> {
  const settlement = { n: intent.n, at: timeOf(within), ...proof };
  await within.journal.settle(settlement);
  return settlement;
}

async function failureOf(sent: Promise<void>): Promise<string | undefined> {
  return sent.then(() => undefined, messageOf);
}

const timeOf = ({ now }: Pick<Resetting, 'now'>): string => now().toISOString();

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
