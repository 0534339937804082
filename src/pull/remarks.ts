import { facetOf } from '../facets/index.js';
import type { Field } from '../model/facet.js';
import { type Address, type Entry, type PoolState, settingName } from '../model/state.js';
import type { Place } from './draft.js';
import type { Unsaid } from './sayable.js';

/** A comment, and what it stands above; without a place it stands at the end. */
export interface Remark {
  readonly place?: Place;
  readonly text: string;
}

/** What is unusual about the settings that a spec says. */
export function unusual(live: PoolState, said: readonly Place[]): Remark[] {
  return said.flatMap(({ address, setting }) => {
    const entry = live.entries.get(address);
    const seen = setting === undefined ? undefined : entry?.settings.get(setting);
    const field = entry && setting !== undefined ? facetOf(entry.facet)?.fields[setting] : undefined;
    if (!field || setting === undefined || seen?.kind !== 'value') return [];
    const texts = [weakness(field, seen.value), field.remark?.(seen.value as never)];
    return texts.flatMap((text) => (text ? [{ place: { address, setting }, text }] : []));
  });
}

function weakness(field: Field<any>, live: unknown): string | undefined {
  // Whatever is in a list is more than nothing.
  const isEmpty = Array.isArray(field.default) && field.default.length === 0;
  if (!field.stronger || field.default === undefined || isEmpty) return undefined;
  if (field.stronger(field.default, live) <= 0) return undefined;
  return `Weaker than Cognito's default, ${JSON.stringify(field.default)}.`;
}

/** Objects that a name alone does not tell apart. */
export function confusable(namesakes: ReadonlySet<Address>): Remark[] {
  return [...namesakes].map((address) => ({
    place: { address },
    text: 'Not the only one of this name: until the first deploy, audit with --state <the file of pull --imports>.',
  }));
}

/** One line for each part that is not in the spec though the pool may have it. */
export function missingParts(
  unsaid: readonly Unsaid[],
  unread: readonly Unread[],
  unverifiable: readonly Place[],
): Remark[] {
  const name = ({ address, setting }: Place) => settingName(address, setting);
  return [
    ...block(
      'Left out, because no spec can say it:',
      unsaid.map((one) => `${name(one.place)}: ${one.reason}`),
    ),
    ...block(
      'Could not be read, and may be missing above:',
      unread.map((one) => `${name(one.place)}: ${one.reason}`),
    ),
    ...block('AWS never returns these, so what is there is not known:', unverifiable.map(name)),
  ];
}

function block(title: string, lines: readonly string[]): Remark[] {
  return lines.length === 0 ? [] : [{ text: [title, ...lines.map((line) => `  ${line}`)].join('\n') }];
}

/** A part of the pool that could not be looked at. */
export interface Unread {
  readonly place: Place;
  readonly reason: string;
}

/** Lists, objects and settings that could not be read; an object of which nothing could be read is one part. */
export function unreadParts(live: PoolState): Unread[] {
  const lists = [...live.unreadable].map(([facet, reason]) => ({ place: { address: facet }, reason }));
  return [...lists, ...[...live.entries].flatMap(([address, entry]) => partsOf(address, entry.settings))];
}

function partsOf(address: Address, settings: Entry['settings']): Unread[] {
  const parts = [...settings].flatMap(([setting, seen]) =>
    seen.kind === 'unreadable' ? [{ place: { address, setting }, reason: seen.reason }] : [],
  );
  const [first] = parts;
  return first && parts.length === settings.size ? [{ place: { address }, reason: first.reason }] : parts;
}

/** What AWS never returns of the sections and objects that the spec declares. */
export function unverifiableParts(live: PoolState, declared: (address: Address) => boolean): Place[] {
  return [...live.entries].flatMap(([address, { settings }]) =>
    declared(address)
      ? [...settings].flatMap(([setting, { kind }]) => (kind === 'unverifiable' ? [{ address, setting }] : []))
      : [],
  );
}
