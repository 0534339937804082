import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, suggest } from '../../src/spec/suggest.js';

const KEYS = [
  'minimumLength',
  'requireNumbers',
  'requireSymbols',
  'callbackUrls',
  'logoutUrls',
  'mfa',
  'pool',
  'id',
  'name',
];

describe('suggest', () => {
  test.each([
    ['minimumLenght', 'minimumLength'],
    ['requireNumber', 'requireNumbers'],
    ['callback_urls', 'callbackUrls'],
    ['CALLBACK-URLS', 'callbackUrls'],
    ['callback', 'callbackUrls'],
    ['Id', 'id'],
    ['mfas', 'mfa'],
    ['nmae', 'name'],
    ['minLength', undefined],
    ['require', undefined],
    ['ok', undefined],
    ['xyz', undefined],
    ['zebra', undefined],
    ['', undefined],
    ['-', undefined],
    ['mfa', undefined],
    ['x'.repeat(100_000), undefined],
  ])('%s', (word, expected) => {
    expect(suggest(word.slice(0), KEYS)).toBe(expected);
  });

  test('finds a long name after any one slip', () => {
    const long = KEYS.filter((key) => key.length > 7);
    fc.assert(
      fc.property(
        fc.constantFrom(...long),
        fc.nat(),
        fc.constantFrom('drop', 'double', 'swap', 'replace'),
        (key, place, slip) => {
          const at = place % (key.length - 1);
          const [a = '', b = ''] = key.slice(at, at + 2);
          const wrong = { drop: b, double: a + a + b, swap: b + a, replace: `${a}7` }[slip];
          const word = key.slice(0, at) + wrong + key.slice(at + 2);
          fc.pre(word.toLowerCase() !== key.toLowerCase());
          expect(suggest(word, KEYS)).toBe(key);
        },
      ),
    );
  });

  test('says only candidates, and none for what is right', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (word, candidates) => {
        const said = suggest(word, candidates);
        expect(said === undefined || (candidates.includes(said) && said !== word)).toBe(true);
      }),
    );
  });
});

describe('editDistance', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

  test('is symmetric, zero for the same, and within the bound', () => {
    fc.assert(
      fc.property(short, short, fc.nat({ max: 8 }), (a, b, bound) => {
        const distance = editDistance(a, b, 8);
        expect(distance).toBe(editDistance(b, a, 8));
        expect(distance === 0).toBe(a === b);
        expect(editDistance(a, b, bound)).toBe((distance ?? 9) <= bound ? distance : undefined);
      }),
    );
  });
});
