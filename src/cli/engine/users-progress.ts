import { PoolwardError } from '../../model/errors.js';
import type { Progress, ProgressFile } from '../../users/progress.js';
import { parseProgress, progressText } from '../../users/progress.js';
import type { UsersAuditArgs } from '../engines.js';

/** Where the runs of a file have come to. */
export interface Checkpoint {
  /** Of a pool; undefined where there is none, or another question was asked of the pool as it was then. */
  at(poolId: string, question: string): Progress | undefined;
  /** Notes how far it has come; undefined when all is done. */
  note(poolId: string, question: string, progress: Progress | undefined): Promise<void>;
}

/** The file of --resume. It is written after each page, whole or not at all. */
export function checkpoint({ resume, io }: Pick<UsersAuditArgs, 'resume' | 'io'>): Checkpoint {
  if (resume === undefined) return { at: () => undefined, note: async () => undefined };
  let pools: ProgressFile = io.files.stat(resume) === undefined ? {} : read(resume, io);
  return {
    at: (poolId, question) => (pools[poolId]?.question === question ? pools[poolId].progress : undefined),
    note: async (poolId, question, progress) => {
      const { [poolId]: _, ...others } = pools;
      pools = progress === undefined ? others : { ...others, [poolId]: { question, progress } };
      await io.writeAtomic(resume, progressText(pools), { overwrite: true });
    },
  };
}

function read(file: string, io: UsersAuditArgs['io']): ProgressFile {
  const found = parseProgress(new TextDecoder().decode(io.files.readBytes(file)));
  if (found !== undefined) return found;
  throw new PoolwardError('not-progress', `${file} is not a file that --resume wrote.`, {
    fault: 'user',
    help: 'Name another file, or remove it to begin again.',
  });
}
