import { FACETS } from '../facets/index.js';
import type { Facet } from '../model/facet.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { fileProblem, pathFrom } from './file-problem.js';
import { type Problem, problemFindings } from './problem.js';
import type { Reader } from './reader.js';

type Plain = Readonly<Record<string, unknown>>;

/** The files that a spec includes. */
export interface Included {
  /** Those that could be read. */
  readonly parts: readonly SourceDocument[];
  readonly findings: readonly Finding[];
}

/** Only objects with keys may be declared elsewhere: two files can then never set one setting of the pool. */
const SHARED = (FACETS as readonly Facet[]).filter(({ kind }) => kind === 'keyed').map(({ id }) => id);

/** Reads the files that a spec includes. Each adds objects, and none that another one has. */
export function includedIn(document: SourceDocument, reader: Reader): Included {
  const includes = includesOf(document.value);
  const read = includes.map((name, index) => part(document, name, index, reader));
  const parts = read.flatMap((one) => (one.document ? [one.document] : []));
  const clashes = parts.flatMap((one, index) => [
    ...foreign(document, one),
    ...taken(document, one, parts.slice(0, index)),
  ]);
  return { parts, findings: [...read.flatMap((one) => one.findings), ...clashes] };
}

function includesOf(value: unknown): string[] {
  const include = (value as Plain | undefined)?.['include'];
  return Array.isArray(include) ? include.filter((name): name is string => typeof name === 'string') : [];
}

/** From the folder of the file in which the list stands, which may be a base. */
function pathOf(document: SourceDocument, name: string, index: number): string {
  return pathFrom(document.locate(['include', index]).file, name);
}

function part(
  document: SourceDocument,
  name: string,
  index: number,
  reader: Reader,
): { readonly document?: SourceDocument; readonly findings: readonly Finding[] } {
  const path = pathOf(document, name, index);
  const refused = reader.refusal(path);
  if (!refused) return reader.read(path);
  const wording = fileProblem(`The included file ${path}`, refused, reader.root);
  const place = { at: document.locate(['include', index]), path: ['include', index] };
  return { findings: problems(document, { ...wording, ...(refused.kind === 'missing' && MISSING), ...place }) };
}

const MISSING = { rule: 'include/missing', help: 'Paths are relative to the file that includes them.' };

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
    const { file, start } = other.locate([facet, key], 'key');
    return problems(document, {
      rule: 'include/declared-twice',
      message: `${facet}.${key} is declared in ${file}:${start.line} already.`,
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
