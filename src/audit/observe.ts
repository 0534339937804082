import { FACETS } from '../facets/index.js';
import {
  type Facet,
  type Field,
  type Listed,
  type Raw,
  type SectionName,
  type Snapshot,
  Unread,
} from '../model/facet.js';
import { type Address, addressOf, type Entry, type Observed, observed, type PoolState } from '../model/state.js';

/** Which live object a spec's key means: ids from the deploy outputs, by facet and key. */
export type KnownIds = ReadonlyMap<Address, string>;

/** What the pool is, in the spec's vocabulary. `wanted` gives the keys (and names) that live objects are matched with. */
export function observe(snapshot: Snapshot, wanted: PoolState, ids: KnownIds = new Map()): PoolState {
  const entries = new Map<Address, Entry>();
  const unreadable = new Map<string, string>();
  const ambiguous = new Map<Address, readonly string[]>();
  for (const facet of FACETS as readonly Facet[]) {
    if (facet.reads.length === 0) continue;
    // Without their owners nobody knows whose the objects are.
    const owner = facet.kind === 'keyed' && facet.keyedBy ? unreadable.get(facet.keyedBy) : undefined;
    const reason = failure(facet, snapshot) ?? owner;
    if (facet.kind === 'single') entries.set(facet.id, single(facet, snapshot, reason));
    else if (reason !== undefined) unreadable.set(facet.id, reason);
    else {
      const listed = facet.entries(rawOf(facet, snapshot) as never);
      const matched = facet.keyedBy
        ? follow(facet, facet.keyedBy, listed, wanted, { entries, ambiguous })
        : match(facet, listed, wanted, ids);
      for (const [address, listed] of matched.entries) entries.set(address, keyed(facet, address, listed));
      for (const [address, rivals] of matched.ambiguous) ambiguous.set(address, rivals);
    }
  }
  return { origin: 'live', entries, unreadable, ambiguous };
}

/** Why a facet's sections could not be read; undefined when they all were. */
function failure(facet: Facet, snapshot: Snapshot): string | undefined {
  for (const section of facet.reads) {
    const fetched = snapshot[section];
    if (fetched === undefined) return `${section} was not read`;
    if (!fetched.ok) return fetched.reason;
  }
  return undefined;
}

function rawOf(facet: Facet, snapshot: Snapshot): Raw<SectionName> {
  const read = facet.reads.map((section) => {
    const fetched = snapshot[section];
    return [section, fetched?.ok ? fetched.value : undefined];
  });
  return Object.fromEntries(read) as Raw<SectionName>;
}

function single(facet: Facet, snapshot: Snapshot, reason: string | undefined): Entry {
  const raw = reason === undefined ? rawOf(facet, snapshot) : undefined;
  return { facet: facet.id, settings: settingsOf(facet, raw, reason), ...silentIn(facet, raw, reason) };
}

function keyed(facet: Facet, address: Address, listed: Listed<unknown>): Entry {
  const { item, id } = listed;
  const settings = settingsOf(facet, item.ok ? item.value : undefined, item.ok ? undefined : item.reason);
  const silent = silentIn(facet, item.ok ? item.value : undefined, item.ok ? undefined : item.reason);
  return { facet: facet.id, key: address.slice(facet.id.length + 1), ...(id && { id }), settings, ...silent };
}

/** What AWS said nothing of, where its silence stands for a value. */
function silentIn(facet: Facet, raw: unknown, reason: string | undefined): Pick<Entry, 'silent'> {
  if (reason !== undefined) return {};
  const meaning = Object.entries(facet.fields).filter(([, field]) => hasLive(field) && field.absentMeans !== undefined);
  const silent = meaning.flatMap(([name, field]) => (saysNothing(field, raw) ? [name] : []));
  return silent.length > 0 ? { silent: new Set(silent) } : {};
}

function saysNothing(field: Field<any>, raw: unknown): boolean {
  try {
    return field.live(raw as never) === undefined;
  } catch {
    return false;
  }
}

function settingsOf(facet: Facet, raw: unknown, reason: string | undefined): ReadonlyMap<string, Observed> {
  const readable = Object.entries(facet.fields).filter(([, field]) => field.covers.length > 0 || hasLive(field));
  return new Map(
    readable.map(([name, field]) => [
      name,
      reason === undefined ? seen(field, raw) : ({ kind: 'unreadable', reason } as const),
    ]),
  );
}

/** Rows that only the code knows (a stable id, a version range) have nothing live to compare with. */
function hasLive(field: Field): boolean {
  return field.readable !== 'never';
}

function seen(field: Field<any>, raw: unknown): Observed {
  if (!hasLive(field)) return { kind: 'unverifiable', reason: 'AWS never returns it' };
  try {
    return observed(field.live(raw as never) ?? field.absentMeans);
  } catch (error) {
    if (error instanceof Unread) return { kind: 'unreadable', reason: error.message };
    throw error;
  }
}

