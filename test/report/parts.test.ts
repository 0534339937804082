import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { observed } from '../../src/model/state.js';
import { contrast, ORDINARY } from '../../src/report/parts/contrast.js';
import { clip, literal } from '../../src/report/parts/literal.js';
import { ascii, visible } from '../../src/report/parts/visible.js';
import { change } from './sample.js';

const lines = (desired: unknown, live: unknown) =>
  contrast(change({ desired: observed(desired), live: observed(live) }), ORDINARY).map(
    ([label, text]) => `${label} ${text}`,
  );

describe('literal', () => {
  test.each<[unknown, string]>([
    [true, 'true'],
    ['true', '"true"'],
    ['12', '"12"'],
    [12, '12'],
    [null, 'null'],
    ['', '""'],
    ['https://a.example/x', 'https://a.example/x'],
    ['a\nb', '"a\\nb"'],
    ['\u202egpj.exe', '"\\u202egpj.exe"'],
    ['say "hi"\t', '"say \\"hi\\"\\t"'],
    [['a', 'b, c'], '[a, "b, c"]'],
    [{ team: 'identity', n: [1] }, '{team: identity, n: [1]}'],
    ['<redacted 3f2a>', '<redacted 3f2a>'],
  ])('%j is %s', (value, shown) => expect(literal(value)).toBe(shown));

  test('reads back as the same text in YAML', () => {
    const property = fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      expect(parse(`[${literal(value)}]`)).toEqual([value]);
    });
    fc.assert(property, { numRuns: 500 });
  });

  test('does not end in a value that holds itself', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(literal(loop)).toContain('…');
  });
});

test('clip keeps both ends', () => {
  expect(clip('abcdefghijklmnopqrstuvwxyz', 11)).toBe('abcd … wxyz');
  expect(clip('short', 11)).toBe('short');
});

describe('contrast', () => {
  test('lists are shown as what to add and what to take', () => {
    expect(lines(['a', 'b', 'c'], ['b', 'c', 'd'])).toEqual(['desired + a', 'live - d', 'both   2 more']);
  });

  test('lists that differ in order only are shown whole', () => {
    expect(lines(['a', 'b'], ['b', 'a'])).toEqual(['desired [a, b]', 'live [b, a]']);
  });

  test('a long list is cut, and says so', () => {
    const many = Array.from({ length: 40 }, (_item, index) => `u${index}`);
    expect(lines(many, []).at(-1)).toBe(' + … 28 more');
  });

  test('maps are shown by their pairs', () => {
    expect(lines({ team: 'identity', env: 'prod' }, { team: 'web', env: 'prod' })).toEqual([
      'desired + team: identity',
      'live - team: web',
      'both   1 more',
    ]);
  });

  test('long texts are cut around their first difference', () => {
    const [desired = '', live = ''] = lines(
      `${'x'.repeat(500)}A${'y'.repeat(500)}`,
      `${'x'.repeat(500)}B${'y'.repeat(500)}`,
    );
    expect(desired).toContain('xAy');
    expect(live).toContain('xBy');
    expect(desired).toContain('(1001 characters)');
  });

  test('texts that only look alike are told apart', () => {
    expect(lines('caf\u00e9', 'cafe\u0301')).toEqual(['desired "caf\\u00e9"', 'live "cafe\\u0301"']);
  });

  test('two different texts never look the same', () => {
    const long = fc.string({ minLength: 0, maxLength: 400 });
    const property = fc.property(long, long, (a, b) => {
      fc.pre(a !== b);
      const [desired, live] = lines(a, b).map((line) => line.replace(/^\w+ /, ''));
      expect(desired).not.toBe(live);
    });
    fc.assert(property);
  });
});

describe('visible', () => {
  test('escapes what a terminal obeys or hides', () => {
    expect(visible('a\x1b[2Kb\u0085\u2028\ud800')).toBe('a\\u001b[2Kb\\u0085\\u2028\\ud800');
    expect(ascii('é\u{1f600}')).toBe('\\u00e9\\U0001f600');
  });
});
