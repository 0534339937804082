import type { JsonSchema } from '../model/facet.js';
import { plainText, quote } from './quote.js';
import { suggest } from './suggest.js';

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  null: 'null',
};

/** JSON types as people say them. */
export function typeWords(types: readonly string[]): string {
  return either(types.map((type) => TYPES[type] ?? type));
}

/** A value that was found, the way the file spells it. */
export function foundWords(value: unknown, source: string): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  if (value === null) return source === '' ? 'empty' : `${plainText(source)} (null)`;
  return typeof value === 'number' ? `the number ${plainText(source)}` : plainText(source);
}

/** A value as one would write it in YAML. */
export function yamlWords(value: unknown): string {
  const plain = typeof value === 'string' && /^[A-Za-z_][\w ./-]*$/.test(value) && !/^(true|false|null)$/i.test(value);
  return plain ? plainText(value) : plainText(JSON.stringify(value));
}

const LISTED = 12;

/** `a, b and c`; long lists are cut and counted. */
export function listWords(words: readonly string[], last = 'and'): string {
  if (words.length > LISTED) return `${words.slice(0, LISTED).join(', ')} … (${words.length} in all)`;
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** `a, b or c`. */
export function either(words: readonly string[]): string {
  return listWords(words, 'or');
}

/** Words that people use for one another. */
const SYNONYMS = [
  ['on', 'true', 'yes', 'enabled', 'enable', 'active', 'required', 'mandatory', 'enforced'],
  ['off', 'false', 'no', 'disabled', 'disable', 'inactive', 'none'],
];

/** The allowed value that a wrong one most likely means. */
export function suggestValue(value: unknown, allowed: readonly unknown[]): unknown {
  if (typeof value === 'object') return undefined;
  const word = String(value);
  const same = allowed.find((candidate) => String(candidate).toLowerCase() === word.toLowerCase());
  const texts = allowed.filter((candidate): candidate is string => typeof candidate === 'string');
  return same ?? synonym(word, allowed) ?? (typeof value === 'string' ? suggest(value, texts) : undefined);
}

function synonym(word: string, allowed: readonly unknown[]): unknown {
  const group = SYNONYMS.find((words) => words.includes(word.toLowerCase())) ?? [];
  const found = allowed.filter((candidate) => group.includes(String(candidate).toLowerCase()));
  return found.length === 1 ? found[0] : undefined;
}

/** A value to show: the schema's example, else its default. */
export function exampleOf(schema: JsonSchema): unknown {
  const examples = schema['examples'];
  return Array.isArray(examples) && examples.length > 0 ? examples[0] : schema['default'];
}

/** What AWS would answer to a value that breaks a keyword of the schema; undefined where nobody knows. */
export function answerOf(schema: JsonSchema, keyword: string): string | undefined {
  const answers = schema['x-answers'] as Readonly<Record<string, string>> | undefined;
  return answers?.[keyword];
}

/** What the schema says a value looks like, as words that follow "expected". */
export function saysOf(schema: JsonSchema): string | undefined {
  const says = schema['x-says'];
  return typeof says === 'string' ? says : undefined;
}
