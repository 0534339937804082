import { PoolwardError } from '../model/errors.js';
import { predicate } from '../spec/file-problem.js';
import type { Files, Reach, Refusal } from '../spec/files.js';
import { limits } from '../spec/limits.js';

/** The content of a file that the command line names, or that the command knows by itself. Throws when it cannot be read. */
export function readNamed(files: Files, path: string, reach: Reach = 'anywhere'): Uint8Array {
  const { bytes, refused } = files.read(path, reach, limits.namedBytes);
  if (refused) throw notRead(path, refused);
  return bytes;
}

/** The same as text. */
export function readNamedText(files: Files, path: string, reach?: Reach): string {
  return new TextDecoder().decode(readNamed(files, path, reach));
}

/** Why a file was not read, as an error. */
export function notRead(path: string, refusal: Refusal, cause?: unknown): PoolwardError {
  if (refusal.kind === 'missing')
    return new PoolwardError('file-not-found', `There is no ${path}.`, { fault: 'user', cause });
  const fault = refusal.kind === 'unreadable' ? 'environment' : 'user';
  return new PoolwardError('cannot-read', `${path} ${predicate(refusal)}.`, {
    fault,
    ...(refusal.kind === 'not-regular' && { help: 'Write what comes from a pipe or a device to a file first.' }),
    cause,
  });
}
