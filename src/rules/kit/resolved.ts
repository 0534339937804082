import type { FACETS, PoolSpec } from '../../facets/index.js';
import type { Path } from '../../model/source.js';
import type { Entry } from '../../model/state.js';
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

/** A section with every setting resolved; absent is what the YAML leaves out and Cognito has no default for. */
export function section<Id extends SingleId>({ desired }: PoolInput, id: Id): Partial<Section<Id>> {
  return valuesOf(desired.entries.get(id)) as Partial<Section<Id>>;
}

/** The objects of a keyed section. */
export function objects<Id extends KeyedId>({ desired }: PoolInput, id: Id): Resolved<Section<Id>[string]>[] {
  return [...desired.entries.values()].filter(({ facet }) => facet === id).map((entry) => resolved(id, entry));
}

function resolved<Settings>(facet: string, entry: Entry): Resolved<Settings> {
  const key = entry.key ?? '';
  const path = (...rest: Path) => [facet, key, ...rest];
  return {
    key,
    settings: valuesOf(entry) as Settings,
    path,
    name: (...rest) => path(...rest).join('.'),
    declares: (setting) => entry.declared?.has(setting) ?? false,
  };
}

/** Many rules look at the same entry. */
const seen = new WeakMap<Entry, Record<string, unknown>>();

function valuesOf(entry: Entry | undefined): Record<string, unknown> {
  const known = entry && seen.get(entry);
  if (!entry || known) return known ?? {};
  const present = [...entry.settings].flatMap(([name, at]) => (at.kind === 'value' ? [[name, at.value] as const] : []));
  const values = Object.fromEntries(present);
  seen.set(entry, values);
  return values;
}
