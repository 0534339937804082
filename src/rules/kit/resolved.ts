import type { FACETS, PoolSpec } from '../../facets/index.js';
import { Unread, Unverifiable } from '../../model/sections.js';
import type { Path } from '../../model/source.js';
import { addressOf, type Entry, settingName } from '../../model/state.js';
import type { PoolInput } from './pool-rule.js';

type Registered = (typeof FACETS)[number];
type SingleId = Extract<Registered, { kind: 'single' }>['id'];
type KeyedId = Extract<Registered, { kind: 'keyed' }>['id'];
type Section<Id extends keyof PoolSpec> = NonNullable<PoolSpec[Id]>;

/** One object of a keyed section, every setting resolved. */
export interface Resolved<Settings> {
  readonly key: string;
  readonly settings: Settings;
  /** The way to one of its settings, or to itself. */
  path(...rest: Path): Path;
  /** The same as people write it: `clients.web.callbackUrls`. */
  name(...rest: Path): string;
  /** Whether the YAML itself mentions the setting. */
  declares(setting: keyof Settings & string): boolean;
}

/**
 * A section with every setting resolved; absent is what the YAML, or AWS, leaves out and Cognito has no default for.
 * Looking at a setting that was not read throws `Unread`.
 */
export function section<Id extends SingleId>(input: PoolInput, id: Id): Partial<Section<Id>> {
  return settingsOf(input, input.state.entries.get(id)) as Partial<Section<Id>>;
}

/**
 * The objects of a keyed section; last those of which something was not read, so that a rule judges the others before it
 * gives up. Throws `Unread` where they could not be listed.
 */
export function objects<Id extends KeyedId>(input: PoolInput, id: Id): Resolved<Section<Id>[string]>[] {
  const { state } = input;
  const reason = state.unreadable.get(id);
  if (reason !== undefined) throw new Unread(reason);
  const entries = [...state.entries.values()].filter(({ facet }) => facet === id);
  const inOrder =
    state.origin === 'live' ? [...entries.filter(isRead), ...entries.filter((one) => !isRead(one))] : entries;
  return inOrder.map((entry) => resolved(input, id, entry));
}

function isRead({ settings }: Entry): boolean {
  return ![...settings.values()].some(({ kind }) => kind === 'unreadable');
}

function resolved<Settings>(input: PoolInput, facet: string, entry: Entry): Resolved<Settings> {
  const key = entry.key ?? '';
  const path = (...rest: Path) => [facet, key, ...rest];
  return {
    key,
    settings: settingsOf(input, entry) as Settings,
    path,
    name: (...rest) => path(...rest).join('.'),
    declares: (setting) => entry.declared?.has(setting) ?? false,
  };
}

/** The values of an entry; where somebody wants to know what a rule looks at, each look is told. */
function settingsOf({ looked }: PoolInput, entry: Entry | undefined): Record<string, unknown> {
  const values = valuesOf(entry);
  if (!looked || !entry) return values;
  const address = addressOf(entry.facet, entry.key);
  return new Proxy(values, {
    get: (target, name) => {
      if (typeof name === 'string') looked.add(settingName(address, name));
      return Reflect.get(target, name);
    },
  });
}

/** Many rules look at the same entry. */
const seen = new WeakMap<Entry, Record<string, unknown>>();

function valuesOf(entry: Entry | undefined): Record<string, unknown> {
  const known = entry && seen.get(entry);
  if (!entry || known) return known ?? {};
  const values: Record<string, unknown> = {};
  for (const [name, at] of entry.settings) {
    if (at.kind === 'value') values[name] = at.value;
    else if (at.kind !== 'absent')
      Object.defineProperty(values, name, { enumerable: true, get: () => unread(at.kind, at.reason) });
  }
  seen.set(entry, values);
  return values;
}

/** Nobody knows the value, so no rule may take it for one. */
function unread(kind: 'unreadable' | 'unverifiable', reason: string): never {
  throw kind === 'unreadable' ? new Unread(reason) : new Unverifiable(reason);
}
