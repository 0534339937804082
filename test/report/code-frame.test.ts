import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../src/report/code-frame.js';

const span = (line: number, column: number, endColumn: number, endLine = line) => ({
  file: 'f',
  start: { line, column },
  end: { line: endLine, column: endColumn },
});
const plain = { color: false };

const CASES: [name: string, text: string, at: ReturnType<typeof span>, options: object, frame: string[]][] = [
  ['context', 'a\nb\nc\nd\ne\nf', span(4, 1, 2), {}, ['  2 | b', '  3 | c', '> 4 | d', '    | ^', '  5 | e']],
  ['no context', 'a\nbcd\nc', span(2, 2, 4), { before: 0, after: 0 }, ['> 2 | bcd', '    |  ^^']],
  ['gutter width', `${'x\n'.repeat(9)}y`, span(9, 1, 2), { before: 0 }, ['>  9 | x', '     | ^', '  10 | y']],
  ['CRLF', 'a: 1\r\nb: 2\r\n', span(2, 4, 5), { after: 0 }, ['  1 | a: 1', '> 2 | b: 2', '    |    ^']],
  ['empty span', 'key:', span(1, 5, 5), {}, ['> 1 | key:', '    |     ^']],
  ['empty text', '', span(1, 1, 1), {}, ['> 1 |', '    | ^']],
  ['several lines', 'a: [1,\n  2]', span(1, 4, 5, 2), { after: 0 }, ['> 1 | a: [1,', '    |    ^^^']],
  ['tabs', '\ta: \tx', span(1, 6, 7), {}, ['> 1 |     a:  x', '    |         ^']],
  ['CJK', '名前: 値 x', span(1, 5, 6), {}, ['> 1 | 名前: 値 x', '    |       ^^']],
  ['emoji', '😀👩‍👩‍👧🇩🇪❤️ x', span(1, 18, 19), {}, ['> 1 | 😀👩‍👩‍👧🇩🇪❤️ x', '    |          ^']],
  ['combining marks', 'e\u0301a', span(1, 3, 4), {}, ['> 1 | e\u0301a', '    |  ^']],
  ['control characters', 'a\x1b[31mb', span(1, 7, 8), {}, ['> 1 | a\\x1b[31mb', '    |          ^']],
  ['text that turns the direction', 'a\u202eb', span(1, 3, 4), {}, ['> 1 | a\\u202eb', '    |        ^']],
  ['half of a pair', 'a\ud83db', span(1, 3, 4), {}, ['> 1 | a\\ud83db', '    |        ^']],
  ['behind the end', 'a', span(9, 9, 9), {}, ['> 1 | a', '    |  ^']],
  [
    'long line, early',
    'abcdefghijklmnopqrstuvwxyz',
    span(1, 2, 4),
    { width: 20 },
    ['> 1 | abcdefghijklmnopqrs…', '    |  ^^'],
  ],
  [
    'long line, late',
    'abcdefghijklmnopqrstuvwxyz',
    span(1, 25, 27),
    { width: 20 },
    ['> 1 | …stuvwxyz', '    |        ^^'],
  ],
  ['long span', 'x'.repeat(50), span(1, 1, 51), { width: 20 }, [`> 1 | ${'x'.repeat(19)}…`, `    | ${'^'.repeat(19)}`]],
];

describe('codeFrame', () => {
  test.each(CASES)('%s', (_, text, at, options, frame) => {
    expect(codeFrame(text, at, { ...plain, ...options }).split('\n')).toEqual(frame);
  });

  test('colors gutter and carets only', () => {
    expect(codeFrame('ab', span(1, 2, 3), { color: true })).toBe(
      '\x1b[2m> 1 |\x1b[22m ab\n\x1b[2m    |\x1b[22m  \x1b[31m^\x1b[39m',
    );
  });

  test('a line of a megabyte is clipped fast', () => {
    const text = 'é名'.repeat(500_000);
    const frame = codeFrame(text, span(1, 700_002, 700_003), plain);
    expect(frame.length).toBeLessThan(300);
    expect(frame).toContain('^^');
  });

  const unit = fc.constantFrom(
    'a',
    ' ',
    '\t',
    '\n',
    '\r',
    '\0',
    '\x1b',
    '名',
    '😀',
    '\ud83d',
    '\u0301',
    '\u200d',
    '\u202e',
    '❤️',
    '🇩🇪',
  );
  const position = fc.record({ line: fc.integer({ min: -1, max: 9 }), column: fc.integer({ min: -1, max: 300 }) });

  test('never throws, never prints control characters, has one row of carets, fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 300 }),
        position,
        position,
        fc.integer({ min: 20, max: 60 }),
        (text, start, end, width) => {
          const frame = codeFrame(text, { file: 'f', start, end }, { color: false, width });
          expect(frame).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
          const rows = frame.split('\n');
          expect(rows.filter((row) => /^ +\| *\^+$/.test(row))).toHaveLength(1);
          expect(Math.max(...rows.map((row) => row.indexOf('^')))).toBeLessThan(width + 12);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('carets stand under the same text as without anything wide before it', () => {
    const piece = fc.constantFrom('a', '\t', '名', '😀', '\x1b', 'e\u0301');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
        (before) => {
          const at = span(1, before.length + 1, before.length + 4);
          const [line = '', carets = ''] = codeFrame(`${before}XYZ`, at, plain).split('\n');
          const lead = line.slice(0, line.indexOf('XYZ'));
          const columns = [...lead].reduce((sum, c) => sum + (c === '\u0301' ? 0 : /[名😀]/u.test(c) ? 2 : 1), 0);
          expect(carets).toBe(`    |${' '.repeat(columns - 5)}^^^`);
        },
      ),
    );
  });
});
