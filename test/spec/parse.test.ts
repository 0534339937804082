import { describe, expect, test } from 'vitest';
import { parseSpec } from '../../src/spec/parse.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const join = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...bytes(part)] : part)));

/** What was found: `rule line:column`, in order. */
function seen(input: string | Uint8Array): string[] {
  const { findings } = parseSpec('pool.yaml', typeof input === 'string' ? bytes(input) : input);
  for (const { message, help, at, fingerprint } of findings) {
    expect(message).toMatch(/^\S.*[.…]$/s);
    expect(help).toMatch(/^\S.*\.$/s);
    expect(at?.file).toBe('pool.yaml');
    expect(fingerprint).toContain(':yaml/');
  }
  return findings.map(({ rule, at }) => `${rule} ${at?.start.line}:${at?.start.column}`);
}

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghij'].map((key, i) => `${key}: &${key} [${Array(10).fill(`*${'abcdefghij'[i]}`).join(', ')}]`),
].join('\n');

const BAD: [name: string, input: string | Uint8Array, ...expected: string[]][] = [
  ['empty file', '', 'yaml/empty 1:1'],
  ['only spaces and line ends', ' \n\r\n ', 'yaml/empty 1:1'],
  ['only a byte order mark', join([0xef, 0xbb, 0xbf]), 'yaml/empty 1:1'],
  ['only comments', '# a\n# b\n', 'yaml/empty 1:1'],
  ['only a marker', '---\n', 'yaml/empty 1:4'],
  ['null', 'null\n', 'yaml/not-a-mapping 1:1'],
  ['a list', '- a\n- b\n', 'yaml/not-a-mapping 1:1'],
  ['a text', 'hello\n', 'yaml/not-a-mapping 1:1'],
  ['a number', '# n\n42', 'yaml/not-a-mapping 2:1'],
  ['several documents', 'a: 1\n---\nb: 2\n', 'yaml/several-documents 2:1'],
  ['a duplicate key', 'a: 1\nb: 2\na: 3\n', 'yaml/duplicate-key 3:1'],
  ['a duplicate key below', 'a:\n  b: 1\n  "b": 2\n', 'yaml/duplicate-key 3:3'],
  ['a duplicate key in flow style', 'a: {b: 1, b: 2}', 'yaml/duplicate-key 1:11'],
  ['a duplicate key with CRLF', 'a: 1\r\nb: 2\r\na: 3\r\n', 'yaml/duplicate-key 3:1'],
  ['a duplicate key behind a byte order mark', join([0xef, 0xbb, 0xbf], 'a: 1\na: 2'), 'yaml/duplicate-key 2:1'],
  ['tab indentation', 'a:\n\tb: 1\n', 'yaml/tab-indent 2:1'],
  ['an unknown alias', 'a: *b\n', 'yaml/unknown-alias 1:4'],
  ['an alias before its anchor', 'a: *b\nb: &b 1\n', 'yaml/unknown-alias 1:4'],
  ['an alias inside its anchor', 'a: &a\n  b: *a\n', 'yaml/alias-loop 2:6'],
  ['a billion laughs', bomb, 'yaml/alias-bomb 5:8'],
  ['10,000 flow lists', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'yaml/too-deep 1:103'],
  ['10,000 flow mappings', '{a: '.repeat(10_000), 'yaml/too-deep 1:401'],
  ['10,000 block lists', `${'- '.repeat(10_000)}a`, 'yaml/too-deep 1:201'],
  ['10,000 complex keys', `${'? '.repeat(10_000)}a`, 'yaml/too-deep 1:201'],
  [
    '1,400 block mappings',
    Array.from({ length: 1400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    'yaml/too-deep 101:102',
  ],
  ['a million brackets', '}'.repeat(1e6), 'yaml/too-large 1:250000'],
  ['50 MB', new Uint8Array(50e6), 'yaml/too-large 1:1'],
  ['a wrong byte', join('a: 1\nb: é', [0xff], '\n'), 'yaml/not-utf8 2:5'],
  ['a wrong byte behind a real replacement character', join('a: \ufffd', [0xc0], '\n'), 'yaml/not-utf8 1:5'],
  ['a character cut off at the end', join('a: 1\nb: ', [0xe2, 0x82]), 'yaml/not-utf8 2:4'],
  ['UTF-16, little end first', join([0xff, 0xfe, 0x61, 0x00]), 'yaml/not-utf8 1:1'],
  ['UTF-16, big end first', join([0xfe, 0xff, 0x00, 0x61]), 'yaml/not-utf8 1:1'],
  ['a NUL byte', 'a: 1\nb: x\0y\n', 'yaml/control-character 2:5'],
  ['an escape character', 'a: \x1b[31mred\n', 'yaml/control-character 1:4'],
  ['old Mac line ends', 'a: 1\rb: 2\r', 'yaml/control-character 1:5'],
  ['a number as key', 'a:\n  1: x\n', 'yaml/key-not-text 2:3'],
  ['a boolean and null as keys', 'true: x\nnull: y\n', 'yaml/key-not-text 1:1', 'yaml/key-not-text 2:1'],
  ['a list as key', '? [a]\n: 1\n', 'yaml/key-not-text 1:3'],
  ['no key', ': 1\n', 'yaml/key-not-text 1:1'],
  ['an own tag', 'a: 1\nb: !Ref x\n', 'yaml/tag 2:4'],
  ['a binary tag', 'a: !!binary aGk=\n', 'yaml/tag 1:4'],
  ['a tag on a mapping', 'a: !Sub\n  b: 1\n', 'yaml/tag 1:4'],
  ['__proto__', 'a:\n  __proto__:\n    polluted: true\n', 'yaml/reserved-key 2:3'],
  ['__proto__ through a merge', 'a: &a {"__proto__": {polluted: 1}}\nb: {<<: *a}\n', 'yaml/reserved-key 1:8'],
  ['a merge of a text', 'a:\n  <<: x\n', 'yaml/merge 2:7'],
  ['YAML 1.1', '%YAML 1.1\n---\na: yes\n', 'yaml/version 1:1'],
  ['an open quote', 'a: 1\nb: "x\nc: 2\n', 'yaml/open-quote 2:4'],
  ['an open list', 'a: [1, 2\nb: 3\n', 'yaml/indent 2:1'],
  ['an unknown escape', 'a: "C:\\dir"\n', 'yaml/escape 1:7'],
  ['a reserved character', 'a: @x\n', 'yaml/syntax 1:4'],
  ['a colon in a plain value', 'a: b: c\n', 'yaml/syntax 1:4'],
  ['a line without a colon', 'a: 1\nfoo\nb: 2\n', 'yaml/syntax 2:1'],
  ['a program', 'int main() { return "a" "b"; }\n', 'yaml/not-a-mapping 1:1'],
  [
    'all problems at once',
    'a: 1\na: 2\nb: !x 1\nc: *y\n\td: 1\n1: e\n',
    'yaml/duplicate-key 2:1',
    'yaml/tag 3:4',
    'yaml/unknown-alias 4:4',
    'yaml/tab-indent 5:1',
    'yaml/key-not-text 6:1',
  ],
];

describe('bad input', () => {
  test.each(BAD)('%s', (_, input, ...expected) => {
    expect(seen(input)).toEqual(expected);
  });

  test('has no value, but lines to show', () => {
    const { document } = parseSpec('pool.yaml', bytes('a: 1\na: 2\n'));
    expect(document).toMatchObject({ text: 'a: 1\na: 2\n', value: undefined });
  });

  test('names the first of two keys', () => {
    const [finding] = parseSpec('pool.yaml', bytes('pool: {id: main}\na:\n  b: 1\n  b: 2\n')).findings;
    expect(finding?.message).toContain('line 3, column 3');
    expect(finding).toMatchObject({ setting: 'a.b', fingerprint: 'main:yaml/duplicate-key:a.b' });
  });

  test('gives the byte of a UTF-8 error', () => {
    const [finding] = parseSpec('pool.yaml', join([0xef, 0xbb, 0xbf], 'é: ', [0xff])).findings;
    expect(finding?.message).toBe('Byte 8 of the file (0xff) is not UTF-8.');
  });

  test('shows a limited number of findings and counts the others', () => {
    const { findings } = parseSpec('pool.yaml', bytes('a: 1\n'.repeat(1000)));
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({ rule: 'spec/more-problems', message: expect.stringContaining('899 more') });
  });

  test('does not pollute prototypes', () => {
    parseSpec('pool.yaml', bytes('__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

const GOOD: [name: string, input: string | Uint8Array, value: unknown][] = [
  ['byte order mark', join([0xef, 0xbb, 0xbf], 'a: 1'), { a: 1 }],
  ['CRLF', 'a: 1\r\nb:\r\n  - x\r\n  - "y\r\n    z"\r\nc: |\r\n  l\r\n', { a: 1, b: ['x', 'y z'], c: 'l\n' }],
  ['yes, no, on, off are text', 'a: yes\nb: no\nc: on\nd: off', { a: 'yes', b: 'no', c: 'on', d: 'off' }],
  ['a date is text', 'a: 2020-01-01', { a: '2020-01-01' }],
  ['numbers', 'a: 012\nb: 0o14\nc: 0x1f\nd: 1e3', { a: 12, b: 12, c: 31, d: 1000 }],
  ['a marker in front', '---\na: 1\n...\n', { a: 1 }],
  ['JSON', '{"a": [1, true, null, "x"]}', { a: [1, true, null, 'x'] }],
  ['empty values', 'a:\nb: # none\nc: ~', { a: null, b: null, c: null }],
  ['flow key without a value', 'a: {b, c: }', { a: { b: null, c: null } }],
  ['!!str', 'a: !!str 012', { a: '012' }],
  ['aliases', 'a: &x [1, 2]\nb: *x', { a: [1, 2], b: [1, 2] }],
  ['an anchor set again', 'a: &x 1\nb: *x\nc: &x 2\nd: *x', { a: 1, b: 1, c: 2, d: 2 }],
  ['an alias as key', 'a: &x name\nb: {*x : 1}', { a: 'name', b: { name: 1 } }],
  ['merge: own keys win', 'a: &x {p: 1, q: 2}\nb: {q: 3, <<: *x}', { a: { p: 1, q: 2 }, b: { q: 3, p: 1 } }],
  [
    'merge: earlier wins',
    'a: [&x {p: 1}, &y {p: 2, q: 2}]\nb: {<<: [*x, *y]}',
    { a: [{ p: 1 }, { p: 2, q: 2 }], b: { p: 1, q: 2 } },
  ],
  ['a quoted << is a key', 'a: {"<<": 1}', { a: { '<<': 1 } }],
  ['keys of Object.prototype', 'a: {toString: 1, constructor: 2}', { a: { toString: 1, constructor: 2 } }],
  ['a tab inside a value', 'a: "x\ty"', { a: 'x\ty' }],
  ['a long line', `a: ${'x'.repeat(500_000)}`, { a: 'x'.repeat(500_000) }],
  ['99 levels', Array.from({ length: 99 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), expect.anything()],
];

describe('good input', () => {
  test.each(GOOD)('%s', (_, input, value) => {
    const { document, findings } = parseSpec('f', typeof input === 'string' ? bytes(input) : input);
    expect(findings).toEqual([]);
    expect(document?.value).toEqual(value);
  });
});

describe('locate', () => {
  const text = 'a: &x\n  p: 1\n  q: [10, 20]\nb: *x\nc:\n  <<: *x\n  p: 2\nd:\ne: |\n  text\n';
  const { document } = parseSpec('f', bytes(text));
  const at = (path: (string | number)[], part?: 'key' | 'value') => {
    const span = document?.locate(path, part);
    return span && `${span.start.line}:${span.start.column}-${span.end.line}:${span.end.column}`;
  };

  test.each<[string, (string | number)[], 'key' | 'value' | undefined, string]>([
    ['a value', ['a', 'p'], undefined, '2:6-2:7'],
    ['a key', ['a', 'p'], 'key', '2:3-2:4'],
    ['a mapping', ['a'], 'value', '2:3-3:14'],
    ['a list entry', ['a', 'q', 1], 'value', '3:11-3:13'],
    ['the key of a list entry is the entry', ['a', 'q', 1], 'key', '3:11-3:13'],
    ['an alias', ['b'], 'value', '4:4-4:6'],
    ['through an alias', ['b', 'q', 0], 'value', '3:7-3:9'],
    ['through a merge key', ['c', 'q'], 'value', '3:6-3:14'],
    ['the key that came by a merge', ['c', 'q'], 'key', '3:3-3:4'],
    ['what is said beside a merge', ['c', 'p'], 'value', '7:6-7:7'],
    ['an empty value', ['d'], 'value', '8:3-8:3'],
    ['a block text', ['e'], 'value', '9:4-11:1'],
    ['the nearest ancestor', ['c', 'none', 'at', 3], 'key', '5:1-5:2'],
    ['the nearest ancestor by value', ['a', 'p', 'x'], 'value', '2:6-2:7'],
    ['nothing of a missing section', ['none'], 'key', '1:1-1:1'],
    ['a name that objects inherit', ['toString'], 'key', '1:1-1:1'],
  ])('%s', (_, path, part, expected) => {
    expect(at(path, part)).toBe(expected);
  });

  test('columns with CRLF and with characters of two units', () => {
    const { document } = parseSpec('f', bytes('a: 1\r\n"😀": {k: vé}\r\n'));
    expect(document?.locate(['😀', 'k'])).toMatchObject({
      start: { line: 2, column: 11 },
      end: { line: 2, column: 13 },
    });
  });
});
