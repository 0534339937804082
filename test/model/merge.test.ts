import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameList, sameSet, sameValue } from '../../src/model/equality.js';
import { MergeConflict, mergePieces, overlay } from '../../src/model/merge.js';

const values = [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)];
const plain = fc.object({
  values,
  maxDepth: 3,
  maxKeys: 4,
  key: fc.constantFrom('a', 'b', 'c', 'd'),
  withNullPrototype: false,
});

describe('sameValue', () => {
  it('holds for a copy, in any order of keys', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, reversed(member)]),
      );
    };
    fc.assert(
      fc.property(plain, (value) => sameValue(value, reversed(value))),
      { numRuns: 60 },
    );
  });

  it('takes an undefined member for an absent one, and nothing else', () => {
    expect(sameValue({ a: undefined }, {})).toBe(true);
    expect(sameValue({ a: null }, {})).toBe(false);
    expect(sameValue([], {})).toBe(false);
    expect(sameValue(0, false)).toBe(false);
  });
});

describe('sameSet', () => {
  it('holds for any order, and for no other list', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 5 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        expect(sameSet(a, b)).toBe(sameList([...a].sort(), [...b].sort()));
      }),
    );
  });
});

describe('mergePieces', () => {
  it('lays pieces that do not meet over each other', () => {
    expect(mergePieces([{ a: { b: 1 } }, { a: { c: [1] } }, { d: [{ e: 1 }] }, { d: [{ f: 2 }] }])).toEqual({
      a: { b: 1, c: [1] },
      d: [{ e: 1, f: 2 }],
    });
  });

  it('changes nothing when a piece is there twice, and none of its inputs', () => {
    fc.assert(
      fc.property(plain, (piece) => {
        const copy = structuredClone(piece);
        expect(sameValue(mergePieces([piece, piece]), piece)).toBe(true);
        expect(piece).toEqual(copy);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses pieces that disagree, and says where', () => {
    expect(() => mergePieces([{ a: { b: 1 } }, { a: { b: 2 } }])).toThrow(MergeConflict);
    expect(() => mergePieces([{ a: { b: 1 } }, { a: { b: 2 } }])).toThrow(/a\.b$/);
    expect(() => mergePieces([{ a: [1] }, { a: [2] }])).toThrow(MergeConflict);
  });
});

describe('overlay', () => {
  it('keeps what the piece does not say, replaces lists, and removes what is undefined', () => {
    const base = { a: { b: 1, c: [1, 2] }, d: 1 };
    expect(overlay(base, { a: { c: [3], e: 2 }, d: undefined })).toEqual({ a: { b: 1, c: [3], e: 2 } });
    expect(base).toEqual({ a: { b: 1, c: [1, 2] }, d: 1 });
  });

  it('says what the piece says, whatever was there', () => {
    fc.assert(
      fc.property(plain, plain, (base, piece) => {
        const laid = overlay(base, piece);
        expect(sameValue(overlay(laid, piece), laid)).toBe(true);
        expect(sameValue(overlay(laid, base), overlay(overlay(base, piece), base))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
