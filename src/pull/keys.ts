import { type KnownIds, observe } from '../audit/observe.js';
import { FACETS } from '../facets/index.js';
import type { Facet, KeyedFacet, Snapshot } from '../model/facet.js';
import { type Address, addressOf, type Entry, observed, type PoolState } from '../model/state.js';

/** A live pool whose objects bear the keys that a spec gives them. */
export interface Keyed {
  readonly live: PoolState;
  /** Ids of live objects by address, where AWS gives them one. */
  readonly ids: KnownIds;
  /** Addresses of objects that share their name with another, so that only the id tells which is meant. */
  readonly namesakes: ReadonlySet<Address>;
}

const NOTHING: PoolState = { origin: 'spec', entries: new Map(), unreadable: new Map(), ambiguous: new Map() };

/** Observes a pool of which no spec is known, and finds a key for each of its objects. */
export function keyed(snapshot: Snapshot): Keyed {
  const own = (FACETS as readonly Facet[]).filter(followsNobody);
  const first = observe(snapshot, NOTHING);
  const [sure, doubtful] = [own.filter((facet) => !facet.expected), own.filter((facet) => facet.expected)];
  const known = sure.flatMap((facet) => keysOf(facet, first));
  // What AWS makes by itself for an object (a group for a provider) shows once the object has its key.
  const second = observe(snapshot, {
    ...NOTHING,
    entries: new Map(known.map(({ address, entry }) => [address, entry])),
  });
  const named = [...known, ...doubtful.flatMap((facet) => keysOf(facet, second))];
  const entries = named.map(({ address, entry }): [Address, Entry] => [address, entry]);
  const ids = new Map(named.flatMap(({ address, id }): [Address, string][] => (id ? [[address, id]] : [])));
  // Observed once more with the keys, because the objects of some facets bear the keys of others.
  const live = observe(snapshot, { ...NOTHING, entries: new Map(entries) }, ids);
  return { live, ids, namesakes: new Set(named.flatMap(({ address, alone }) => (alone ? [] : [address]))) };
}

function followsNobody(facet: Facet): facet is KeyedFacet {
  return facet.kind === 'keyed' && facet.keyedBy === undefined;
}

interface Named {
  readonly address: Address;
  readonly entry: Entry;
  readonly id: string | undefined;
  readonly alone: boolean;
}

function keysOf(facet: KeyedFacet, seen: PoolState): Named[] {
  const found = [...seen.entries.values()].filter((entry) => entry.facet === facet.id).sort(byNameThenContent(facet));
  const taken = new Set<string>();
  return found.map((entry) => {
    const name = nameOf(facet, entry);
    const key = facet.nameField === undefined ? name : freeKey(facet, name, taken);
    taken.add(key);
    const settings = facet.nameField === undefined ? [] : [[facet.nameField, observed(name)] as const];
    return {
      address: addressOf(facet.id, key),
      entry: { facet: facet.id, key, settings: new Map(settings) },
      id: entry.id,
      alone: found.filter((other) => nameOf(facet, other) === name).length === 1,
    };
  });
}

/** The same pool gives the same keys in whatever order AWS lists its objects, and so does its twin with other ids. */
function byNameThenContent(facet: KeyedFacet): (a: Entry, b: Entry) => number {
  const content = ({ settings }: Entry) => JSON.stringify([...settings]);
  return (a, b) =>
    compare(nameOf(facet, a), nameOf(facet, b)) || compare(content(a), content(b)) || compare(a.id ?? '', b.id ?? '');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What AWS shows; an object whose description could not be read has its name from the list. */
function nameOf(facet: KeyedFacet, entry: Entry): string {
  const named = facet.nameField === undefined ? undefined : entry.settings.get(facet.nameField);
  return named?.kind === 'value' ? String(named.value) : ((entry.key ?? '').split('#')[0] ?? '');
}

/** The name where it may be a key, else a spelling of it that may; numbered where it is taken. */
function freeKey(facet: KeyedFacet, name: string, taken: ReadonlySet<string>): string {
  const legal = new RegExp(facet.key.pattern, 'u');
  const base = [name, kebab(name), kebab(`${facet.noun} ${name}`)].find((key) => legal.test(key)) ?? kebab(facet.noun);
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base.slice(0, 58)}-${number}`;
    if (!taken.has(key)) return key;
  }
}

/** Lower case, and hyphens for whatever is no letter or digit. */
export function kebab(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 58)
    .replace(/-+$/, '');
}
