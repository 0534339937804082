import type { JsonSchema } from '../../model/facet.js';

type Properties = Readonly<Record<string, JsonSchema>>;

/**
 * The schema of a spec for editors. They see one file at a time: one that extends another, or has overlays, need not say
 * everything itself, and an overlay may hold whatever a spec does. `validate` judges the whole.
 */
export function publishedSchema(schema: JsonSchema): JsonSchema {
  const { required, ...rest } = schema;
  const properties = schema['properties'] as Properties;
  const demanded = (required as readonly string[]).map((name) => [name, properties[name]?.['required']] as const);
  return {
    ...rest,
    properties: { ...lenientOf(properties), overlays: overlaysOf(properties) },
    if: { anyOf: [{ required: ['extends'] }, { required: ['overlays'] }] },
    else: { required, properties: Object.fromEntries(demanded.map(([name, needs]) => [name, { required: needs }])) },
  };
}

function lenientOf(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, lenient(schema)]));
}

function overlaysOf(properties: Properties): JsonSchema {
  const sections = Object.keys(properties).filter((name) => !['extends', 'include', 'overlays'].includes(name));
  return {
    ...properties['overlays'],
    additionalProperties: {
      type: ['object', 'null'],
      additionalProperties: false,
      properties: Object.fromEntries(sections.map((name) => [name, sectionOf(name, properties[name] ?? {})])),
    },
  };
}

/** Objects that must say something say it in the file that the overlay lies over. */
function sectionOf(name: string, { title, description, additionalProperties: entry }: JsonSchema): JsonSchema {
  const demanding = typeof entry === 'object' && (entry as JsonSchema)['required'] !== undefined;
  return demanding ? { title, description, type: 'object' } : { $ref: `#/properties/${name}` };
}

/** A section whose own settings must be there, here or elsewhere. */
function lenient({ required: _demanded, ...rest }: JsonSchema): JsonSchema {
  return rest;
}
