import type { Io, LineFile } from '../../src/cli/io.js';
import type { Signals } from '../../src/cli/signals.js';
import { PoolwardError } from '../../src/model/errors.js';
import type { Files } from '../../src/spec/files.js';
import type { JournalFile } from '../../src/users/ports.js';
import { reading } from '../harness/files.js';

/** A world in memory: files by path, and what was printed. */
export interface FakeIo extends Io {
  readonly stored: Map<string, string>;
  stdout(): string;
  stderr(): string;
}

const PACKAGE: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'poolward', version: '1.2.3' }),
  'schema/pool.schema.json': '{"title":"pool"}\n',
};

/** Signals of a process that gets none. */
export function quietSignals(signal = new AbortController().signal): Signals {
  return { signal, heed: () => undefined, blocking: (work) => work() };
}

/** `overrides` take the place of anything, such as a file system that refuses. */
export function fakeIo(files: Readonly<Record<string, string>> = {}, overrides: Partial<Io> = {}): FakeIo {
  const stored = new Map(Object.entries(files));
  const printed: { readonly out: string[]; readonly err: string[] } = { out: [], err: [] };
  return {
    stored,
    stdout: () => printed.out.join(''),
    stderr: () => printed.err.join(''),
    out: (text) => void printed.out.push(text),
    err: (text) => void printed.err.push(text),
    raw: (text) => void printed.out.push(text),
    conceal: () => undefined,
    concealed: (text) => text,
    readBytes: async (file) => new TextEncoder().encode(stored.get(file) ?? refuse('file-not-found', file)),
    writeAtomic: async (file, text, { overwrite }) => {
      if (stored.has(file) && !overwrite) refuse('file-exists', file);
      stored.set(file, typeof text === 'string' ? text : Buffer.from(text).toString('base64'));
    },
    lines: async (file) => fakeLines(file, stored),
    journal: async (file, mode) => {
      if (mode === 'read' && !stored.has(file)) refuse('file-not-found', file);
      return memoryJournal(file, stored);
    },
    files: fakeFiles(stored),
    readPackageFile: (path) => PACKAGE[path] ?? refuse('file-not-found', path),
    env: {},
    cwd: '/repo',
    isTty: false,
    errIsTty: false,
    ask: undefined,
    color: false,
    now: () => new Date('2026-01-02T03:04:05.000Z'),
    uuid: () => '00000000-0000-4000-8000-000000000000',
    ...quietSignals(),
    ...overrides,
  };
}

function refuse(code: string, file: string): never {
  throw new PoolwardError(code, `${code}: ${file}`, { fault: 'user' });
}

function fakeLines(file: string, stored: Map<string, string>): LineFile {
  let text = '';
  return {
    write: async (more) => {
      text += more;
    },
    close: async () => void stored.set(file, text),
    discard: async () => undefined,
  };
}

/** A journal in a map of files; nobody locks it. */
export function memoryJournal(name: string, stored: Map<string, string>): JournalFile {
  const bytes = () => Buffer.from(stored.get(name) ?? '');
  return {
    name,
    size: async () => bytes().length,
    read: async (from, length) => bytes().subarray(from, from + length),
    append: async (text) => void stored.set(name, (stored.get(name) ?? '') + text),
    cut: async (size) => void stored.set(name, bytes().subarray(0, size).toString()),
    remove: async () => void stored.delete(name),
    close: async () => undefined,
  };
}

function fakeFiles(stored: ReadonlyMap<string, string>): Files {
  const size = (path: string) => stored.get(path)?.length ?? 0;
  return {
    stat: (path) => (stored.has(path) ? { kind: 'file', size: size(path) } : undefined),
    list: () => [],
    ...reading((path) => stored.get(path)),
  };
}
