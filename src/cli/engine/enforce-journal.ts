import { type Changing, settleOpen } from '../../users/change-user.js';
import { type Journal, openJournal } from '../../users/journal.js';
import type { Run } from './users-enforce.js';

/** The journal of a run; the file is made when somebody is changed. */
export interface EnforceJournal {
  readonly name: string;
  /** Opens it, finds out what came of what an earlier run left open, and closes it after the work. */
  use<T>(work: (within: Changing, journal: Journal) => Promise<T>): Promise<T>;
}

/** The journal that was named, or a new one in the working folder. */
export function enforceJournal(run: Run, named = run.args.journal): EnforceJournal {
  const name = named ?? `poolward-enforce-${run.spec.spec.pool.id}-${stamp(run.startedAt)}.jsonl`;
  return { name, use: (work) => used(name, run, work) };
}

const stamp = (at: Date): string =>
  at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '');

async function used<T>(
  name: string,
  { args, poolId, pool, reader, spec, connections }: Run,
  work: (within: Changing, journal: Journal) => Promise<T>,
): Promise<T> {
  const { io, talk } = args;
  const header = { kind: 'enforce', pool: poolId, startedAt: io.now().toISOString() } as const;
  const journal = await openJournal(await io.journal(name, 'append'), header);
  try {
    if (journal.told) talk.say(journal.told);
    const writer = await connections.userWriter(spec.spec.pool);
    const within: Changing = { poolId, pool, reader, writer, journal, now: io.now };
    for (const intent of journal.open) await settleOpen(intent, within);
    return await work(within, journal);
  } finally {
    await journal.close();
  }
}
