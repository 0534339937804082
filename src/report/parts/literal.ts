import { visible } from './visible.js';

/** Nothing in a spec nests this deep; a value that does is cut. */
const DEEPEST = 8;

/** A value on one line, written as YAML would have it in a flow. */
export function literal(value: unknown, room = Number.POSITIVE_INFINITY): string {
  return clip(write(value, 0), room);
}

/** Cuts the middle out of a text that is too long: both its ends say something. */
export function clip(text: string, room: number): string {
  if (text.length <= room) return text;
  const characters = [...text];
  const head = Math.ceil((room - 3) / 2);
  const tail = Math.floor((room - 3) / 2);
  return `${characters.slice(0, head).join('')} … ${characters.slice(-tail).join('')}`;
}

function write(value: unknown, depth: number): string {
  if (typeof value === 'string') return text(value);
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'object') return depth >= DEEPEST ? '…' : collection(value, depth + 1);
  return typeof value === 'symbol' || typeof value === 'function' ? `<${typeof value}>` : String(value);
}

function collection(value: object, depth: number): string {
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth)).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, item]) => `${text(key)}: ${write(item, depth)}`);
  return `{${pairs.join(', ')}}`;
}

/** What YAML reads as something else than the text it looks like. */
const NOT_PLAIN = [
  /^$/,
  /^(?:true|false|null|yes|no|on|off|~)$/i,
  /^[-+.]?\d/,
  /^[-+]?\.(?:inf|nan)$/i,
  /^[\s!&*|>@`"'%#?:-]/,
  /[,[\]{}]/,
  /: | #|\s$|:$/,
];

/** Plain where YAML would read the same text back; in double quotes, with escapes, elsewhere. */
export function text(value: string): string {
  const shown = visible(value);
  return shown !== value || NOT_PLAIN.some((pattern) => pattern.test(value)) ? quote(value) : value;
}

/** In double quotes, on one line. */
export function quote(value: string, escaping: (text: string) => string = visible): string {
  return `"${escaping(value.replaceAll('\\', '\\\\').replaceAll('"', '\\"'))}"`;
}
