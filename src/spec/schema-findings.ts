import type { ErrorObject } from 'ajv';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { problemFindings } from './problem.js';
import { sayCount, sayDuplicates, sayOther } from './say-counts.js';
import { sayBadKey, sayMissingKey, sayUnknownKey } from './say-keys.js';
import { sayLength, sayNoForm, sayNotAllowed, sayOutOfRange, sayPattern, sayWrongType } from './say-values.js';
import { schemaCauses } from './schema-causes.js';
import { type SchemaError, schemaError } from './schema-error.js';
import { type LinesOf, problemOf, type Said, type Scene, sceneOf } from './schema-problem.js';
import { answerOf } from './words.js';

const SAY: Readonly<Record<string, (scene: Scene) => Said | Said[]>> = {
  additionalProperties: sayUnknownKey,
  required: sayMissingKey,
  dependencies: sayMissingKey,
  type: sayWrongType,
  enum: sayNotAllowed,
  const: sayNotAllowed,
  anyOf: sayNoForm,
  oneOf: sayNoForm,
  minimum: sayOutOfRange,
  maximum: sayOutOfRange,
  exclusiveMinimum: sayOutOfRange,
  exclusiveMaximum: sayOutOfRange,
  multipleOf: sayOutOfRange,
  minLength: sayLength,
  maxLength: sayLength,
  pattern: sayPattern,
  format: sayPattern,
  minItems: sayCount,
  maxItems: sayCount,
  minProperties: sayCount,
  maxProperties: sayCount,
  uniqueItems: sayDuplicates,
};

/**
 * The errors that ajv found in a document, as findings: one per cause, sorted by place. The validator must have been
 * made with `allErrors` and `verbose`.
 */
export function schemaFindings(document: SourceDocument, errors: readonly ErrorObject[]): Finding[] {
  const lines = linesIn(document);
  const all = errors.map(schemaError);
  const causes = schemaCauses(all);
  // An invalid spec must never pass for a valid one because its only error was taken for noise.
  const told = causes.length > 0 ? causes : all.slice(0, 1);
  const problems = told.flatMap((error) => {
    const scene = sceneOf(error, document, lines);
    return [say(error)(scene)].flat().map((said) => problemOf(withAnswer(said, error), scene, document));
  });
  return problemFindings(document, problems);
}

function linesIn(document: SourceDocument): LinesOf {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const lines = known.get(file) ?? (document.textOf?.(file) ?? document.text).split('\n');
    known.set(file, lines);
    return lines;
  };
}

function withAnswer(said: Said, { schema, keyword }: SchemaError): Said {
  const answer = answerOf(schema, keyword);
  if (answer === undefined) return said;
  return { ...said, message: `${said.message.replace(/\.$/, '')}; AWS would answer "${answer}".` };
}

function say({ key, keyword }: SchemaError): (scene: Scene) => Said | Said[] {
  return key === undefined ? (SAY[keyword] ?? sayOther) : sayBadKey;
}
