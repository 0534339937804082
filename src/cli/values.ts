// Checks of option values: each returns the value or refuses it with what would be right.
import { InvalidArgumentError } from 'commander';

/** A text of one form; `wanted` describes it. */
export function pattern(form: RegExp, wanted: string): (text: string) => string {
  return (text) => {
    if (!form.test(text)) throw new InvalidArgumentError(`It has to be ${wanted}.`);
    return text;
  };
}

/** A number without sign or fraction. */
export function wholeNumber(most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number > most) {
      throw new InvalidArgumentError(
        `It has to be a whole number from 0${most < 2 ** 53 - 1 ? ` to ${most}` : ' up'}.`,
      );
    }
    return number;
  };
}

/** A part of a whole, above nothing. */
export function percent(text: string): number {
  const number = wholeNumber(100)(text);
  if (number === 0) throw new InvalidArgumentError('It has to be a whole number from 1 to 100.');
  return number;
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
