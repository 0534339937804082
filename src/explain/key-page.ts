import type { JsonSchema } from '../model/facet.js';
import { SPEC_KEYS, type SpecKeys } from '../model/spec-keys.js';
import { literal } from '../report/parts/literal.js';
import { exampleOf } from '../spec/words.js';
import type { Block, Page, Text } from './page.js';
import { valueWords } from './value-words.js';

/** A key of a spec that says how the spec is read, not what the pool is. */
export function keyPage(key: string): Page {
  const schema = SPEC_KEYS[key as keyof SpecKeys];
  const items = (schema['items'] ?? {}) as JsonSchema;
  const members = items['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
  const example = exampleOf(schema);
  return {
    name: key,
    what: 'a key of a spec: how it is read, not what the pool is',
    blocks: [
      { kind: 'text', text: String(schema['description']) },
      { kind: 'facts', rows: members ? memberRows(members, items) : [['value', valueWords(schema)]] },
      ...(example === undefined ? [] : [exampleBlock(key, example)]),
    ],
  };
}

function memberRows(members: Readonly<Record<string, JsonSchema>>, items: JsonSchema): [string, Text][] {
  const required = (items['required'] ?? []) as readonly string[];
  return Object.entries(members).map(([name, schema]) => [
    name,
    `${String(schema['description'])} (${valueWords(schema)}${required.includes(name) ? '; required' : ''})`,
  ]);
}

function exampleBlock(key: string, example: unknown): Block {
  if (!Array.isArray(example)) return { kind: 'yaml', text: `${key}: ${literal(example)}` };
  return { kind: 'yaml', text: [`${key}:`, ...example.map((item) => `  - ${literal(item)}`)].join('\n') };
}
