import type { JsonSchema } from '../model/facet.js';
import { literal } from '../report/parts/literal.js';
import { either, listWords, saysOf, typeWords, yamlWords } from '../spec/words.js';

/** A value as one would write it in YAML 1.2, where `off` is a text. */
export function valueText(value: unknown): string {
  return typeof value === 'string' ? yamlWords(value) : literal(value);
}

/** What a value may be, in words: `true or false`; `a list of at most 50, each email or phone`. */
export function valueWords(schema: JsonSchema): string {
  const words = schema['enum'] as readonly unknown[] | undefined;
  if (words) return allOf(words);
  const file = schema['x-file'] as { readonly maxBytes: number } | undefined;
  if (file) return `the path of a file, from the folder of the spec; at most ${file.maxBytes} bytes`;
  switch (schema['type']) {
    case 'string':
      return textWords(schema);
    case 'integer':
    case 'number':
      return `${typeWords([schema['type']])}${between(schema['minimum'], schema['maximum'], ' from ', ' to ')}`;
    case 'array':
      return listOf(schema);
    case 'object':
      return mappingWords(schema);
    default:
      return typeWords([schema['type'] ?? 'object'].flat() as string[]);
  }
}

const allOf = (words: readonly unknown[]): string => {
  const shown = words.map(valueText);
  return shown.length > 12 ? listWords(shown, 'or') : either(shown);
};

function textWords(schema: JsonSchema): string {
  const least =
    Number(schema['minLength'] ?? 0) > 1 || schema['maxLength'] !== undefined ? schema['minLength'] : undefined;
  const length = between(least, schema['maxLength'], '', ' to ');
  const says = saysOf(schema) ?? (schema['pattern'] === undefined ? 'text' : `text of the form ${schema['pattern']}`);
  return length === '' ? says : `${says}; ${length} characters`;
}

function listOf(schema: JsonSchema): string {
  const items = schema['items'] as JsonSchema | undefined;
  const count = between(schema['minItems'] || undefined, schema['maxItems'], ' with ', ' to ', ' entries');
  return items === undefined ? `a list${count}` : `a list${count}, each: ${valueWords(items)}`;
}

/** One with names of its own, or one whose keys the user chooses. */
function mappingWords(schema: JsonSchema): string {
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
  if (properties)
    return `a mapping with ${membersWords(properties, schema['required'] as readonly string[] | undefined)}`;
  const values = schema['additionalProperties'] as JsonSchema | undefined;
  const keys = schema['propertyNames'] as JsonSchema | undefined;
  if (!values) return 'a mapping';
  const count = between(schema['minProperties'] || undefined, schema['maxProperties'], ' with ', ' to ', ' entries');
  return `a mapping${count}${keys ? `; keys: ${valueWords(keys)}` : ''}; values: ${valueWords(values)}`;
}

function membersWords(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[] = []): string {
  const each = Object.entries(properties);
  if (each.every(([, schema]) => valueWords(schema) === 'a mapping')) return either(each.map(([name]) => name));
  return each
    .map(([name, schema]) => `${name}${required.includes(name) ? '' : '?'} (${valueWords(schema)})`)
    .join(', ');
}

function between(from: unknown, to: unknown, before: string, and: string, after = ''): string {
  if (from === undefined && to === undefined) return '';
  if (from === undefined) return `${before}at most ${String(to)}${after}`;
  if (to === undefined) return `${before}at least ${String(from)}${after}`;
  return from === to ? `${before}${String(from)}${after}` : `${before}${String(from)}${and}${String(to)}${after}`;
}
