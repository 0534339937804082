// The edge, as io.ts is: journals on a disk.
import { constants } from 'node:fs';
import { type FileHandle, link, mkdir, open, readFile, realpath, rename, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { PoolwardError } from '../model/errors.js';
import type { JournalFile } from '../users/ports.js';

/** Whether it is only looked at; else it is made where it is missing, and nobody else may open it so. */
export type JournalMode = 'read' | 'append';

/** Opens the journal of a path; `name` is what messages call it. */
export async function journalFile(path: string, name: string, mode: JournalMode): Promise<JournalFile> {
  if (mode === 'read') return opened(await handleOf(path, name, 'r'), path, name, async () => undefined);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch((cause) => {
    throw refused(name, cause);
  });
  const unlock = await lock(await trueName(path), name);
  try {
    // Users are named in it: for nobody else's eyes.
    return opened(await handleOf(path, name, 'a+'), path, name, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function handleOf(path: string, name: string, flags: 'r' | 'a+'): Promise<FileHandle> {
  const handle = await open(path, FLAGS[flags], 0o600).catch((cause) => {
    throw refused(name, cause);
  });
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw refused(name, new Error('it is not a regular file'));
}

/** As Node's own, and a pipe that nobody writes to does not keep it waiting. */
const FLAGS = {
  r: constants.O_RDONLY | (constants.O_NONBLOCK ?? 0),
  'a+': constants.O_APPEND | constants.O_CREAT | constants.O_RDWR | (constants.O_NONBLOCK ?? 0),
} as const;

function opened(handle: FileHandle, path: string, name: string, unlock: () => Promise<void>): JournalFile {
  const told = <T>(done: Promise<T>): Promise<T> =>
    done.catch((cause) => {
      throw refused(name, cause);
    });
  return {
    name,
    size: async () => (await told(handle.stat())).size,
    read: async (from, length) => {
      const { buffer, bytesRead } = await told(handle.read(Buffer.alloc(length), 0, length, from));
      return buffer.subarray(0, bytesRead);
    },
    append: async (text) => {
      await told(handle.appendFile(text));
      await told(handle.sync());
    },
    cut: async (size) => {
      await told(handle.truncate(size));
    },
    remove: () => told(unlink(path)),
    close: async () => {
      await handle.close();
      await unlock();
    },
  };
}

/** Two names of one file have one lock. */
async function trueName(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** Who has a journal. */
interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/** What this process has; another process with its number has ended. */
const OWN = new Set<string>();

/** A file beside the journal that only one run can make. What a run that was killed has left is taken away. */
async function lock(path: string, name: string): Promise<() => Promise<void>> {
  const file = `${path}.lock`;
  const text = `${JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() })}\n`;
  if (!(await made(file, text, name)) && !((await takeAway(file)) && (await made(file, text, name))))
    throw inUse(name, file, parsed(await textOf(file)));
  OWN.add(file);
  return async () => {
    OWN.delete(file);
    await unlink(file).catch(() => undefined);
  };
}

/** Written first and named then, so that no other run reads half of it. */
async function made(file: string, text: string, name: string): Promise<boolean> {
  const temporary = `${file}.${crypto.randomUUID()}`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    await handle.writeFile(text);
    await handle.close();
    await link(temporary, file);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw refused(name, cause);
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

/** Whether the lock is gone. What was moved aside is put back if another run has made it in between. */
async function takeAway(file: string): Promise<boolean> {
  const text = await textOf(file);
  if (text === '') return true;
  if (!hasEnded(parsed(text), file)) return false;
  const aside = `${file}.${crypto.randomUUID()}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return false;
  const same = (await textOf(aside)) === text;
  if (!same) await link(aside, file).catch(() => undefined);
  await unlink(aside);
  return same;
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

function parsed(text: string): Owner | undefined {
  try {
    const { pid, host, since } = JSON.parse(text) as Partial<Owner>;
    return Number.isSafeInteger(pid) && host && since ? { pid: pid as number, host, since } : undefined;
  } catch {
    return undefined;
  }
}

/** Of another machine nobody here knows. */
function hasEnded(owner: Owner | undefined, file: string): boolean {
  if (owner === undefined || owner.host !== hostname()) return false;
  if (owner.pid === process.pid) return !OWN.has(file);
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function inUse(name: string, file: string, owner: Owner | undefined): PoolwardError {
  const who = owner ? `by process ${owner.pid} on ${owner.host} since ${owner.since}` : 'by another run';
  return new PoolwardError('journal-in-use', `${name} is in use ${who}.`, {
    fault: 'environment',
    help: `Wait until that run has ended. If it cannot be running any more, remove ${file}.`,
  });
}

function refused(name: string, cause: unknown): PoolwardError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT')
    return new PoolwardError('file-not-found', `There is no ${name}.`, {
      fault: 'user',
      help: 'Name a file that there is; it is looked for from the folder that this is run in.',
      cause,
    });
  return new PoolwardError('cannot-write', `${name} cannot be opened or written: ${message}`, {
    fault: 'environment',
    help: 'Name another file, or see to the disk and to the permissions of the file and its folder.',
    cause,
  });
}
