import { Ajv } from 'ajv';
import fc from 'fast-check';
import type { PoolSpec } from '../../src/facets/index.js';
import type { Facet, JsonSchema } from '../../src/model/facet.js';
import { ALL_FACETS, namedValues, ROWS, type Row } from './registry.js';
import { POOL } from './specs.js';

const ajv = new Ajv({ strict: false });

/** Values of a row that its schema accepts: those that the row names, and others of the same shape. */
export function anyValue(row: Row): fc.Arbitrary<unknown> {
  const accepts = ajv.compile(row.field.schema);
  const shaped = shapedBy(row.field.schema);
  const named = fc.constantFrom(...namedValues(row));
  // Not a filter: where next to nothing of the shape is accepted, it would look for ever.
  const fitting = shaped && fc.tuple(shaped, named).map(([value, instead]) => (accepts(value) ? value : instead));
  return fitting ? fc.oneof(named, fitting) : named;
}

/** Arbitrary values of a schema fragment; undefined where only the named ones are known to fit. */
function shapedBy(schema: JsonSchema): fc.Arbitrary<unknown> | undefined {
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...schema['enum']);
  if (schema['type'] === 'boolean') return fc.boolean();
  if (schema['type'] === 'integer')
    return fc.maxSafeInteger().map((n) => bounded(n, schema['minimum'] as number, schema['maximum'] as number));
  if (schema['type'] === 'string') return textOf(schema);
  if (schema['type'] === 'array') return itemsOf(schema);
  if (schema['type'] === 'object' && schema['additionalProperties']) return mapOf(schema);
  return undefined;
}

const bounded = (n: number, low: number, high: number): number => low + (Math.abs(n) % (high - low + 1));

function textOf(schema: JsonSchema): fc.Arbitrary<string> | undefined {
  const maxLength = Math.min((schema['maxLength'] as number | undefined) ?? 40, 40);
  const plain = fc.string({ minLength: (schema['minLength'] as number | undefined) ?? 0, maxLength });
  if (typeof schema['pattern'] !== 'string') return plain;
  try {
    return fc.stringMatching(new RegExp(schema['pattern']), { size: '-1' });
  } catch {
    // Assertions such as (?!aws:) cannot be generated from.
    return undefined;
  }
}

function itemsOf(schema: JsonSchema): fc.Arbitrary<unknown> | undefined {
  const item = shapedBy(schema['items'] as JsonSchema);
  const minLength = (schema['minItems'] as number | undefined) ?? 0;
  const maxLength = Math.min((schema['maxItems'] as number | undefined) ?? 4, 4);
  return item && fc.uniqueArray(item, { minLength, maxLength });
}

function mapOf(schema: JsonSchema): fc.Arbitrary<unknown> | undefined {
  const keys = fc.constantFrom('team', 'cost-center', 'a.b/c', 'email', 'custom:x');
  const values = shapedBy(schema['additionalProperties'] as JsonSchema);
  return values && fc.dictionary(keys, values, { maxKeys: 3, noNullPrototype: true });
}

/** Keys that are awkward somewhere: dots, slashes, names of object members. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  attributes: ['email', 'birthdate', 'updated_at', 'custom:tenant', 'custom:a.b/c', 'dev:legacy'],
  clients: ['web', 'Web', 'a-x2e-b', 'constructor', 'api_1'],
  domains: ['acme-login', 'auth.example.com', '1'],
  users: ['ada@example.com', 'a/b', 'a.b', '+15555550100', 'x=#'],
};

/** An object or a section with some of its settings said. */
function sectionOf(facet: Facet): fc.Arbitrary<Record<string, unknown>> {
  const rows = ROWS.filter((row) => row.facet.id === facet.id);
  const members = Object.fromEntries(rows.map((row) => [row.name, anyValue(row)]));
  const required = rows.filter(({ field }) => field.required).map(({ name }) => name);
  return fc.record(members, { requiredKeys: required, noNullPrototype: true });
}

function facetOf(facet: Facet): fc.Arbitrary<unknown> {
  if (facet.id === 'pool') return sectionOf(facet).map((section) => ({ ...section, ...POOL }));
  if (facet.kind === 'single') return sectionOf(facet);
  const keys = fc.constantFrom(...(KEYS[facet.id] ?? [facet.key.example]));
  const section = sectionOf(facet);
  const required = Object.values(facet.fields).some((field) => field.required);
  return fc.dictionary(keys, required ? section : fc.oneof(section, fc.constant(null)), {
    maxKeys: 3,
    noNullPrototype: true,
  });
}

/** Specs that the schema accepts; AWS need not. */
export const anySpec: fc.Arbitrary<PoolSpec> = fc.record(
  Object.fromEntries(ALL_FACETS.map((facet) => [facet.id, facetOf(facet)])),
  { requiredKeys: ['pool'], noNullPrototype: true },
) as fc.Arbitrary<any>;
