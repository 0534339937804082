// The edge: this file, node-files.ts, journal-file.ts and main.ts are all that the command line knows of the world.
import { readFileSync, type Stats } from 'node:fs';
import { chmod, link, mkdir, open, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PoolwardError } from '../model/errors.js';
import type { Files } from '../spec/files.js';
import type { JournalFile } from '../users/ports.js';
import { wantsColor } from './color.js';
import { type JournalMode, journalFile } from './journal-file.js';
import { nodeFiles } from './node-files.js';
import { readNamed } from './read-named.js';
import type { Signals } from './signals.js';
import { type Ask, terminal } from './terminal.js';

/** Everything that a command may do to the world. Paths are relative to `cwd`. */
export interface Io extends Signals {
  /** Data, on stdout. */
  out(text: string): void;
  /** Talk, on stderr. */
  err(text: string): void;
  /** From now on what is printed has the names of variables in the place of these values; names of files stay. */
  conceal(values: ReadonlyMap<string, string>, files: readonly string[]): void;
  /** A text as it may be printed. */
  concealed(text: string): string;
  /** Data that has to hold the values of variables, because AWS reads it. */
  raw(text: string): void;
  readBytes(file: string): Promise<Uint8Array>;
  /** All of the content or nothing; an existing file is kept, and an error, unless `overwrite`. */
  writeAtomic(file: string, content: string | Uint8Array, options: { readonly overwrite: boolean }): Promise<void>;
  /** Writes a file piece by piece; it has its name only once it is closed. */
  lines(file: string): Promise<LineFile>;
  /** A file that only grows; see `JournalMode`. */
  journal(file: string, mode: JournalMode): Promise<JournalFile>;
  /** The file system as reading specs needs it. */
  readonly files: Files;
  /** A text file of the installed package, by its path from the package's root. */
  readPackageFile(path: string): string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Whether a person may be looking at stdout. */
  readonly isTty: boolean;
  /** Whether a person may be looking at stderr. */
  readonly errIsTty: boolean;
  /** Asks whoever sits at the terminal; undefined where nobody does. */
  readonly ask: Ask | undefined;
  /** Whether stdout gets colours, as the environment has it. */
  readonly color: boolean;
  now(): Date;
  uuid(): string;
}

/** A file that is too large to be held: all of it, or nothing. */
export interface LineFile {
  write(text: string): Promise<void>;
  /** Gives it its name; what bore the name before is replaced. */
  close(): Promise<void>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

/** The real world; `root` is the folder of `--root`. */
export function nodeIo(signals: Signals, root?: string): Io {
  const { env, stdout, stderr } = process;
  const cwd = process.cwd();
  const isTty = stdout.isTTY === true;
  const files = nodeFiles(cwd, root);
  const out = writer(stdout);
  return {
    out,
    raw: out,
    conceal: () => undefined,
    concealed: (text) => text,
    err: writer(stderr),
    readBytes: async (file) => readNamed(files, file),
    writeAtomic: (file, text, options) => writeAtomic(resolve(cwd, file), text, options),
    // From here on there is something to take away, or to finish.
    lines: (file) => {
      signals.heed();
      return lineFile(resolve(cwd, file));
    },
    journal: (file, mode) => {
      signals.heed();
      return journalFile(resolve(cwd, file), file, mode);
    },
    files,
    readPackageFile: (path) => readFileSync(join(packageRoot(), path), 'utf8'),
    env,
    cwd,
    isTty,
    errIsTty: stderr.isTTY === true,
    ask: askOf(signals),
    color: wantsColor(env, isTty),
    now: () => new Date(),
    uuid: () => crypto.randomUUID(),
    ...signals,
  };
}

/** On stderr, because stdout is for data. */
function askOf({ signal, heed }: Signals): Ask | undefined {
  const { stdin, stderr, pid } = process;
  if (!stdin.isTTY || !stderr.isTTY) return undefined;
  const ask = terminal({ input: stdin, output: stderr, signal, interrupt: () => process.kill(pid, 'SIGINT') });
  return (...question) => {
    // A terminal that shows nothing of what is typed must not be left so.
    heed();
    return ask(...question);
  };
}

/** Waits until what was written has left the process: `process.exit` would cut off what a slow pipe has not taken. */
export async function flush(): Promise<void> {
  const drained = (stream: NodeJS.WriteStream) =>
    new Promise<void>((done) => (stream.writable ? stream.write('', () => done()) : done()));
  await Promise.all([drained(process.stdout), drained(process.stderr)]);
}

/** A reader that has seen enough (`| head`) closes the pipe; that is its right and not our failure. */
function writer(stream: NodeJS.WriteStream): (text: string) => void {
  let open = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    open = false;
  });
  return (text) => {
    if (open) stream.write(text);
  };
}

