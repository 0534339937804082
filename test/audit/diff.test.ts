import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff } from '../../src/audit/diff.js';
import { observe } from '../../src/audit/observe.js';
import type { PoolSpec } from '../../src/facets/index.js';
import type { Facet } from '../../src/model/facet.js';
import type { Change } from '../../src/model/finding.js';
import { ABSENT, type Entry, observed, type PoolState } from '../../src/model/state.js';
import { desired } from '../../src/spec/desired.js';
import { anySpec, anyValue } from '../harness/arbitrary.js';
import { ALL_FACETS, isLive, ROWS, type Row, rowAt } from '../harness/registry.js';
import { MINIMAL } from '../harness/specs.js';
import { SECTIONS, silentSnapshot, twinOf, withSetting } from '../harness/twin.js';

const LIVE = ROWS.filter(isLive);
/** Rows whose lists mean something by their order. */
const ORDERED = ['accountRecovery.mechanisms'];

/** A spec with one object of every keyed facet, so that every row has a place. */
const WHOLE = {
  ...MINIMAL,
  ...Object.fromEntries(ALL_FACETS.flatMap((f) => (f.kind === 'keyed' ? [[f.id, { [f.key.example]: {} }]] : []))),
} as PoolSpec;

const addressIn = ({ facet }: Row): string => (facet.kind === 'keyed' ? `${facet.id}/${facet.key.example}` : facet.id);
const brief = ({ kind, address, setting }: Change): string => [kind, address, setting].filter(Boolean).join(' ');
const all = (changes: readonly Change[]): Change[] => changes.flatMap((one) => [one, ...all(one.derived)]);

