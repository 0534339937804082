// The schemas that the SDK carries for its own use, read for ours: does an answer have the types that AWS documents?
// Source of the numbers: @smithy/types, schema/sentinels and schema/static-schemas.

/** A schema of the SDK: a number for a simple type, a tuple for what is made of others, or a function that gives it. */
type Schema = unknown;

const LIST = 1;
const MAP = 2;
const STRUCTURE = 3;
const UNION = 4;
/** Added to a simple type: a list of it, a map of it. */
const LIST_OF = 64;
const MAP_OF = 128;

/** How the simple types look: as JSON on the wire, and as the SDK hands them on. */
export interface Leaves {
  readonly blob: (value: unknown) => boolean;
  readonly time: (value: unknown) => boolean;
  /** Members that the schema marks as required have to be there. */
  readonly required?: boolean;
}

export const WIRE: Leaves = {
  blob: (value) => typeof value === 'string',
  time: (value) => typeof value === 'number' && isTime(new Date(value * 1000)),
};

export const READ: Leaves = {
  blob: (value) => value instanceof Uint8Array,
  time: (value) => value instanceof Date && isTime(value),
};

function isTime(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

/** What is wrong with a value, at which member: `UserPool.Name is not a string`; undefined where its types are right. */
export function misfit(schema: Schema, value: unknown, leaves: Leaves): string | undefined {
  return walk(resolved(schema), value, '', leaves);
}

/** The schema of what an operation answers. */
export function outputOf(operation: unknown): Schema {
  return Array.isArray(operation) ? operation[5] : undefined;
}

/** Functions called, and without the traits of the member. */
function resolved(schema: Schema): Schema {
  if (typeof schema === 'function') return resolved(schema());
  // A member with traits of its own: [schema, traits]. Every other tuple begins with its kind and has at least four parts.
  return Array.isArray(schema) && schema.length === 2 ? resolved(schema[0]) : schema;
}

function walk(schema: Schema, value: unknown, path: string, leaves: Leaves): string | undefined {
  if (typeof schema === 'number') return simple(schema, value, path, leaves);
  if (!Array.isArray(schema)) return undefined;
  const [kind] = schema;
  if (kind === STRUCTURE || kind === UNION || kind < 0) return structure(schema, value, path, leaves);
  if (kind === LIST) return list(resolved(schema[4]), value, path, leaves);
  if (kind === MAP) return map(resolved(schema[5]), value, path, leaves);
  return kind === 0 ? walk(resolved(schema[4]), value, path, leaves) : undefined;
}

/**
 * Blocks that AWS answers empty where there is nothing to say: a domain with a prefix has no certificate.
 * Source: https://docs.aws.amazon.com/cli/latest/reference/cognito-idp/describe-user-pool-domain.html
 */
const EMPTY_WITHOUT: ReadonlySet<string> = new Set(['DomainDescription.CustomDomainConfig']);

function structure(schema: readonly unknown[], value: unknown, path: string, leaves: Leaves): string | undefined {
  if (!isObject(value)) return `${path || 'the answer'} is not a structure`;
  if (EMPTY_WITHOUT.has(path) && Object.keys(value).length === 0) return undefined;
  const [, , , , names = [], schemas = [], required = 0] = schema as readonly [
    number,
    string,
    string,
    unknown,
    readonly string[],
    readonly Schema[],
    number,
  ];
  for (const [index, name] of names.entries()) {
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    const at = path ? `${path}.${name}` : name;
    if (member === undefined || member === null) {
      // The required members are the first ones.
      if (leaves.required && index < required) return missing(at);
      continue;
    }
    const found = walk(resolved(schemas[index]), member, at, leaves);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What is said of a member that is not there. */
export function missing(path: string): string {
  return `the answer has no ${path}, which AWS always sends`;
}

function list(item: Schema, value: unknown, path: string, leaves: Leaves): string | undefined {
  if (!Array.isArray(value)) return `${path} is not a list`;
  return firstOf(value, (one) => walk(item, one, `${path}[]`, leaves));
}

function map(item: Schema, value: unknown, path: string, leaves: Leaves): string | undefined {
  if (!isObject(value)) return `${path} is not a map`;
  return firstOf(Object.values(value), (one) => walk(item, one, `${path}.*`, leaves));
}

function firstOf<T>(items: readonly T[], judge: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = judge(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Simple = readonly [what: string, holds: (value: unknown, leaves: Leaves) => boolean];

const text: Simple = ['a string', (value) => typeof value === 'string'];
const time: Simple = ['a time', (value, leaves) => leaves.time(value)];
const SIMPLE: Readonly<Record<number, Simple>> = {
  0: text,
  1: ['a number', (value) => Number.isFinite(value)],
  2: ['true or false', (value) => typeof value === 'boolean'],
  4: time,
  5: time,
  6: time,
  7: time,
  21: ['a blob', (value, leaves) => leaves.blob(value)],
};

/** Documents and numbers without bounds are left alone. */
function simple(schema: number, value: unknown, path: string, leaves: Leaves): string | undefined {
  if (schema >= MAP_OF) return map(schema - MAP_OF, value, path, leaves);
  if (schema >= LIST_OF) return list(schema - LIST_OF, value, path, leaves);
  const known = SIMPLE[schema];
  return known === undefined || known[1](value, leaves) ? undefined : `${path} is not ${known[0]}`;
}
