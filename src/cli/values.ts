// Checks of option values: each returns the value or refuses it with what would be right.
import { InvalidArgumentError } from 'commander';
import type { JsonSchema } from '../model/facet.js';
import type { Described } from './lasting-option.js';

type Check<Value> = ((text: string) => Value) & Described;

/** A text of one form; `wanted` describes it. */
export function pattern(form: RegExp, wanted: string): Check<string> {
  const schema = { type: 'string', pattern: form.source, 'x-says': wanted };
  return checked(schema, (text) => {
    if (!form.test(text)) throw new InvalidArgumentError(`It has to be ${wanted}.`);
    return text;
  });
}

/** A number without sign or fraction. */
export function wholeNumber(most = Number.MAX_SAFE_INTEGER, least = 0): Check<number> {
  const bounded = most < Number.MAX_SAFE_INTEGER;
  return checked({ type: 'integer', minimum: least, ...(bounded && { maximum: most }) }, (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number > most || number < least) {
      throw new InvalidArgumentError(`It has to be a whole number from ${least}${bounded ? ` to ${most}` : ' up'}.`);
    }
    return number;
  });
}

/** A part of a whole, above nothing. */
export const percent = wholeNumber(100, 1);

/** A check with what a schema says of the same value. */
export function checked<F extends (text: string, previous: never) => unknown>(
  schema: JsonSchema,
  check: F,
): F & Described {
  return Object.assign(check, { schema });
}

/** An address of the web, without credentials in it: those would end up in logs. */
export function url(text: string): string {
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = parsed?.protocol === 'http:' || parsed?.protocol === 'https:';
  if (parsed === undefined || !isWeb || parsed.username !== '' || parsed.password !== '') {
    throw new InvalidArgumentError('It has to be a URL such as http://127.0.0.1:4566, without a password.');
  }
  return text;
}

/** A 12-digit account number. */
export const accountNumber = pattern(/^\d{12}$/, 'the 12 digits of an AWS account');
