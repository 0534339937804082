import { isOver } from './accept.js';
import type { Unmanaged } from './spec-keys.js';
import { type Address, type Entry, type PoolState, settingName } from './state.js';

/** Both states without the parts that somebody else keeps, and what was taken out. */
export interface SetAside {
  readonly desired: PoolState;
  readonly live: PoolState;
  readonly unmanaged: readonly { readonly setting: string; readonly reason: string }[];
  /** Entries that name nothing: they may hide a mistake. */
  readonly unused: readonly number[];
}

/**
 * Takes the unmanaged parts out of both states before they are compared: what is not there can neither differ nor be
 * counted as checked. An entry whose day has come is not applied. `today` is YYYY-MM-DD.
 */
export function setAside(
  desired: PoolState,
  live: PoolState,
  unmanaged: readonly Unmanaged[] | undefined,
  today: string,
): SetAside {
  const active = [...(unmanaged ?? []).entries()].filter(([, entry]) => !isOver(entry, today));
  if (active.length === 0) return { desired, live, unmanaged: [], unused: [] };
  const parts = active.map(([index, entry]) => ({ index, entry, names: named(entry, desired, live) }));
  const out = new Set(parts.flatMap(({ names }) => names));
  return {
    desired: without(desired, out),
    live: without(live, out),
    unmanaged: parts.flatMap(({ entry, names }) =>
      names.map((setting) => ({ setting, reason: `${entry.reason} (${entry.owner})` })),
    ),
    unused: parts.filter(({ names }) => names.length === 0).map(({ index }) => index),
  };
}

/** Full names of the objects and settings that an entry means: `clients.web`, `clients.web.callbackUrls`. */
function named({ path, id }: Unmanaged, desired: PoolState, live: PoolState): string[] {
  const all = new Set([...desired.entries, ...live.entries].flatMap(([address, entry]) => namesOf(address, entry)));
  if (id !== undefined)
    return [...live.entries].filter(([, entry]) => entry.id === id).map(([address]) => settingName(address));
  if (path === undefined) return [];
  if (all.has(path)) return [path];
  // A section: all of its objects.
  return [...all].filter((name) => name.startsWith(`${path}.`) && !name.slice(path.length + 1).includes('.'));
}

function namesOf(address: Address, entry: Entry): string[] {
  return [settingName(address), ...[...entry.settings.keys()].map((setting) => settingName(address, setting))];
}

function without(state: PoolState, out: ReadonlySet<string>): PoolState {
  const entries = [...state.entries].filter(([address]) => !out.has(settingName(address)));
  return {
    ...state,
    entries: new Map(entries.map(([address, entry]) => [address, withoutSettings(address, entry, out)])),
  };
}

function withoutSettings(address: Address, entry: Entry, out: ReadonlySet<string>): Entry {
  const kept = [...entry.settings].filter(([setting]) => !out.has(settingName(address, setting)));
  return kept.length === entry.settings.size ? entry : { ...entry, settings: new Map(kept) };
}
