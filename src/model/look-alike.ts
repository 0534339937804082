import { sameContent } from './equality.js';

/** Letters of other scripts that look like Latin ones. Source: https://www.unicode.org/Public/security/latest/confusables.txt */
const CONFUSABLE: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аеорсухіјѕԁһԛԝАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιρ'].map((letter, at) => [
    letter,
    [...'aeopcyxijsdhqwABEKMHOPCTXIJSABEZHIKMNOPTYXovip'][at] ?? letter,
  ]),
);

type Form = (text: string) => string;

/** Ways in which two texts may differ and read the same, the plainest first. */
const WAYS: readonly (readonly [way: string, form: Form])[] = [
  ['line ends (CRLF and LF)', (text) => text.replaceAll('\r\n', '\n')],
  ['a line end or spaces at the end', (text) => text.trimEnd()],
  ['spaces and line ends', (text) => text.split(/\s+/).join(' ').trim()],
  ['how characters are composed (Unicode NFC and NFD)', (text) => text.normalize('NFC')],
  ['the width or form of characters (Unicode NFKC)', (text) => text.normalize('NFKC')],
  ['characters that cannot be seen', (text) => text.replaceAll(/[\p{Cf}\p{Cc}]/gu, '')],
  [
    'letters of other scripts that look alike',
    (text) => text.replaceAll(/\P{ASCII}/gu, (one) => CONFUSABLE[one] ?? one),
  ],
  ['upper and lower case', (text) => text.toLowerCase()],
];

const ALL: Form = (text) => WAYS.reduce((whole, [, form]) => form(whole), text);

/** Whether two values read the same on paper and are not. */
export function looksAlike(a: unknown, b: unknown): boolean {
  return !sameContent(a, b) && sameContent(formed(a, ALL, true), formed(b, ALL, true));
}

/** In what two values that look alike differ: `line ends (CRLF and LF)`; undefined where anybody sees it. */
export function hiddenDifference(a: unknown, b: unknown): string | undefined {
  if (!looksAlike(a, b)) return undefined;
  const way = WAYS.find(([, form]) => sameContent(formed(a, form), formed(b, form)))?.[0];
  const types = sameContent(
    formed(a, (text) => text, true),
    formed(b, (text) => text, true),
  );
  return (
    way ??
    (types ? 'their types (a number or a truth value, and a text)' : 'spaces, case, and characters that look alike')
  );
}

/** A value with each of its texts in a form; `plain`: numbers and truth values as texts. */
function formed(value: unknown, form: Form, plain = false): unknown {
  if (typeof value === 'string') return form(value);
  if (plain && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  if (Array.isArray(value)) return value.map((item) => formed(item, form, plain));
  if (Object.prototype.toString.call(value) !== '[object Object]') return value;
  const members = Object.entries(value as object).map(([key, item]) => [form(key), formed(item, form, plain)]);
  return Object.fromEntries(members);
}
