import { parseDocument } from 'yaml';
import type { Acceptance } from '../model/accept.js';

/** In this order whatever the order of the entry. */
const KEYS = ['rule', 'path', 'owner', 'reason', 'expires'] as const;

/** An entry as the lines of an item of a block list, without indentation. */
export function blockEntry(entry: Acceptance): string[] {
  return members(entry).map(([key, value], index) => `${index === 0 ? '- ' : '  '}${key}: ${scalar(value)}`);
}

/** An entry for a list in brackets. */
export function flowEntry(entry: Acceptance): string {
  return `{${members(entry)
    .map(([key, value]) => `"${key}": ${quoted(value)}`)
    .join(', ')}}`;
}

function members(entry: Acceptance): [string, string][] {
  return KEYS.flatMap((key) => (entry[key] === undefined ? [] : [[key, entry[key]] as [string, string]]));
}

/** A text on one line of YAML: plain where any reader of YAML, 1.1 too, takes it for the same text. */
export function scalar(text: string): string {
  const plain = /^\p{L}/u.test(text) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(text) && !UNPRINTABLE.test(text);
  if (!plain) return quoted(text);
  const { contents, errors } = parseDocument(`- ${text}\n`, { schema: 'core', logLevel: 'silent' });
  const [read] = errors.length > 0 ? [] : ((contents?.toJSON() ?? []) as unknown[]);
  return read === text ? text : quoted(text);
}

/** JSON leaves some characters as they are that a spec may not hold. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(new RegExp(UNPRINTABLE, 'g'), escaped);
}

const UNPRINTABLE = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
