import { sameSet, sameValue } from '../model/equality.js';
import type { Facet, Field, PoolIdentity } from '../model/facet.js';
import type { Entry } from '../model/state.js';
import type { Section } from './draft.js';

/**
 * The fewest settings that mean what is live: one that the others imply, or that is at its default, is left out. A value
 * that only compares equal (`60m` for `1h`) stays, because Terraform would see a difference.
 */
export function minimal(facet: Facet, entry: Entry, identity: PoolIdentity): Section {
  const spelt = faithful(facet, entry, identity);
  const resolved = (name: string, section: Section) =>
    resolve(facet.fields[name], section[name], section, entry, identity);
  const whole = new Map(Object.keys(spelt).map((name) => [name, resolved(name, spelt)]));
  const means = (section: Section) =>
    [...whole].every(([name, value]) => sameMeaning(facet.fields[name], resolved(name, section), value));
  let shortened = spelt;
  for (const name of Object.keys(spelt)) {
    const { [name]: value, ...shorter } = shortened;
    const less = fewerMembers(value, (members) => means({ ...shortened, [name]: members }));
    shortened = !facet.fields[name]?.required && means(shorter) ? shorter : { ...shortened, [name]: less };
  }
  return { ...shortened, ...unread(facet, shortened, entry) };
}

/** Every live value, in a spelling of the row that implies nothing which is not live. */
function faithful(facet: Facet, entry: Entry, identity: PoolIdentity): Section {
  const named = spelled(facet, entry, identity, spelling);
  const absent = [...entry.settings].flatMap(([name, { kind }]) => (kind === 'absent' ? [name] : []));
  const adds = absent.some((name) => facet.fields[name]?.implied?.(named, identity, entry.key) !== undefined);
  return adds ? spelled(facet, entry, identity, (_field, live) => live) : named;
}

function spelled(facet: Facet, entry: Entry, identity: PoolIdentity, spell: typeof spelling): Section {
  const values = Object.entries(facet.fields).flatMap(([name, field]): [string, unknown][] => {
    const seen = entry.settings.get(name);
    if (seen?.kind !== 'value') return [];
    const value = field.pulled ? field.pulled(seen.value, entry.key ?? '') : spell(field, seen.value, identity);
    return value === undefined ? [] : [[name, inOrder(field, value)]];
  });
  return Object.fromEntries(values);
}

/** Lists and maps whose order AWS does not keep, in one that is always the same: that of the schema's words, or of letters. */
function inOrder(field: Field<any>, value: unknown): unknown {
  if (Array.isArray(value)) {
    const free = value.every((item) => typeof item === 'string') && field.equal(value, [...value].reverse());
    const words = (field.schema['items'] as { readonly enum?: readonly string[] } | undefined)?.enum ?? [];
    const place = (item: string) => words.indexOf(item);
    return free ? [...value].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1)) : value;
  }
  if (!isMap(value) || typeof field.schema['additionalProperties'] !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The spelling that the row itself names for a value (`create` for the role that we would make), else the value. */
function spelling(field: Field<any>, live: unknown, identity: PoolIdentity): unknown {
  const { example } = field;
  const named = example !== undefined && !sameValue(example, live) && sameValue(field.desired(example, identity), live);
  return named ? example : live;
}

/** What only the code knows, beside what is live: without any of that it is not worth a section. */
function unread(facet: Facet, section: Section, entry: Entry): Section {
  if (Object.keys(section).length === 0) return {};
  const rows = Object.entries(facet.fields).filter(([name, { pulled }]) => pulled && !entry.settings.has(name));
  const said = rows.map(([name, field]) => [name, field.pulled?.(undefined as never, entry.key ?? '')] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}

/** An object without the members that the row itself adds to it again. */
function fewerMembers(value: unknown, means: (less: unknown) => boolean): unknown {
  if (!isMap(value)) return value;
  return Object.keys(value).reduce<Record<string, unknown>>(
    (left, key) => {
      const { [key]: _, ...less } = left;
      return means(less) ? less : left;
    },
    { ...value },
  );
}

/** What a setting comes to where the section says a value for it, or is silent. */
function resolve(
  field: Field<any> | undefined,
  said: unknown,
  section: Section,
  { key }: Entry,
  identity: PoolIdentity,
): unknown {
  const value = said ?? field?.implied?.(section, identity, key) ?? field?.default;
  return value === undefined ? undefined : field?.desired(value, identity, section);
}

/** Equal to the letter, but for the order of lists that have none. */
function sameMeaning(field: Field<any> | undefined, a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  const lists = Array.isArray(a) && Array.isArray(b);
  return field?.equal(a, b) === true && (lists ? sameSet(a, b) : sameValue(a, b));
}
