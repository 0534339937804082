import { limits } from './limits.js';
import type { Problem } from './problem.js';
import { textLines } from './text-lines.js';

type Refusal = Omit<Problem, 'at'> & { readonly line: number; readonly column: number };

/** The text of a file, or why it cannot be one. */
export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads bytes as UTF-8. A byte order mark at the start is dropped: editors do not show it, so columns agree with what
 * people see. UTF-16 is refused by name, because "invalid UTF-8" would not tell anybody what to do.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > limits.fileBytes) return refuse('yaml/too-large', ...tooLarge(bytes.length));
  if (isUtf16(bytes)) return refuse('yaml/not-utf8', 'The file is UTF-16, not UTF-8.', 'Save it as UTF-8.');
  const text = decodeStrictly(bytes);
  return text === undefined ? invalid(bytes) : { ok: true, text };
}

/** Message and help for a file over the limit. */
export function tooLarge(size: number): [message: string, help: string] {
  const found = (size / limits.fileBytes).toFixed(1);
  return [
    `The file has ${size} bytes (${found} MiB); a spec has at most ${limits.fileBytes} bytes (1 MiB).`,
    'Check that this is a spec; split the pools into one file each.',
  ];
}

function refuse(rule: string, message: string, help: string, line = 1, column = 1): Decoded {
  return { ok: false, refusal: { rule, message, help, line, column } };
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function decodeStrictly(bytes: Uint8Array, stream = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

function invalid(bytes: Uint8Array): Decoded {
  const valid = decodeStrictly(bytes.subarray(0, validPrefix(bytes)), true) ?? '';
  const { line, column } = textLines(valid).positionAt(valid.length);
  const offset = new TextEncoder().encode(valid).length + (hasMark(bytes) ? 3 : 0);
  const found = bytes.subarray(offset, offset + 1).reduce((_, byte) => `0x${byte.toString(16).padStart(2, '0')}`, '');
  const message = `Byte ${offset + 1} of the file (${found}) is not UTF-8.`;
  return refuse('yaml/not-utf8', message, 'Save the file as UTF-8, or retype the character.', line, column);
}

const hasMark = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** Length of the longest start that may still be UTF-8; a sequence cut off at its end counts as possible. */
function validPrefix(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodeStrictly(bytes.subarray(0, middle), true) === undefined) high = middle - 1;
    else low = middle;
  }
  return low;
}
