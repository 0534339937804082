import type { Listed, SectionName, Snapshot } from '../../src/model/facet.js';
import type { Address, Entry, Observed, PoolState } from '../../src/model/state.js';
import { ALL_FACETS, isLive, ROWS } from './registry.js';

/** What a live pool with exactly the desired values is observed as. */
export function twinOf(desired: PoolState): PoolState {
  const entries = [...desired.entries].flatMap(([address, entry]): [Address, Entry][] => {
    const live = ROWS.filter((row) => row.facet.id === entry.facet && isLive(row)).map(({ name }) => name);
    const settings = [...entry.settings].filter(([name]) => live.includes(name));
    const { facet, key } = entry;
    return live.length === 0
      ? []
      : [[address, { facet, ...(key !== undefined && { key }), settings: new Map(settings) }]];
  });
  return { origin: 'live', entries: new Map(entries), unreadable: new Map(), ambiguous: new Map() };
}

/** The same state with one setting observed as something else. */
export function withSetting(state: PoolState, address: Address, setting: string, value: Observed): PoolState {
  const entry = state.entries.get(address);
  if (!entry) throw new Error(`there is no ${address}`);
  const settings = new Map([...entry.settings, [setting, value]]);
  return { ...state, entries: new Map([...state.entries, [address, { ...entry, settings }]]) };
}

export const SECTIONS: readonly SectionName[] = [...new Set(ALL_FACETS.flatMap(({ reads }) => reads))];

/** Sections that list the objects of the facet of their name. */
const isListing = (section: SectionName): boolean =>
  ALL_FACETS.some(({ kind, id }) => kind === 'keyed' && id === section);

/** Reads of a pool that says nothing and has nothing. */
export function emptySnapshot(): Snapshot {
  const read = (section: SectionName) => [section, { ok: true, value: isListing(section) ? [] : {} }];
  return Object.fromEntries(SECTIONS.map(read)) as Snapshot;
}

/** Reads of a pool of which AWS says nothing but the names of its objects, those of the spec. */
export function silentSnapshot(desired: PoolState): Snapshot {
  const named = (section: SectionName): Listed<unknown>[] =>
    [...desired.entries.values()]
      .filter(({ facet }) => facet === section)
      .map((entry) => ({ name: displayName(entry), id: `id-of-${entry.key}`, item: { ok: true, value: {} } }));
  const lists = SECTIONS.filter(isListing).map((section) => [section, { ok: true, value: named(section) }]);
  return { ...emptySnapshot(), ...Object.fromEntries(lists) } as Snapshot;
}

function displayName(entry: Entry): string {
  const name = entry.settings.get('name');
  return name?.kind === 'value' ? String(name.value) : (entry.key ?? '');
}