/**
 * Writes all of a text or nothing of it: to a temporary file in the same folder, which then takes the name. A reader
 * never sees half a file, and a full disk never costs the old one. `overwrite: false` fails where the name is taken,
 * even if it was taken in this instant.
 */
async function writeAtomic(
  file: string,
  text: string | Uint8Array,
  { overwrite }: { overwrite: boolean },
): Promise<void> {
  try {
    const existing = await existingAt(file);
    if (existing !== undefined && !overwrite) throw exists(file);
    // A device or pipe (/dev/stderr, >(process)) has to be written into: renaming over it would remove it.
    if (existing !== undefined && !existing.isFile()) await writeFile(file, text);
    else await replace(existing === undefined ? file : await realpath(file), text, existing?.mode, overwrite);
  } catch (cause) {
    throw writeRefusal(file, cause);
  }
}

async function existingAt(file: string): Promise<Stats | undefined> {
  return stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

async function replace(
  file: string,
  text: string | Uint8Array,
  mode: number | undefined,
  overwrite: boolean,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = join(dirname(file), `.${basename(file)}.${crypto.randomUUID()}.tmp`);
  try {
    await writeDurably(temporary, text, mode);
    await (overwrite ? rename(temporary, file) : renameToNew(temporary, file));
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

async function lineFile(file: string): Promise<LineFile> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const temporary = `${file}.${crypto.randomUUID()}.tmp`;
    // Whoever may be named in it: for nobody else's eyes.
    const handle = await open(temporary, 'wx', 0o600);
    return {
      write: async (text) => {
        await handle.write(text).catch((cause) => {
          throw writeRefusal(file, cause);
        });
      },
      close: async () => {
        await handle.sync();
        await handle.close();
        await rename(temporary, file);
      },
      discard: async () => {
        await handle.close();
        await unlink(temporary).catch(() => undefined);
      },
    };
  } catch (cause) {
    throw writeRefusal(file, cause);
  }
}

async function writeDurably(file: string, text: string | Uint8Array, mode: number | undefined): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text);
    // Not `open`'s third argument: the umask would take bits from it.
    if (mode !== undefined) await chmod(file, mode & 0o7777);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** `link` is the one call that gives a file a name only if nobody has it; some file systems lack it. */
async function renameToNew(temporary: string, file: string): Promise<void> {
  try {
    await link(temporary, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    if ((await existingAt(file)) !== undefined) throw exists(file);
    return rename(temporary, file);
  }
  await unlink(temporary);
}

function writeRefusal(file: string, cause: unknown): PoolwardError {
  if (cause instanceof PoolwardError) return cause;
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'EEXIST') return exists(file);
  return new PoolwardError('cannot-write', `${file} cannot be written: ${message}`, { fault: 'environment', cause });
}

function exists(file: string): PoolwardError {
  return new PoolwardError('file-exists', `${file} exists already and is not overwritten.`, { fault: 'user' });
}

/** The nearest folder above this file that is a package: the same for the sources, the build and a bundle. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!hasPackage(folder)) {
    if (folder === dirname(folder)) throw new Error(`no package.json above ${fileURLToPath(import.meta.url)}`);
    folder = dirname(folder);
  }
  return folder;
}

function hasPackage(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name === 'poolward';
  } catch {
    return false;
  }
}
