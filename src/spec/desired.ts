import { FACETS, type PoolSpec } from '../facets/index.js';
import { partitionOf } from '../facets/kit/arn.js';
import type { Facet, Field, PoolIdentity } from '../model/facet.js';
import {
  type Address,
  addressOf,
  type Entry,
  type Observed,
  observed,
  type PoolState,
  splitName,
  valueAt,
} from '../model/state.js';

type Section = Readonly<Record<string, unknown>>;

/** Who the pool of a spec is. */
export function identityOf(spec: PoolSpec): PoolIdentity {
  const { id, name, region, account } = spec.pool;
  return { id, name, region, account, partition: partitionOf(region) };
}

/** What the spec wants, every setting resolved: the YAML where it speaks, else what it implies, else Cognito's default. */
export function desired(spec: PoolSpec): PoolState {
  const identity = identityOf(spec);
  const entries = FACETS.flatMap((facet) =>
    entriesOf(facet, (spec as unknown as Record<string, Section>)[facet.id], identity),
  );
  const said: PoolState = { origin: 'spec', entries: new Map(entries), unreadable: new Map(), ambiguous: new Map() };
  return (FACETS as readonly Facet[]).reduce((state, facet) => withImplied(state, facet, identity), said);
}

/** With what one section implies for others. */
function withImplied(state: PoolState, facet: Facet, identity: PoolIdentity): PoolState {
  const implied = Object.entries(facet.implies?.((name) => valueAt(state, name), identity) ?? {});
  return implied.reduce((so, [name, value]) => withValue(so, name, value), state);
}

/** What the spec says itself stays. */
function withValue(state: PoolState, name: string, value: unknown): PoolState {
  const [address, setting] = splitName(name);
  const entry = state.entries.get(address);
  if (!entry || value === undefined || entry.settings.get(setting)?.kind !== 'absent') return state;
  const settings = new Map(entry.settings).set(setting, observed(value));
  return { ...state, entries: new Map(state.entries).set(address, { ...entry, settings }) };
}

function entriesOf(facet: Facet, section: Section | undefined, identity: PoolIdentity): [Address, Entry][] {
  if (facet.kind === 'single') return [[facet.id, entryOf(facet, section ?? {}, identity)]];
  return Object.entries(section ?? {}).map(([key, value]) => [
    addressOf(facet.id, key),
    // A key with nothing behind it (`web:`) is an object with only defaults.
    entryOf(facet, (value ?? {}) as Section, identity, key),
  ]);
}

function entryOf(facet: Facet, section: Section, identity: PoolIdentity, key?: string): Entry {
  const settings = Object.entries(facet.fields).map(
    ([name, field]) => [name, wanted(field, name, section, identity, key)] as const,
  );
  return {
    facet: facet.id,
    ...(key !== undefined && { key }),
    settings: new Map(settings),
    declared: new Set(Object.keys(facet.fields).filter((name) => section[name] !== undefined)),
  };
}

function wanted(field: Field<any>, name: string, section: Section, identity: PoolIdentity, key?: string): Observed {
  const said = section[name] ?? field.implied?.(section, identity, key) ?? field.default;
  return observed(said === undefined ? undefined : field.desired(said, identity, section));
}
