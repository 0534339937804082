/** What one setting was seen to be, on the desired or on the live side. */
export type Observed =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'absent' }
  /** We tried to look and could not; never to be taken for a value. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** AWS never returns it, so nobody can look (an image, a private key). */
  | { readonly kind: 'unverifiable'; readonly reason: string };

export const ABSENT: Observed = { kind: 'absent' };

/** Makes an observation of a value; `undefined` is absent. */
export function observed(value: unknown): Observed {
  return value === undefined ? ABSENT : { kind: 'value', value };
}

/** `mfa` for a section that a pool has once, `clients/web` for an object with a key. */
export type Address = string;

/** One section of a pool, or one object of a keyed section, in the spec's vocabulary. */
export interface Entry {
  readonly facet: string;
  /** The YAML key of an object; for a live object that no spec key claims, its name. */
  readonly key?: string;
  /** The id AWS gave a live object, where it has one besides its name. */
  readonly id?: string;
  readonly settings: ReadonlyMap<string, Observed>;
  /** Live side: the settings of which AWS said nothing; their values are what its silence means. */
  readonly silent?: ReadonlySet<string>;
  /** Desired side: the settings that the YAML itself mentions; the others are Cognito's defaults. */
  readonly declared?: ReadonlySet<string>;
}

/** A pool in the spec's own vocabulary. Desired and live are both this type; nothing else is ever compared. */
export interface PoolState {
  readonly origin: 'spec' | 'live';
  readonly entries: ReadonlyMap<Address, Entry>;
  /** Keyed facets whose objects could not be listed, and why: what is wanted of them is `unchecked`, not `missing`. */
  readonly unreadable: ReadonlyMap<string, string>;
  /** Live names that more than one object bears and that no id tells apart: facet/name -> ids. */
  readonly ambiguous: ReadonlyMap<Address, readonly string[]>;
}

/** The address of a section, or of an object in a keyed section. */
export function addressOf(facet: string, key?: string): Address {
  return key === undefined ? facet : `${facet}/${key}`;
}

/** The way to a setting in the YAML; keys may hold dots, so this is a list. */
export function yamlPath(address: Address, setting?: string): readonly string[] {
  const slash = address.indexOf('/');
  const entry = slash < 0 ? [address] : [address.slice(0, slash), address.slice(slash + 1)];
  return setting === undefined ? entry : [...entry, setting];
}

/** A setting as people and reports name it: `mfa.sms`, `clients.web.callbackUrls`. */
export function settingName(address: Address, setting?: string): string {
  return yamlPath(address, setting).join('.');
}

/** An item of a list of texts: `clients.web.callbackUrls[https://app.example.com/]`. */
export function itemName(list: string, item: string): string {
  return `${list}[${item}]`;
}

/** `clients/web.oauth`: keys may hold dots, settings do not. */
export function splitName(name: string): [address: Address, setting: string] {
  const dot = name.lastIndexOf('.');
  return [name.slice(0, dot), name.slice(dot + 1)];
}

/** The value of a setting by its name (`mfa.sms`, `domains/auth.example.com.certificate`); undefined when absent or not read. */
export function valueAt(state: PoolState, name: string): unknown {
  const [address, setting] = splitName(name);
  const found = state.entries.get(address)?.settings.get(setting);
  return found?.kind === 'value' ? found.value : undefined;
}
