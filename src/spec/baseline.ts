import type { ErrorObject } from 'ajv';
import { facetOf } from '../facets/index.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument, SourceSpan } from '../model/source.js';
import { fileProblem } from './file-problem.js';
import type { Refusal } from './files.js';
import { type Problem, problemFindings } from './problem.js';
import type { Reader } from './reader.js';
import { schemaFindings } from './schema-findings.js';
import type { Validator } from './validate.js';
import { type Environment, filled } from './variables.js';

/** A baseline as a spec names it. */
export interface BaselineName {
  readonly file: string;
  /** Where it is named. */
  readonly at: SourceSpan;
}

/** The key that means every object of a section. */
export const EVERY = '*';

/** A baseline that may be relied on, or what is wrong with it. */
export interface ReadBaseline {
  readonly document?: SourceDocument;
  readonly findings: readonly Finding[];
}

/** Reads a baseline: sections of a spec, of which nothing must be there. */
export function readBaseline(
  { file, at }: BaselineName,
  owner: SourceDocument,
  reader: Reader,
  env: Environment,
  validator: Validator,
): ReadBaseline {
  const refused = reader.refusal(file);
  if (refused) return { findings: problemFindings(owner, [{ ...notRead(file, refused, reader.root), at }]) };
  const { document: read, findings: broken } = reader.read(file);
  if (!read || broken.length > 0) return { ...(read && { document: read }), findings: broken };
  const { document, findings: unresolved } = filled(read, env);
  const findings = unresolved.length > 0 ? unresolved : [...noSettings(document), ...invalid(document, validator)];
  return { document, findings };
}

function noSettings(document: SourceDocument): Finding[] {
  const keys = Object.keys((document.value ?? {}) as object).filter((key) => NOT_SETTINGS.includes(key));
  const problems = keys.map(
    (key): Problem => ({
      rule: 'baseline/not-a-setting',
      message: `${key} says nothing of a pool, so it cannot stand in a baseline.`,
      help: 'Keep sections with settings in it only.',
      at: document.locate([key], 'key'),
      path: [key],
    }),
  );
  return problemFindings(document, problems);
}

const NOT_SETTINGS = ['extends', 'include', 'remove', 'overlays', 'baseline', 'unmanaged', 'accept'];

/** The schema of a spec judges it, but for what a spec must have. */
function invalid(document: SourceDocument, validator: Validator): Finding[] {
  if (validator(document.value)) return [];
  const errors = (validator.errors ?? []).filter((error) => !isMissing(error) && !isEvery(error));
  return errors.length > 0 ? schemaFindings(document, errors) : [];
}

/** A key of the spec, of a section or of an object is not there. */
function isMissing({ keyword, instancePath }: ErrorObject): boolean {
  if (keyword !== 'required') return false;
  const [section, ...deeper] = instancePath.split('/').slice(1);
  return section === undefined || deeper.length <= (facetOf(section)?.kind === 'keyed' ? 1 : 0);
}

function isEvery({ keyword, propertyName, params }: ErrorObject): boolean {
  return propertyName === EVERY || (keyword === 'propertyNames' && params['propertyName'] === EVERY);
}

function notRead(file: string, refused: Refusal, root: string): Pick<Problem, 'rule' | 'message' | 'help'> {
  return { ...fileProblem(`The baseline ${file}`, refused, root), ...(refused.kind === 'missing' && MISSING) };
}

const MISSING = { rule: 'baseline/missing', help: 'Paths are relative to the file that names it.' };
