import { posix } from 'node:path';
import { FACETS } from '../facets/index.js';
import type { Facet } from '../model/facet.js';
import type { Finding } from '../model/finding.js';
import type { Path, SourceDocument } from '../model/source.js';
import type { Files } from './files.js';
import { type Problem, problemFindings } from './problem.js';
import { readSpec } from './read.js';

type Plain = Readonly<Record<string, unknown>>;

/** A spec with what it includes, as one document: a path leads to the file where its value really is. */
export interface Assembled {
  readonly document: SourceDocument;
  /** The included files that could be read, for code frames. */
  readonly parts: readonly SourceDocument[];
  readonly findings: readonly Finding[];
}

/** Only objects with keys may be declared elsewhere: two files can then never set one setting of the pool. */
const SHARED = (FACETS as readonly Facet[]).filter(({ kind }) => kind === 'keyed').map(({ id }) => id);

/** Reads the files that a spec includes and adds their objects to its own. A spec without `include` is returned as it is. */
export function assemble(document: SourceDocument, files: Files): Assembled {
  const includes = includesOf(document.value);
  if (includes.length === 0) return { document, parts: [], findings: [] };
  const read = includes.map((name, index) => part(document, name, index, files));
  const parts = read.flatMap((one) => (one.document ? [one.document] : []));
  const clashes = parts.flatMap((one, index) => [
    ...foreign(document, one),
    ...taken(document, one, parts.slice(0, index)),
  ]);
  const findings = [...read.flatMap((one) => one.findings), ...clashes];
  // Half a spec must not be taken for a whole one.
  const value = findings.length === 0 ? merged([document, ...parts]) : undefined;
  return { document: { ...document, value, locate: locator(document, parts) }, parts, findings };
}

/** The paths of included files, from the folder that the command runs in. */
export function includedFiles(document: SourceDocument): readonly string[] {
  return includesOf(document.value).map((name) => pathOf(document, name));
}

function includesOf(value: unknown): string[] {
  const include = (value as Plain | undefined)?.['include'];
  return Array.isArray(include) ? include.filter((name): name is string => typeof name === 'string') : [];
}

function pathOf(document: SourceDocument, name: string): string {
  return posix.join(posix.dirname(document.file), name);
}

function part(
  document: SourceDocument,
  name: string,
  index: number,
  files: Files,
): { readonly document?: SourceDocument; readonly findings: readonly Finding[] } {
  const path = pathOf(document, name);
  if (files.stat(path) === undefined)
    return {
      findings: problems(document, {
        rule: 'include/missing',
        message: `The included file ${path} does not exist.`,
        help: 'Paths are relative to the file that includes them.',
        at: document.locate(['include', index]),
        path: ['include', index],
      }),
    };
  return readSpec(path, files);
}

function problems(document: SourceDocument, problem: Problem): Finding[] {
  return problemFindings({ file: document.file, value: document.value }, [problem]);
}

/** An included file says what it may not: a setting of the pool, or a further include. */
function foreign(document: SourceDocument, part: SourceDocument): Finding[] {
  const keys = Object.keys((part.value as Plain | undefined) ?? {}).filter((key) => !SHARED.includes(key));
  return keys.flatMap((key) =>
    problems(document, {
      rule: 'include/not-shared',
      message: `${key} cannot be set in an included file; only objects with keys can (${SHARED.join(', ')}).`,
      help: `Move ${key} to ${document.file}.`,
      at: part.locate([key], 'key'),
      path: [key],
    }),
  );
}

/** An object that two files declare would be somebody's by chance. */
function taken(document: SourceDocument, part: SourceDocument, before: readonly SourceDocument[]): Finding[] {
  return objectsOf(part).flatMap(([facet, key]) => {
    const other = [document, ...before].find((one) => objectsOf(one).some(([f, k]) => f === facet && k === key));
    if (!other) return [];
    const { start } = other.locate([facet, key], 'key');
    return problems(document, {
      rule: 'include/declared-twice',
      message: `${facet}.${key} is declared in ${other.file}:${start.line} already.`,
      help: 'Declare it in one of the two files.',
      at: part.locate([facet, key], 'key'),
      path: [facet, key],
    });
  });
}

function objectsOf({ value }: SourceDocument): [string, string][] {
  return SHARED.flatMap((facet) => {
    const section = (value as Plain | undefined)?.[facet];
    return typeof section === 'object' && section !== null
      ? Object.keys(section).map((key): [string, string] => [facet, key])
      : [];
  });
}

function merged(documents: readonly SourceDocument[]): Plain {
  const [own, ...parts] = documents.map(({ value }) => value as Plain);
  const all: Record<string, unknown> = { ...own };
  for (const one of parts)
    for (const [facet, section] of Object.entries(one))
      all[facet] = { ...(all[facet] as Plain), ...(section as Plain) };
  return all;
}

function locator(document: SourceDocument, parts: readonly SourceDocument[]): SourceDocument['locate'] {
  const homes = new Map(
    parts.flatMap((part) => objectsOf(part).map(([facet, key]) => [`${facet}\n${key}`, part] as const)),
  );
  return (path: Path, which) => {
    const home = homes.get(`${String(path[0])}\n${String(path[1])}`);
    return (home ?? document).locate(path, which);
  };
}