describe('diff', () => {
  it('finds nothing between a pool and its twin, having looked at every live setting', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const state = desired(spec);
        const twin = twinOf(state);
        const settings = [...twin.entries.values()].reduce((sum, entry) => sum + entry.settings.size, 0);
        const { changes, checked, unverifiable } = diff(state, twin);
        expect(changes).toEqual([]);
        // Of some it is seen that they are there, and not what they are: those count on both sides.
        expect(checked + unverifiable.length).toBeGreaterThanOrEqual(settings);
        expect(checked).toBeLessThanOrEqual(settings);
        expect(checked).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('takes exactly the declared lists for ordered', () => {
    const lists = LIVE.filter(({ field }) => field.schema['type'] === 'array');
    const ordered = lists.filter(({ field }) => !field.equal(['email', 'phone'], ['phone', 'email']));
    expect(ordered.map(({ path }) => path)).toEqual(ORDERED);
  });

  it('finds nothing when AWS returns a set in another order, and the order of a list', () => {
    const lists = LIVE.filter(({ field }) => field.schema['type'] === 'array');
    const swapped = fc
      .constantFrom(...lists)
      .chain((row) =>
        anyValue(row).chain((value) =>
          fc.tuple(
            fc.constant(row),
            fc.constant(value),
            fc.shuffledSubarray(value as string[], { minLength: (value as string[]).length }),
          ),
        ),
      );
    fc.assert(
      fc.property(swapped, ([row, value, other]) => {
        const state = withSetting(desired(WHOLE), addressIn(row), row.name, observed(value));
        const live = withSetting(twinOf(state), addressIn(row), row.name, observed(other));
        const same = !ORDERED.includes(row.path) || JSON.stringify(value) === JSON.stringify(other);
        expect(diff(state, live).changes.map(brief)).toEqual(same ? [] : [`changed ${addressIn(row)} ${row.name}`]);
      }),
      { numRuns: 100 },
    );
  });

  it.each(LIVE.map((row) => [row.path, row]))('finds exactly the one changed value of %s', (_path, row) => {
    fc.assert(
      fc.property(anyValue(row), fc.option(anyValue(row), { nil: undefined }), (want, have) => {
        fc.pre(have === undefined || !row.field.equal(want, have));
        const state = withSetting(desired(WHOLE), addressIn(row), row.name, observed(want));
        const live = withSetting(twinOf(state), addressIn(row), row.name, observed(have));
        const { changes } = diff(state, live);
        expect(all(changes).map(brief)).toEqual([`changed ${addressIn(row)} ${row.name}`]);
        expect(changes[0]).toMatchObject({ desired: observed(want), live: observed(have), derived: [] });
      }),
      { numRuns: 15 },
    );
  });

  it.each(LIVE.map((row) => [row.path, row]))(
    'takes %s for neither same nor changed when it could not be seen',
    (_path, row) => {
      const state = desired(WHOLE);
      const told = [{ kind: 'unreadable', reason: 'no' } as const, { kind: 'unverifiable', reason: 'never' } as const];
      const [unread, never] = told.map((seen) =>
        diff(state, withSetting(twinOf(state), addressIn(row), row.name, seen)),
      );
      const alone = twinOf(state).entries.get(addressIn(row))?.settings.size === 1;
      expect(unread?.changes.map(brief)).toEqual([`unchecked ${addressIn(row)}${alone ? '' : ` ${row.name}`}`]);
      const wanted = state.entries.get(addressIn(row))?.settings.get(row.name)?.kind === 'value';
      expect(never?.changes).toEqual([]);
      expect(never?.unverifiable.map(({ setting }) => setting)).toEqual(wanted ? [row.name] : []);
      expect(never?.checked).toBe(unread?.checked);
    },
  );

  it('takes for a replacement only what the YAML itself says: Terraform is told nothing else', () => {
    const impact = (row: Row, declared: boolean) => {
      const [state, address] = [desired(WHOLE), addressIn(row)];
      const entry = { ...state.entries.get(address), declared: new Set(declared ? [row.name] : []) } as Entry;
      const wanted = { ...state, entries: new Map([...state.entries, [address, entry]]) };
      const value = wanted.entries.get(address)?.settings.get(row.name);
      const other = value?.kind === 'value' ? ABSENT : observed('something');
      const { changes } = diff(wanted, withSetting(twinOf(wanted), address, row.name, other));
      return all(changes).find(({ setting }) => setting === row.name)?.impact;
    };
    for (const row of LIVE) {
      const { onChange, fixedAtCreation, inPlaceSince } = row.field;
      const ignored = onChange === 'replace' && fixedAtCreation !== undefined;
      const told = ignored ? 'none' : inPlaceSince ? impact(row, true) : onChange;
      expect([row.path, impact(row, true)]).toEqual([row.path, told]);
      expect([row.path, impact(row, false)]).toEqual([row.path, onChange === 'replace' ? 'none' : told]);
    }
    expect(LIVE.filter(({ field }) => field.onChange === 'replace').length).toBeGreaterThan(5);
  });

  it('keeps every difference exactly once, whatever follows from what', () => {
    fc.assert(
      fc.property(anySpec, anySpec, (spec, other) => {
        const [state, live] = [desired(spec), twinOf(desired(other))];
        const found = all(diff(state, live).changes).map(brief);
        expect(new Set(found).size).toBe(found.length);
        for (const [address, entry] of live.entries)
          for (const [name, have] of entry.settings) {
            const want = state.entries.get(address)?.settings.get(name);
            if (!want) continue;
            const { field } = rowAt(`${entry.facet}.${name}`);
            const same =
              want.kind === 'value' && have.kind === 'value'
                ? field.equal(want.value, have.value)
                : want.kind === have.kind;
            expect(found.includes(`changed ${address} ${name}`)).toBe(!same);
          }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a section that could not be read', () => {
  const reason = 'AccessDeniedException: no';
  const reads = (facet: Facet, section: string) => (facet.reads as readonly string[]).includes(section);
  // What belongs to objects that could not be listed is as unknown as they are.
  const owned = (facet: Facet, section: string) =>
    facet.kind === 'keyed' && ALL_FACETS.some((owner) => owner.id === facet.keyedBy && reads(owner, section));
  const dependent = (section: string) =>
    ALL_FACETS.filter((facet) => reads(facet, section) || owned(facet, section)).map(({ id }) => id);
  const look = (state: PoolState, failed?: string): ReturnType<typeof diff> => {
    const snapshot = silentSnapshot(state);
    return diff(state, observe(failed ? { ...snapshot, [failed]: { ok: false, reason } } : snapshot, state));
  };

  it.each(SECTIONS)('%s: what depends on it is unchecked, and nothing else changes', (section) => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const state = desired(spec);
        const facets = dependent(section);
        const isDependent = ({ address }: Change) => facets.includes(address.split('/')[0] ?? '');
        const [whole, partial] = [look(state), look(state, section)];
        const blind = all(partial.changes).filter(isDependent);
        expect(blind.map(({ kind }) => kind)).toEqual(facets.map(() => 'unchecked'));
        expect(blind.map(({ live }) => live)).toEqual(facets.map(() => ({ kind: 'unreadable', reason })));
        const others = (of: typeof whole): string[] =>
          all(of.changes)
            .filter((one) => !isDependent(one))
            .map(brief)
            .sort();
        expect(others(partial)).toEqual(others(whole));
        expect(partial.checked).toBeLessThanOrEqual(whole.checked);
      }),
      { numRuns: 12 },
    );
  });

  it.each(SECTIONS)('%s that nobody asked for is unchecked too', (section) => {
    const state = desired(WHOLE);
    const { [section]: _, ...rest } = silentSnapshot(state);
    const blind = diff(state, observe(rest, state)).changes.filter(({ kind }) => kind === 'unchecked');
    expect(blind.map(({ address }) => address)).toEqual(dependent(section));
  });
});
