import { append } from '../../accept/append.js';
import { blockEntry } from '../../accept/entry-text.js';
import { unifiedDiff } from '../../accept/unified-diff.js';
import type { Acceptance } from '../../model/accept.js';
import { PoolwardError } from '../../model/errors.js';
import type { SourceDocument } from '../../model/source.js';
import { specEnvironment, specFile } from '../../model/spec-name.js';
import { decode } from '../../spec/decode.js';
import type { Files } from '../../spec/files.js';
import type { LoadedSpec } from '../../spec/load.js';
import type { Io } from '../io.js';
import { readNamed } from '../read-named.js';

/** A spec file, as it is and as it is to be. */
interface Edit {
  readonly bytes: Uint8Array;
  readonly before: string;
  readonly after: string;
}

/** Edits by file. */
export type Edits = ReadonlyMap<string, Edit>;

/** Edits with entries added to a spec's file; where the spec is one of several environments, to its overlay there. */
export function withEntries(edits: Edits, one: LoadedSpec, entries: readonly Acceptance[], files: Files): Edits {
  const { spec, document } = one;
  const file = specFile(document.file);
  const environment = specEnvironment(document.file);
  const edit = edits.get(file) ?? read(file, files);
  const home = environment === undefined ? [] : ['overlays', environment];
  // The YAML library and the variables of a spec know nothing of each other: in a spec ${ is written $${.
  const written = entries.map(escaped);
  const appended = append(edit.after, { home, entries: written, inherited: spec.accept ?? [] });
  if (!appended || (appended.copied && namesVariables(document))) throw notEditable(document.file, written);
  return new Map(edits).set(file, { ...edit, after: appended.text });
}

function read(file: string, files: Files): Edit {
  const bytes = readNamed(files, file);
  const decoded = decode(bytes);
  const text = decoded.ok ? decoded.text : '';
  return { bytes, before: text, after: text };
}

function escaped(entry: Acceptance): Acceptance {
  const texts = Object.entries(entry).map(([key, text]) => [key, text.replaceAll('${', () => '$${')]);
  return Object.fromEntries(texts) as unknown as Acceptance;
}

/** Entries that were inherited come with their variables filled in, and what those hold is not for the file. */
function namesVariables({ locate, text, textOf }: SourceDocument): boolean {
  const { file, start, end } = locate(['accept']);
  const lines = (textOf?.(file) ?? text).split('\n').slice(start.line - 1, end.line);
  return lines.some((line) => line.includes('${'));
}

/** Why a file is not written, with what to write by hand. */
export function notEditable(name: string, entries: readonly Acceptance[]): PoolwardError {
  const lines = entries.flatMap(blockEntry).map((line) => `\n    ${line}`);
  return new PoolwardError('cannot-edit', `${name} is not written in a way that entries can be added to.`, {
    fault: 'user',
    help: `Nothing was written. Add them by hand, under accept:${lines.join('')}`,
  });
}

/** The files as they will be. */
export function withEdits(files: Files, edits: Edits): Files {
  return {
    ...files,
    read: (path, ...how) => {
      const edit = edits.get(path);
      return edit ? { bytes: new TextEncoder().encode(textOf(edit)) } : files.read(path, ...how);
    },
  };
}

/** As `diff -u`. */
export function diffOf(edits: Edits): string {
  const sorted = [...edits].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([file, { before, after }]) => unifiedDiff(file, before, after)).join('');
}

/** Writes each file whole or not at all; never over what somebody saved meanwhile. */
export async function write(edits: Edits, io: Pick<Io, 'files' | 'writeAtomic'>): Promise<void> {
  for (const [file, edit] of edits) {
    if (!sameBytes(readNamed(io.files, file), edit.bytes))
      throw new PoolwardError('file-changed', `${file} was changed by somebody else meanwhile; it was left alone.`, {
        fault: 'environment',
        help: 'Run the command again.',
      });
    await io.writeAtomic(file, textOf(edit), { overwrite: true });
  }
}

const MARK = '\ufeff';

/** A byte order mark is no part of the text, and stays. */
function textOf({ bytes, after }: Edit): string {
  const hadMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return (hadMark ? MARK : '') + after;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