/** The key of objects that belong to the pool and to no object in it. */
const OF_THE_POOL = 'pool';

/** `web` of `web/terms-of-use`. */
export function ownerKey(key: string): string {
  return key.split('/')[0] ?? key;
}

/** Finds the keys of objects that belong to objects of another facet: by the id of the owner. */
function follow(
  facet: Facet & { kind: 'keyed' },
  owner: string,
  live: readonly Listed<unknown>[],
  wanted: PoolState,
  seenSoFar: {
    readonly entries: ReadonlyMap<Address, Entry>;
    readonly ambiguous: ReadonlyMap<Address, readonly string[]>;
  },
): Matched {
  const owners = new Map(
    [...seenSoFar.entries.values()].flatMap((entry) => (entry.facet === owner ? [[entry.id, entry.key]] : [])),
  );
  const rivals = new Map(seenSoFar.ambiguous);
  const unsure = new Set([...rivals.values()].flat());
  const entries = live.flatMap((listed): [Address, Listed<unknown>][] => {
    const id = listed.owner ?? listed.id;
    if (id !== undefined && unsure.has(id)) return [];
    const key = id === undefined ? OF_THE_POOL : (owners.get(id) ?? listed.name);
    const address = addressOf(facet.id, listed.part === undefined ? key : `${key}/${listed.part}`);
    return wanted.entries.has(address) || !facet.expected?.(listed, declaredIn(wanted)) ? [[address, listed]] : [];
  });
  // Nobody knows which of the owners is meant, so nobody knows what belongs to it.
  const ambiguous = [...wanted.entries].flatMap(([address, { facet: id, key }]): [Address, readonly string[]][] => {
    const ids = id === facet.id ? rivals.get(addressOf(owner, ownerKey(key ?? ''))) : undefined;
    return ids ? [[address, ids.slice(0, 1)]] : [];
  });
  return { entries, ambiguous };
}

interface Matched {
  readonly entries: [Address, Listed<unknown>][];
  readonly ambiguous: [Address, readonly string[]][];
}

/**
 * Finds the spec's key of each live object: by the id that the deploy outputs name, else by the display name when only
 * one wanted key and one live object bear it. What is left is undeclared, under its own name, or its id when that is taken.
 */
function match(
  facet: Facet & { kind: 'keyed' },
  live: readonly Listed<unknown>[],
  wanted: PoolState,
  ids: KnownIds,
): Matched {
  const keys = [...wanted.entries].filter(([, entry]) => entry.facet === facet.id);
  const entries: [Address, Listed<unknown>][] = [];
  const ambiguous: [Address, readonly string[]][] = [];
  const rest = new Set(live);
  for (const [address] of keys) {
    const found = ids.has(address) && live.find((item) => item.id === ids.get(address));
    if (found && rest.delete(found)) entries.push([address, found]);
  }
  const open = keys.filter(([address]) => !entries.some(([taken]) => taken === address));
  for (const [address, entry] of open) {
    const name = nameOf(facet, entry);
    const rivals = [...rest].filter((item) => item.name === name);
    const claimants = open.filter(([, other]) => nameOf(facet, other) === name);
    if (rivals.length === 1 && claimants.length === 1) {
      for (const only of rivals) rest.delete(only);
      entries.push(...rivals.map((item): [Address, Listed<unknown>] => [address, item]));
    } else if (rivals.length > 0) ambiguous.push([address, rivals.map((item) => item.id ?? item.name)]);
  }
  return { entries: [...entries, ...undeclared(facet, rest, keys, ambiguous, declaredIn(wanted))], ambiguous };
}

const declaredIn =
  (wanted: PoolState) =>
  (address: Address): boolean =>
    wanted.entries.has(address);

function nameOf(facet: Facet & { kind: 'keyed' }, entry: Entry): string | undefined {
  const named = facet.nameField === undefined ? undefined : entry.settings.get(facet.nameField);
  return named?.kind === 'value' ? String(named.value) : entry.key;
}

function undeclared(
  facet: Facet & { kind: 'keyed' },
  rest: ReadonlySet<Listed<unknown>>,
  wanted: readonly [Address, Entry][],
  ambiguous: readonly [Address, readonly string[]][],
  declares: (address: Address) => boolean,
): [Address, Listed<unknown>][] {
  const rivals = new Set(ambiguous.flatMap(([, ids]) => ids));
  // A wanted address stays free even where nothing was found for it: the undeclared object is not what it means.
  const used = new Set(wanted.map(([address]) => address));
  const named: [Address, Listed<unknown>][] = [];
  for (const item of rest) {
    if (rivals.has(item.id ?? item.name) || facet.expected?.(item, declares) || !facet.closed) continue;
    const plain = addressOf(facet.id, item.name);
    const address = used.has(plain) ? addressOf(facet.id, `${item.name}#${item.id}`) : plain;
    used.add(address);
    named.push([address, item]);
  }
  return named;
}
