import { PoolwardError } from '../../model/errors.js';
import type { Change, Changing } from '../../users/change-user.js';
import { settleOpen } from '../../users/change-user.js';
import { type Journal, openJournal, viewJournal } from '../../users/journal.js';
import type { Entry, Result } from '../../users/journal-lines.js';
import { openSuspensions, type SuspensionOf, suspensionOf } from '../../users/open-suspensions.js';
import type { UserWriter } from '../../users/ports.js';
import type { JournalArgs } from '../suspension-args.js';
import type { UsersPool } from './one-user.js';

/** What names a pool. */
type Of = Pick<UsersPool, 'poolId'>;

/** The journal of the suspensions of a pool. */
export function journalPath({ journal }: Pick<JournalArgs, 'journal'>, { poolId }: Of): string {
  return journal ?? `.poolward/mfa-suspended.${poolId}.jsonl`;
}

/** The suspensions that are open, without touching the journal; none where there is no journal. */
export async function lookUp(args: Pick<JournalArgs, 'journal' | 'io'>, pool: Of): Promise<readonly Entry[]> {
  const path = journalPath(args, pool);
  if (args.io.files.stat(path) === undefined) return [];
  const file = await args.io.journal(path, 'read');
  try {
    const { entries } = await viewJournal(file, { kind: 'suspend', pool: pool.poolId });
    return await openSuspensions(entries());
  } finally {
    await file.close();
  }
}

/** Whose second factor is suspended now, as the journal in its usual place has it. */
export async function suspensionsOf({ io }: Pick<JournalArgs, 'io'>, pool: Of): Promise<SuspensionOf> {
  try {
    return suspensionOf(await lookUp({ io, journal: undefined }, pool), io.now());
  } catch (cause) {
    if (!(cause instanceof PoolwardError)) throw cause;
    throw new PoolwardError('suspensions-not-read', `Nobody knows whose second factor is suspended: ${cause.message}`, {
      fault: 'environment',
      help: 'Put the file back as `users suspend-mfa` wrote it; move it away only if nobody’s second factor is suspended.',
      cause,
    });
  }
}

/** Opens the journal, finds out what came of what an earlier run left open, and works with it. */
export async function withJournal<T>(
  args: JournalArgs,
  pool: UsersPool,
  offered: Changing['pool']['offered'],
  work: (within: Changing & { readonly journal: Journal }) => Promise<T>,
): Promise<T> {
  const file = await args.io.journal(journalPath(args, pool), 'append');
  const startedAt = args.io.now().toISOString();
  const journal = await openJournal(file, { kind: 'suspend', pool: pool.poolId, startedAt });
  try {
    const within = { ...(await changing(args, pool)), pool: { offered }, journal };
    if (journal.told) args.talk.say(journal.told);
    for (const intent of journal.open) {
      const { result } = await settleOpen(intent, within);
      args.talk.say(`An earlier run ended in the middle of ${wordsOf(intent)}: ${CAME[result]}.`);
    }
    return await work(within);
  } finally {
    await journal.close();
  }
}

async function changing(args: JournalArgs, { poolId, connections, reader, spec }: UsersPool) {
  const writer: UserWriter = await connections.userWriter(spec.spec.pool);
  return { poolId, reader, writer, now: () => args.io.now() };
}

const CAME: Readonly<Record<Result, string>> = {
  done: 'it took effect',
  dropped: 'it was never sent',
  refused: 'it was refused',
  left: 'somebody else has changed the user since',
  gone: 'the user does not exist any more',
  unproved: 'whether it took effect could not be read',
};

function wordsOf({ undoes }: Change): string {
  return undoes === undefined ? 'a suspension' : `ending suspension ${undoes}`;
}
