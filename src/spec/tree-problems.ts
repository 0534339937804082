import type { Position } from '../model/source.js';
import { limits } from './limits.js';
import type { Problem } from './problem.js';
import { plainText, quote } from './quote.js';

/** A problem of well-formed YAML that cannot be a spec, without its place. */
export type Wording = Pick<Problem, 'rule' | 'message' | 'help'>;

export const RESERVED_KEY: Wording = {
  rule: 'yaml/reserved-key',
  message: 'The key "__proto__" cannot be used.',
  help: 'Choose another name.',
};

export const BAD_MERGE: Wording = {
  rule: 'yaml/merge',
  message: 'A merge key (<<) takes mappings only.',
  help: 'Write <<: *name, where &name marks a mapping.',
};

export const ALIAS_BOMB: Wording = {
  rule: 'yaml/alias-bomb',
  message: `The aliases of this file stand for more than ${limits.aliasedValues} values.`,
  help: 'Write the values out, or use fewer aliases of aliases.',
};

/** A key that YAML takes for something other than text. */
export function keyNotText(value: unknown, source: string): Wording {
  const rule = 'yaml/key-not-text';
  const shown = plainText(source);
  if (typeof value === 'object' && value !== null) {
    return { rule, message: 'A list or mapping is used as a key.', help: 'Write a plain name before the colon.' };
  }
  if (source === '') {
    const help = 'Write the name of a setting before the colon.';
    return { rule, message: 'There is no key before the colon.', help };
  }
  const kind = value === null ? 'null' : `a ${typeof value}`;
  return { rule, message: `The key ${shown} is ${kind}, not text.`, help: `Put it in quotes: "${shown}".` };
}

export function duplicateKey(name: string, { line, column }: Position): Wording {
  const message = `The key ${quote(name)} is there twice; the first one is at line ${line}, column ${column}.`;
  return { rule: 'yaml/duplicate-key', message, help: 'Keep one of them and delete the other.' };
}

export function aliasLoop(name: string): Wording {
  const message = `${plainText(`*${name}`)} stands inside its own anchor.`;
  return { rule: 'yaml/alias-loop', message, help: 'Write the value out.' };
}

export function unknownAlias(name: string): Wording {
  const anchor = plainText(`&${name}`);
  return {
    rule: 'yaml/unknown-alias',
    message: `${plainText(`*${name}`)} has no anchor before it.`,
    help: `Write ${anchor} in front of the value it stands for, or put the text in quotes.`,
  };
}
