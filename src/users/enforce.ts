import { awsFailure } from '../model/aws-failure.js';
import type { Changing } from './change-user.js';
import { type Count, oneMore } from './count.js';
import type { Planned } from './enforce-plan.js';
import { type EnforcedUser, enforceUser } from './enforce-user.js';
import type { Journal } from './journal.js';
import type { Result, Settlement } from './journal-lines.js';
import { type LeftAlone, leavingAlone } from './left-alone.js';
import { type HashSet, hash64, hashSet } from './membership.js';
import type { SuspensionOf } from './open-suspensions.js';
import type { UserName } from './user-names.js';

/** How a plan is applied, or a journal taken back. */
export interface Enforcing {
  readonly within: Changing;
  readonly name: UserName;
  /** Whose second factor is suspended: they are left alone. */
  readonly suspensionOf: SuspensionOf;
  readonly signal: AbortSignal;
  /** Is told how many users are done. */
  readonly onUsers?: (done: number) => void;
}

/** What came of the users; its size does not depend on how many there are. */
export interface Enforced extends LeftAlone {
  /** Changed and read back. */
  readonly done: number;
  /** Were so before this run came to them: somebody set it meanwhile, or an earlier run of the journal. */
  readonly already: number;
  /** By what came of them instead, and AWS's words. */
  readonly failed: readonly (readonly [Failed, Count])[];
  /** Why the rest was not tried. */
  readonly stopped?: string;
}

/** What came of users who are not as they were to be. */
export interface Failed {
  readonly result: Exclude<Result, 'done'>;
  readonly because?: string;
}

/** So many in a row that AWS refuses: it would refuse the next ones too. */
const ROW = 16;
const AT_ONCE = 8;

/** Applies a plan. Whom the journal has as done since the plan was made is passed over. Rejects where the journal cannot be written. */
export async function enforceUsers(
  plan: AsyncIterable<Planned>,
  finished: (planned: Planned) => boolean,
  enforcing: Enforcing,
): Promise<Enforced> {
  return eachOf(plan, enforcing, async (planned) =>
    finished(planned) ? { result: 'already' } : enforceUser(planned, enforcing.within),
  );
}

/** Does one thing to users, a few at once, and stops where AWS refuses it. A user has one turn at a time. */
export async function eachOf<T extends { readonly user: string }>(
  users: AsyncIterable<T>,
  { name, suspensionOf, signal, onUsers }: Enforcing,
  act: (one: T) => Promise<EnforcedUser>,
): Promise<Enforced> {
  const tally = tallying(name);
  const left = leavingAlone(name);
  let turn: T[] = [];
  const take = async () => {
    const came = await Promise.all(turn.map(act));
    for (const [index, one] of turn.entries()) tally.add(one.user, came[index] as EnforcedUser);
    turn = [];
    onUsers?.(tally.looked());
    signal.throwIfAborted();
  };
  for await (const one of users) {
    signal.throwIfAborted();
    if (turn.length === AT_ONCE || turn.some(({ user }) => user === one.user)) await take();
    if (tally.stopped() !== undefined) break;
    const suspension = suspensionOf({ username: one.user });
    if (suspension) left.add({ username: one.user }, suspension);
    else turn.push(one);
  }
  if (tally.stopped() === undefined) await take();
  return { ...tally.all(), ...left.counts() };
}

function tallying(name: UserName) {
  let [looked, done, already, row] = [0, 0, 0, 0];
  let stopped: string | undefined;
  const failed = new Map<string, readonly [Failed, Count]>();
  const fail = (user: string, result: Failed['result'], said: string | undefined) => {
    const because = said && nameless(said, user);
    const key = `${result} ${because ?? ''}`;
    const what = { result, ...(because !== undefined && { because }) };
    failed.set(key, [what, oneMore(failed.get(key)?.[1], () => name({ username: user }))]);
    const refused = because !== undefined && (result === 'refused' || result === 'dropped' || result === 'unproved');
    row = refused ? row + 1 : 0;
    if (refused && (awsFailure(because) === 'access' || row >= ROW)) stopped ??= because;
  };
  return {
    looked: () => looked,
    stopped: () => stopped,
    add(user: string, came: EnforcedUser) {
      looked += 1;
      if (came.result === 'done') done += 1;
      else if (came.result === 'already') already += 1;
      else fail(user, came.result, 'because' in came ? came.because : undefined);
      if (came.result === 'done' || came.result === 'already') row = 0;
    },
    all: (): Omit<Enforced, keyof LeftAlone> => ({
      done,
      already,
      failed: [...failed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
      ...(stopped !== undefined && { stopped }),
    }),
  };
}

/** AWS may name the user in its words; what is shorter than this is found in any words. */
const SHORTEST = 4;

function nameless(words: string, user: string): string {
  return user.length < SHORTEST ? words : words.replaceAll(user, '<user>');
}

/** Whom the journal has as done since a plan was made; 8 bytes a user are kept. */
export async function finishedSince(journal: Pick<Journal, 'entries'>, at: string): Promise<(one: Planned) => boolean> {
  const done: HashSet = hashSet();
  for await (const { at: when, user, wanted, undoes, settled } of journal.entries())
    if (undoes === undefined && when >= at && isDone(settled))
      done.add(hash64(keyOf(user, wanted.phone !== undefined)));
  return ({ user, before, wanted, phone }) =>
    done.has(hash64(keyOf(user, phone !== undefined && isSameText(before, wanted))));
}

const isDone = (settled: Settlement | undefined): boolean => settled?.result === 'done';
const keyOf = (user: string, ofPhone: boolean): string => `${ofPhone ? 'phone' : 'factors'} ${user}`;

/** Whether nothing but the number is planned: then the last entry of the user is the one about it. */
function isSameText(before: Planned['before'], wanted: Planned['wanted']): boolean {
  const text = ({ enabled, preferred }: Planned['before']) => JSON.stringify([[...enabled].sort(), preferred]);
  return text(before) === text(wanted);
}
