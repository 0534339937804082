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

/** Reads of a pool of which AWS says nothing but the names of its objects, those of the spec. */
export function silentSnapshot(desired: PoolState): Snapshot {
  const named = (facet: string): Listed<never>[] =>
    [...desired.entries.values()]
      .filter((entry) => entry.facet === facet)
      .map((entry) => ({ name: displayName(entry), id: `id-of-${entry.key}`, item: { ok: true, value: {} as never } }));
  return {
    pool: { ok: true, value: {} },
    mfa: { ok: true, value: {} },
    clients: { ok: true, value: named('clients') },
    domains: { ok: true, value: named('domains') },
    users: { ok: true, value: named('users') },
  };
}

export const SECTIONS: readonly SectionName[] = [...new Set(ALL_FACETS.flatMap(({ reads }) => reads))];

function displayName(entry: Entry): string {
  const name = entry.settings.get('name');
  return name?.kind === 'value' ? String(name.value) : (entry.key ?? '');
}
