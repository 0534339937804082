import type { Facet, Fields, JsonSchema, KeyedFacet } from '../../model/facet.js';

/** The JSON Schema of a spec, assembled from the rows: draft-07, for editors and for `validate`. */
export function schemaOf(facets: readonly Facet[], keys: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Poolward spec',
    description: 'An Amazon Cognito user pool. A setting that is left out is expected to be at Cognito’s default.',
    ...objectOf({ ...Object.fromEntries(facets.map((facet) => [facet.id, sectionOf(facet)])), ...keys }),
    required: facets
      .filter(({ kind, fields }) => kind === 'single' && requiredOf(fields).length > 0)
      .map(({ id }) => id),
  };
}

function sectionOf(facet: Facet): JsonSchema {
  const described = { title: facet.title, description: `${facet.summary}\n\n${facet.references.join('\n')}`.trim() };
  const entry = entryOf(facet.fields);
  return { ...described, ...(facet.kind === 'single' ? entry : keyedOf(facet, entry)) };
}

/** An object with a key may be left empty (`web:`): then it has only defaults. One that must say something may not. */
function keyedOf(facet: KeyedFacet, entry: JsonSchema): JsonSchema {
  return {
    type: 'object',
    propertyNames: {
      pattern: facet.key.pattern,
      description: facet.key.doc,
      'x-says': facet.key.doc,
      ...(facet.key.answer && { 'x-answers': { pattern: facet.key.answer } }),
    },
    additionalProperties: {
      ...entry,
      type: emptyable(facet) ? ['object', 'null'] : 'object',
      title: facet.key.example,
    },
  };
}

function emptyable({ fields }: KeyedFacet): boolean {
  return requiredOf(fields).length === 0;
}

function entryOf(fields: Fields): JsonSchema {
  const properties = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema]));
  const required = requiredOf(fields);
  return { ...objectOf(properties), ...(required.length > 0 && { required }) };
}

function objectOf(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, additionalProperties: false };
}

function requiredOf(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, field]) => (field.required ? [name] : []));
}
