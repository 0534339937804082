import type { Path, SourceDocument } from '../model/source.js';
import type { Problem } from './problem.js';
import { plainText } from './quote.js';
import { pathOf, type SchemaError } from './schema-error.js';
import { foundWords } from './words.js';

/** A schema error seen against the file that it is about. */
export interface Scene {
  readonly error: SchemaError;
  readonly path: Path;
  /** The value's name in a sentence. */
  readonly subject: string;
  /** The value in a sentence. */
  readonly found: string;
  /** The value as it stands in the file. */
  readonly source: string;
}

/** What a keyword has to say; `at` is the value itself unless given. */
export interface Said {
  readonly rule: string;
  readonly message: string;
  readonly help: string;
  readonly at?: { readonly path: Path; readonly part: 'key' | 'value' };
  /** The setting that it is about, where that is not `at`. */
  readonly setting?: Path;
}

/** The lines of a file that the document's paths lead to. */
export type LinesOf = (file: string) => readonly string[];

/** Puts an error into its scene. */
export function sceneOf(error: SchemaError, document: SourceDocument, linesOf: LinesOf): Scene {
  const path = pathOf(error.pointer, document.value);
  const source = sourceOf(document, linesOf, path);
  const found = isSecret(error) ? 'a value that is not shown' : foundWords(error.data, source);
  return { error, path, subject: subjectOf(path), found, source: isSecret(error) ? '…' : source };
}

/** A path as the subject of a sentence. */
export function subjectOf(path: Path): string {
  return path.length === 0 ? 'The spec' : plainText(path.join('.'));
}

/** Ties words to their place. */
export function problemOf({ rule, message, help, at, setting }: Said, scene: Scene, document: SourceDocument): Problem {
  const { path, part } = at ?? ({ path: scene.path, part: 'value' } as const);
  return { rule, message, help, at: document.locate(path, part), path: setting ?? path };
}

function isSecret({ schema }: SchemaError): boolean {
  return schema['x-sensitive'] === true || schema['writeOnly'] === true;
}

/** Values of several lines are never quoted in a sentence. */
function sourceOf(document: SourceDocument, linesOf: LinesOf, path: Path): string {
  const { file, start, end } = document.locate(path, 'value');
  return start.line === end.line ? (linesOf(file)[start.line - 1] ?? '').slice(start.column - 1, end.column - 1) : '';
}
