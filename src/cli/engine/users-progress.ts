import { PoolwardError } from '../../model/errors.js';
import type { Progress, ProgressFile } from '../../users/progress.js';
import { parseProgress, progressText } from '../../users/progress.js';
import { type SeenUsers, seenUsers } from '../../users/seen-users.js';
import type { UsersAuditArgs } from '../engines.js';
import { readNamedText } from '../read-named.js';

/** Where the runs of a file have come to. */
export interface Checkpoint {
  /** Of a pool, for a question. */
  at(poolId: string, question: string): Promise<Place>;
}

/** Where the run of a pool is. */
export interface Place {
  /** Where an earlier run stopped; undefined where there is none, or another question was asked of the pool as it was then. */
  readonly from: Progress | undefined;
  readonly seen: SeenUsers | undefined;
  /** Notes how far it has come; undefined when all is done. */
  note(progress: Progress | undefined): Promise<void>;
  close(): Promise<void>;
}

const NOWHERE: Place = { from: undefined, seen: undefined, note: async () => undefined, close: async () => undefined };

/** The file of --resume. It is written after each page, whole or not at all; beside it is the log of whom a run has seen. */
export function checkpoint({ resume, io, talk }: Pick<UsersAuditArgs, 'resume' | 'io' | 'talk'>): Checkpoint {
  if (resume === undefined) return { at: async () => NOWHERE };
  let pools: ProgressFile = io.files.stat(resume) === undefined ? {} : read(resume, io);
  return {
    at: async (poolId, question) => {
      const open = (suffix: string) => io.journal(`${resume}.${poolId}${suffix}`, 'append');
      const noted = pools[poolId]?.question === question ? pools[poolId] : undefined;
      const earlier = noted && (await seenUsers(open, noted.run, noted.progress.seen));
      if (noted && !earlier)
        talk.say(`${resume}.${poolId}.seen is not the log that belongs to ${resume}; it begins again.`);
      const run = earlier && noted ? noted.run : io.uuid();
      const seen = earlier ?? (await seenUsers(open, run, 0));
      let done = false;
      return {
        from: earlier && noted?.progress,
        seen,
        note: async (progress) => {
          done = progress === undefined;
          const { [poolId]: _, ...others } = pools;
          pools = progress === undefined ? others : { ...others, [poolId]: { question, run, progress } };
          await io.writeAtomic(resume, progressText(pools), { overwrite: true });
        },
        close: async () => seen?.close(done),
      };
    },
  };
}

function read(file: string, io: UsersAuditArgs['io']): ProgressFile {
  const found = parseProgress(readNamedText(io.files, file));
  if (found !== undefined) return found;
  throw new PoolwardError('not-progress', `${file} is not a file that --resume wrote.`, {
    fault: 'user',
    help: 'Name another file, or remove it to begin again.',
  });
}
