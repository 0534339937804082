import { type Changing, settleOpen } from '../../users/change-user.js';
import { type Journal, openJournal } from '../../users/journal.js';
import type { Result } from '../../users/journal-lines.js';
import type { Run } from './enforce-outcome.js';

/** `settled` says what came of what was open, by number. */
type Work<T> = (within: Changing, journal: Journal, settled: ReadonlyMap<number, Result>) => Promise<T>;

/** The journal of a run; the file is made when somebody is changed. */
export interface EnforceJournal {
  readonly name: string;
  /** Throws where there is a file of that name which is no journal of this pool. */
  check(): Promise<void>;
  /** Opens it, finds out what came of what an earlier run left open, and closes it after the work. */
  use<T>(work: Work<T>): Promise<T>;
}

/** The journal that was named, or a new one. */
export function enforceJournal(run: Run, named = run.args.journal): EnforceJournal {
  const name = named ?? `.poolward/enforced.${run.poolId}.${stamp(run.startedAt)}.jsonl`;
  const check = async () => {
    if (run.args.io.files.stat(name) !== undefined) await (await opened(name, run)).close();
  };
  return { name, check, use: (work) => used(name, run, work) };
}

const stamp = (at: Date): string =>
  at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '');

async function opened(name: string, { args: { io }, poolId }: Run): Promise<Journal> {
  const header = { kind: 'enforce', pool: poolId, startedAt: io.now().toISOString() } as const;
  return openJournal(await io.journal(name, 'append'), header);
}

async function used<T>(name: string, run: Run, work: Work<T>): Promise<T> {
  const { args, poolId, pool, reader, spec, connections } = run;
  const { io, talk } = args;
  const journal = await opened(name, run);
  try {
    if (journal.told) talk.say(journal.told);
    const writer = await connections.userWriter(spec.spec.pool);
    const within: Changing = { poolId, pool, reader, writer, journal, now: io.now };
    const settled = new Map<number, Result>();
    for (const intent of journal.open) settled.set(intent.n, (await settleOpen(intent, within)).result);
    return await work(within, journal, settled);
  } finally {
    await journal.close();
  }
}
