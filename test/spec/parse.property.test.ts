import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
import { parseSpec } from '../../src/spec/parse.js';

const bytes = (text: string) => new TextEncoder().encode(text);

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    'yes',
    'null',
    '012',
    '- a',
    'a: b',
    '# x',
    '<<',
    '*a',
    '&a b',
    '!x',
    'l1\nl2\n',
    ' x ',
    '\ttab',
    '"',
    "it's",
    '1e3',
  ),
);
const key = fc
  .oneof(fc.string({ minLength: 1, maxLength: 8 }), fc.constantFrom('true', '1', 'a.b', 'constructor', 'k y', '-'))
  .filter((name) => name !== '__proto__' && name !== '<<');
const leaf = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const plainData = fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5, noNullPrototype: true });
const style = fc.record({
  indent: fc.integer({ min: 1, max: 4 }),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any', 'flow') as fc.Arbitrary<'any' | 'flow'>,
  defaultStringType: fc.constantFrom(
    'PLAIN',
    'QUOTE_DOUBLE',
    'QUOTE_SINGLE',
    'BLOCK_LITERAL',
    'BLOCK_FOLDED',
  ) as fc.Arbitrary<'PLAIN'>,
  lineWidth: fc.constantFrom(0, 30, 80),
});
const written = (value: unknown, options: object) =>
  stringify(value, { ...options, defaultKeyType: 'PLAIN', aliasDuplicateObjects: false });

function* paths(value: unknown, path: (string | number)[] = []): Generator<[(string | number)[], unknown]> {
  yield [path, value];
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* paths(item, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) yield* paths(item, [...path, name]);
}

/** -0 is written as 0 or -0, which are one number. */
const same = (value: unknown) => JSON.parse(JSON.stringify(value) ?? 'null');

/** `yaml` writes raw control characters, which YAML forbids, and does not always read its own block texts back. */
function isFaithful(source: string, value: unknown): boolean {
  if (/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/.test(source)) return false;
  const again = parseDocument(source);
  return again.errors.length === 0 && isDeepStrictEqual(same(again.toJS()), same(value));
}

test('plain data comes back as it was, whatever the style', () => {
  fc.assert(
    fc.property(plainData, style, fc.boolean(), (value, options, crlf) => {
      const source = written(value, options);
      fc.pre(isFaithful(source, value));
      const { document, findings } = parseSpec('f', bytes(crlf ? source.replaceAll('\n', '\r\n') : source));
      expect(findings).toEqual([]);
      expect(same(document?.value)).toEqual(same(value));
    }),
    { numRuns: 500 },
  );
});

test('locate points at text that means the value', () => {
  fc.assert(
    fc.property(plainData, style, (value, options) => {
      const source = written(value, options);
      fc.pre(isFaithful(source, value));
      const { document } = parseSpec('f', bytes(source));
      const lines = source.split('\n');
      const offset = (line: number, column: number) =>
        lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
      for (const [path, wanted] of paths(value)) {
        const span = document?.locate(path, 'value');
        if (span === undefined) throw new Error('no document');
        const piece = source.slice(offset(span.start.line, span.start.column), offset(span.end.line, span.end.column));
        if (/^[|>]\S*[1-9]/.test(piece)) continue; // Its indentation is relative to what is around it.
        expect(same(parse(' '.repeat(span.start.column - 1) + piece, { uniqueKeys: false }))).toEqual(same(wanted));
      }
    }),
    { numRuns: 300 },
  );
});

const fragment = fc.constantFrom(
  'a: ',
  '- ',
  '\n',
  '  ',
  '\t',
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  '"',
  "'",
  '&a ',
  '*a',
  '!t ',
  '|',
  '>',
  '#',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  '<<: ',
  '? ',
  '\r\n',
  '\r',
  '\0',
  '\ufeff',
  'é😀',
  '@',
  '`',
  '\\',
  '1',
  '~',
);
const input = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.string({ unit: 'binary' }).map(bytes),
  fc.array(fragment, { maxLength: 60 }).map((parts) => bytes(parts.join(''))),
);

test('no bytes make it throw, and findings lie inside the text', () => {
  fc.assert(
    fc.property(input, (data) => {
      const { document, findings } = parseSpec('f', data);
      const lines = new TextDecoder().decode(data).split('\n');
      expect(document?.value === undefined).toBe(findings.length > 0);
      for (const { at, message, help } of findings) {
        expect(message && help).toBeTruthy();
        expect(message).not.toMatch(/[\0-\x1f]/);
        for (const { line, column } of at ? [at.start, at.end] : []) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThan(0);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        }
      }
    }),
    { numRuns: 3000 },
  );
});
