import { limits } from './limits.js';

/** Characters that would act on a terminal or reorder the text around them. */
export const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The visible form of a character that must not be printed raw. */
export function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** A piece of the file as a message may show it: on one line, clipped, nothing unprintable. */
export function quote(text: string): string {
  return `"${plainText(text)}"`;
}

/** Like `quote`, without the quotation marks. */
export function plainText(text: string): string {
  const clipped = text.length > limits.quote ? `${text.slice(0, limits.quote).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return clipped.replace(UNPRINTABLE, (character) =>
    character === '\n' ? '\\n' : character === '\t' ? '\\t' : escapeCharacter(character),
  );
}
