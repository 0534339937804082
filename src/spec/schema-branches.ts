import type { SchemaError } from './schema-error.js';

/**
 * Which errors of an anyOf or oneOf to tell: those of the branch that was meant, where that can be seen, else a single
 * one about the choice. "Meant" is the only branch that takes this kind of value, or the only one whose constants fit.
 */
export function chooseBranch(outer: SchemaError, inner: readonly SchemaError[]): SchemaError[] {
  if (Array.isArray(outer.params['passingSchemas'])) return [outer];
  const branches = byBranch(outer, inner);
  const fitting = branches.filter((errors) => !errors.some((error) => failsOutright(error, outer)));
  if (fitting.length === 0) return [wholeValue(outer, inner)];
  if (fitting.every(onlyRequires)) return [oneOfKeys(outer, fitting.flat())];
  const chosen = fitting.filter((errors) => !errors.some((error) => isDiscriminator(error, outer)));
  if (chosen.length === 0) return discriminator(outer, fitting);
  return shortest(chosen) ?? [outer];
}

function byBranch(outer: SchemaError, inner: readonly SchemaError[]): SchemaError[][] {
  const branches = new Map<string, SchemaError[]>();
  for (const error of inner) {
    const branch = error.schemaPath.slice(outer.schemaPath.length + 1).split('/')[0] ?? '';
    branches.set(branch, [...(branches.get(branch) ?? []), error]);
  }
  return [...branches.values()];
}

const OUTRIGHT = new Set(['type', 'enum', 'const', 'false schema']);

function failsOutright(error: SchemaError, outer: SchemaError): boolean {
  return error.pointer === outer.pointer && error.key === undefined && OUTRIGHT.has(error.keyword);
}

/** No branch takes such a value: says once what all of them take. */
function wholeValue(outer: SchemaError, inner: readonly SchemaError[]): SchemaError {
  const outright = inner.filter((error) => failsOutright(error, outer));
  const values = [...new Set(outright.flatMap(allowedValues))];
  const withValues = new Set(outright.filter((error) => allowedValues(error).length > 0).map(({ schema }) => schema));
  const types = outright
    .filter(({ keyword, schema }) => keyword === 'type' && !withValues.has(schema))
    .flatMap(typesOf);
  if (values.length === 0) return { ...outer, keyword: 'type', params: { type: [...new Set(types)] } };
  return { ...outer, keyword: 'enum', params: { allowedValues: values, orTypes: [...new Set(types)] } };
}

/** The values of an enum or a const. */
export function allowedValues({ keyword, params }: SchemaError): unknown[] {
  if (keyword === 'const') return [params['allowedValue']];
  return keyword === 'enum' ? (params['allowedValues'] as unknown[]) : [];
}

/** The types that a `type` error asks for. */
export function typesOf({ params }: SchemaError): string[] {
  return [params['type']].flat().flatMap((type) => String(type).split(','));
}

const onlyRequires = (errors: readonly SchemaError[]) => errors.every(({ keyword }) => keyword === 'required');

function oneOfKeys(outer: SchemaError, errors: readonly SchemaError[]): SchemaError {
  const missing = [...new Set(errors.map(({ params }) => String(params['missingProperty'])))];
  return { ...outer, keyword: 'required', params: { missingProperty: missing[0], oneOf: missing } };
}

/** A constant one level down, such as `type: Google`. */
function isDiscriminator(error: SchemaError, outer: SchemaError): boolean {
  const step = error.pointer.slice(outer.pointer.length + 1);
  return allowedValues(error).length > 0 && step !== '' && !step.includes('/');
}

function discriminator(outer: SchemaError, branches: readonly (readonly SchemaError[])[]): SchemaError[] {
  const errors = branches.flat().filter((error) => isDiscriminator(error, outer));
  const first = errors[0];
  if (first === undefined || errors.some(({ pointer }) => pointer !== first.pointer)) return [outer];
  return [{ ...first, keyword: 'enum', params: { allowedValues: [...new Set(errors.flatMap(allowedValues))] } }];
}

/** The branch with the fewest errors, if there is only one such. */
function shortest(branches: readonly SchemaError[][]): SchemaError[] | undefined {
  const fewest = Math.min(...branches.map((errors) => errors.length));
  const found = branches.filter((errors) => errors.length === fewest);
  return found.length === 1 ? found[0] : undefined;
}
