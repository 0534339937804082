import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { facetOf, type PoolSpec } from '../../src/facets/index.js';
import type { Finding } from '../../src/model/finding.js';
import type { Path, SourceDocument } from '../../src/model/source.js';
import { readSpec } from '../../src/spec/read.js';
import { reader } from '../../src/spec/reader.js';
import { wholesOf } from '../../src/spec/wholes.js';
import { anySpec } from '../harness/arbitrary.js';
import { filesOf } from '../harness/files.js';

type Plain = Readonly<Record<string, unknown>>;

/** A spec's parts by setting, in two files: what is in neither would be lost, what is in both is the nearer's. */
const split = (spec: PoolSpec): fc.Arbitrary<{ near: Plain; base: Plain }> =>
  fc.array(fc.constantFrom('near', 'base', 'both'), { minLength: 1 }).map((choices) => {
    let at = 0;
    const sides = () => choices[at++ % choices.length];
    const near: Record<string, unknown> = {};
    const base: Record<string, unknown> = {};
    for (const [id, section] of Object.entries(spec)) {
      const parts = facetOf(id)?.kind === 'keyed' ? byKey(section as Plain, sides) : bySetting(section as Plain, sides);
      if (parts.near) near[id] = parts.near;
      if (parts.base) base[id] = parts.base;
    }
    return { near, base };
  });

type Parts = { near?: unknown; base?: unknown };

function bySetting(object: Plain, sides: () => string | undefined): Parts {
  const near: Record<string, unknown> = {};
  const base: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    const side = sides();
    if (side !== 'base') near[name] = value;
    if (side !== 'near') base[name] = side === 'both' ? 'overridden' : value;
  }
  return { near, base };
}

function byKey(section: Plain, sides: () => string | undefined): Parts {
  const parts = Object.entries(section).map(
    ([key, object]) => [key, object === null ? { near: null, base: null } : bySetting(object as Plain, sides)] as const,
  );
  return {
    near: Object.fromEntries(parts.map(([key, one]) => [key, one.near])),
    base: Object.fromEntries(parts.map(([key, one]) => [key, one.base])),
  };
}

function whole(tree: Readonly<Record<string, string>>): { document: SourceDocument; findings: readonly Finding[] } {
  const files = filesOf(tree);
  const own = readSpec('configs/acme.yaml', files, 'root').document as SourceDocument;
  const { wholes, findings } = wholesOf(own, reader(files), undefined);
  return { document: wholes[0]?.document ?? own, findings };
}

function* leaves(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  if (typeof value !== 'object' || value === null) yield [path, value];
  else
    for (const [key, one] of Object.entries(value))
      yield* leaves(one, [...path, Array.isArray(value) ? Number(key) : key]);
}

describe('a spec in two files', () => {
  const cut = anySpec.chain((spec) => split(spec).map((parts) => ({ spec, ...parts })));

  it('is the spec, and every value stands where it is looked for', () => {
    fc.assert(
      fc.property(cut, ({ spec, near, base }) => {
        // Flow style in one, block style in the other; a document in JSON is YAML.
        const tree = {
          'configs/acme.yaml': JSON.stringify({ extends: '../base.yaml', ...near }),
          'base.yaml': stringify(base),
        };
        const { document, findings } = whole(tree);
        expect(findings).toEqual([]);
        expect(document.value).toEqual(spec);
        for (const [path, value] of leaves(spec)) {
          const { file } = document.locate(path);
          const home = file === 'base.yaml' ? base : near;
          const found = path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)?.[step], home);
          expect([file in tree, found]).toEqual([true, value]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same over a base that says nothing, and as a base of a file that says nothing', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const text = JSON.stringify(spec);
        const over = { 'configs/acme.yaml': `{"extends": "../base.yaml", ${text.slice(1)}`, 'base.yaml': '{}' };
        const beneath = { 'configs/acme.yaml': 'extends: ../base.yaml', 'base.yaml': text };
        expect(whole(over).document.value).toEqual(spec);
        expect(whole(beneath).document.value).toEqual(spec);
      }),
      { numRuns: 40 },
    );
  });
});
