import type { JsonSchema } from '../model/facet.js';
import { chooseBranch } from './schema-branches.js';
import type { SchemaError } from './schema-error.js';
import { suggest } from './suggest.js';

/** Reduces ajv's errors to one per cause. */
export function schemaCauses(errors: readonly SchemaError[]): SchemaError[] {
  return withoutMisspelt(onePerValue(withoutWrappers(errors)));
}

/** `if` and `propertyNames` only repeat that something inside them failed. */
const REPEATING = new Set(['if', 'propertyNames']);

/** ajv reports branches before the anyOf that holds them, so inner choices are settled before outer ones. */
function withoutWrappers(errors: readonly SchemaError[]): SchemaError[] {
  const kept: SchemaError[] = [];
  for (const error of errors) {
    if (error.keyword === 'anyOf' || error.keyword === 'oneOf')
      kept.push(...chooseBranch(error, takeInner(kept, error)));
    else if (!REPEATING.has(error.keyword)) kept.push(error);
  }
  return kept;
}

/** Removes the errors of an anyOf's branches from the end of the list. */
function takeInner(kept: SchemaError[], outer: SchemaError): SchemaError[] {
  let first = kept.length;
  while (first > 0 && isInner(kept[first - 1], outer)) first--;
  return kept.splice(first);
}

/** Relies on a schema without references: behind one, ajv's paths would start anew. */
function isInner(error: SchemaError | undefined, outer: SchemaError): boolean {
  return error?.schemaPath.startsWith(`${outer.schemaPath}/`) === true && isAtOrUnder(error.pointer, outer.pointer);
}

const isAtOrUnder = (pointer: string, base: string) => pointer === base || pointer.startsWith(`${base}/`);

/** Keywords that judge a single value; the first that failed says why, the others follow from it. */
const VALUE_KEYWORDS = [
  'false schema',
  'enum',
  'const',
  'type',
  'anyOf',
  'oneOf',
  'not',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'pattern',
  'format',
];

function onePerValue(errors: readonly SchemaError[]): SchemaError[] {
  const best = new Map<string, SchemaError>();
  for (const error of errors) {
    const other = best.get(valueKey(error));
    if (isAboutValue(error) && (other === undefined || rank(error) < rank(other))) best.set(valueKey(error), error);
  }
  return errors.filter((error) => !isAboutValue(error) || best.get(valueKey(error)) === error);
}

const valueKey = (error: SchemaError) => `${error.pointer}\0${error.key ?? ''}`;
const rank = (error: SchemaError) => VALUE_KEYWORDS.indexOf(error.keyword);
const isAboutValue = (error: SchemaError) => rank(error) !== -1;

/** A misspelt key that must be there is one mistake, not an unknown and a missing key. */
function withoutMisspelt(errors: readonly SchemaError[]): SchemaError[] {
  return errors.filter((error) => error.keyword !== 'required' || !isMisspelt(error, errors));
}

function isMisspelt({ pointer, params }: SchemaError, errors: readonly SchemaError[]): boolean {
  return errors.some(
    (other) =>
      other.keyword === 'additionalProperties' &&
      other.pointer === pointer &&
      suggest(String(other.params['additionalProperty']), keysOf(other.schema)) === params['missingProperty'],
  );
}

/** The keys that a schema names. */
export function keysOf(schema: JsonSchema): string[] {
  return Object.keys((schema['properties'] as object | undefined) ?? {});
}
