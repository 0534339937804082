// The edge, as io.ts is: the one place where files are looked at and opened for reading.
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { PoolwardError } from '../model/errors.js';
import type { Contents, FileKind, Files, Reach, Refusal } from '../spec/files.js';
import { notRead } from './read-named.js';

/**
 * The files of a disk. The root is the folder that was named, else the nearest one with `.git` at or above the working
 * folder, else the working folder; it is looked for once it is needed.
 */
export function nodeFiles(cwd: string, named: string | undefined): Files {
  let known: string | undefined;
  const root = () => {
    known ??= rootOf(cwd, named);
    return known;
  };
  return {
    get root() {
      return root();
    },
    contains: (path) => outsideOf([root()], whereabouts(resolve(cwd, path))) === undefined,
    stat: (path) => statOf(resolve(cwd, path), path),
    list: (folder) => list(resolve(cwd, folder), folder),
    read: (path, reach, most) => read(resolve(cwd, path), basesOf(reach, cwd, root), most),
  };
}

function rootOf(cwd: string, named: string | undefined): string {
  if (named === undefined) return realpathSync(repositoryAbove(cwd) ?? cwd);
  const folder = resolve(cwd, named);
  if (statOf(folder, named)?.kind === 'folder') return realpathSync(folder);
  throw new PoolwardError('no-root', `There is no folder ${named}.`, {
    fault: 'user',
    help: 'Name a folder that is there with --root, or leave it out: the folder with .git is the root then.',
  });
}

/** `.git` is a file in a worktree and in a submodule. */
function repositoryAbove(folder: string): string | undefined {
  if (lstatSync(join(folder, '.git'), { throwIfNoEntry: false })) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryAbove(above);
}

/** Real folders one of which has to hold a file; undefined where it may lie anywhere. */
function basesOf(reach: Reach, cwd: string, root: () => string): readonly string[] | undefined {
  if (reach === 'anywhere') return undefined;
  if (reach === 'root') return [root()];
  const folder = resolve(cwd, reach.folder);
  const ways = [folder, join(whereabouts(dirname(folder)), basename(folder))];
  // A link beneath the root leads where the repository says, and not where a person does.
  return ways.some((way) => isUnder(root(), way)) ? [root()] : [root(), whereabouts(folder)];
}

/** Where a path leads, links resolved; what is not there lies where it would be made. */
function whereabouts(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(whereabouts(above), basename(path));
  }
}

function isUnder(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function outsideOf(bases: readonly string[], path: string): Refusal | undefined {
  const base = bases.find((one) => isUnder(one, path));
  if (base === undefined) return { kind: 'outside' };
  // It holds credentials of pipelines, and what git runs.
  return relative(base, path).split(sep).includes('.git') ? { kind: 'in-git' } : undefined;
}

function read(path: string, bases: readonly string[] | undefined, most: number): Contents {
  try {
    const refused = (bases && outsideOf(bases, whereabouts(path))) ?? refusalOf(statSync(path), most);
    return refused ? { refused } : opened(path, bases, most);
  } catch (cause) {
    return { refused: refusalFor(cause) };
  }
}

/** A pipe or a device that nobody writes to would keep `open` waiting, and a terminal must not become ours. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/** Judges again what is open: the path may lead elsewhere by now. */
function opened(path: string, bases: readonly string[] | undefined, most: number): Contents {
  const handle = openSync(path, FLAGS);
  try {
    const refused = refusalOf(fstatSync(handle), most) ?? (bases && outsideOf(bases, pathOf(handle, path)));
    return refused ? { refused } : content(handle, most);
  } finally {
    closeSync(handle);
  }
}

function refusalOf(found: { isFile(): boolean; isDirectory(): boolean; size: number }, most: number) {
  if (found.isDirectory()) return { kind: 'folder' } as const;
  if (!found.isFile()) return { kind: 'not-regular' } as const;
  return found.size > most ? ({ kind: 'too-large', size: found.size, most } as const) : undefined;
}

/** Where an open file lies. Linux tells; elsewhere it is where the path leads now. */
function pathOf(handle: number, path: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${handle}`);
  } catch {
    return realpathSync(path);
  }
}

const CHUNK = 64 * 1024;

/** Up to the end, whatever size was told: a file may grow, and those of /proc tell 0. */
function content(handle: number, most: number): Contents {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const count = readSync(handle, chunk, 0, CHUNK, null);
    if (count === 0) return { bytes: Buffer.concat(chunks, size) };
    size += count;
    if (size > most) return { refused: { kind: 'too-large', size, most } };
    chunks.push(chunk.subarray(0, count));
  }
}

function refusalFor(cause: unknown): Refusal {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  // A socket cannot be opened, nor can a device without a driver.
  if (code === 'ENXIO' || code === 'ENODEV') return { kind: 'not-regular' };
  return { kind: 'unreadable', reason: message };
}

function statOf(path: string, name: string): ReturnType<Files['stat']> {
  try {
    const found = statSync(path);
    return { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other', size: found.size };
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw notRead(name, refusalFor(cause), cause);
  }
}

function list(folder: string, name: string): ReturnType<Files['list']> {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) })).sort(byName);
  } catch (cause) {
    throw notRead(name, refusalFor(cause), cause);
  }
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);

function kindOf(entry: Dirent): FileKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}
