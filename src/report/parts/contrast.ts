import type { Change } from '../../model/finding.js';
import { looksAlike } from '../../model/look-alike.js';
import type { Observed } from '../../model/state.js';
import { clip, literal, quote } from './literal.js';
import { ascii, visible } from './visible.js';

/** A line of a finding: what it is about, and what there is to say. */
export type Labelled = readonly [label: string, text: string];

/** How much is shown before a reader has to ask for more. */
export interface Limits {
  /** Characters of one value. */
  readonly room: number;
  /** Items of one list. */
  readonly items: number;
}

/** The limits of an ordinary and of a verbose report. */
export const ORDINARY: Limits = { room: 100, items: 12 };
export const UNLIMITED: Limits = { room: Number.POSITIVE_INFINITY, items: Number.POSITIVE_INFINITY };

/** Desired against live: as a set difference where both are collections, side by side elsewhere. */
export function contrast(change: Change, limits: Limits): readonly Labelled[] {
  const { desired, live } = change;
  if (desired.kind === 'value' && live.kind === 'value') return values(desired.value, live.value, limits);
  const missing = change.setting === undefined ? 'not there' : 'not set';
  return [
    ['desired', side(desired, missing, limits.room)],
    ['live', side(live, missing, limits.room)],
  ];
}

/** One side of a change on one line. */
export function side(observed: Observed, missing: string, room: number): string {
  if (observed.kind === 'value') return literal(observed.value, room);
  if (observed.kind === 'absent') return `(${missing})`;
  const reason = visible(observed.reason);
  return observed.kind === 'unreadable' ? `(could not be read: ${reason})` : `(cannot be read by anybody: ${reason})`;
}

function values(desired: unknown, live: unknown, limits: Limits): readonly Labelled[] {
  if (typeof desired === 'string' && typeof live === 'string') return texts(desired, live, limits.room);
  const difference = collectionDifference(desired, live, limits);
  if (difference.length > 0) return difference;
  return [
    ['desired', literal(desired, limits.room)],
    ['live', literal(live, limits.room)],
  ];
}

/**
 * Two long texts may be equal in what clipping leaves of them, and two short ones may only look alike; a reader who
 * sees the same text twice stops trusting the rest. So the cut is made around the first difference.
 */
function texts(desired: string, live: string, room: number): readonly Labelled[] {
  if (looksAlike(desired, live)) return pair(quote(desired, ascii), quote(live, ascii));
  if (Math.max(desired.length, live.length) <= room) return pair(literal(desired), literal(live));
  const from = firstDifference(desired, live);
  return pair(windowed(desired, from, room), windowed(live, from, room));
}

function pair(desired: string, live: string): readonly Labelled[] {
  return [
    ['desired', desired],
    ['live', live],
  ];
}

function firstDifference(desired: string, live: string): number {
  let index = 0;
  while (index < desired.length && desired[index] === live[index]) index += 1;
  return index;
}

function windowed(text: string, difference: number, room: number): string {
  if (text.length <= room) return literal(text);
  const start = Math.min(Math.max(0, difference - Math.floor(room / 3)), text.length - room);
  const end = start + room;
  const shown = `${start > 0 ? '…' : ''}${quote(text.slice(start, end))}${end < text.length ? '…' : ''}`;
  return `${shown} (${text.length} characters)`;
}

/**
 * What deploy would have to add to the pool (+) and to take from it (-). Empty where the two are not collections of one
 * kind, or differ in order only.
 */
function collectionDifference(desired: unknown, live: unknown, limits: Limits): readonly Labelled[] {
  const wanted = members(desired);
  const found = members(live);
  if (wanted === undefined || found === undefined || Array.isArray(desired) !== Array.isArray(live)) return [];
  const add = [...wanted].filter(([id]) => !found.has(id)).map(([, shown]) => shown);
  const remove = [...found].filter(([id]) => !wanted.has(id)).map(([, shown]) => shown);
  if (add.length + remove.length === 0) return [];
  const plain = add.some((one) => remove.some((other) => looksAlike(one, other))) ? ascii : (text: string) => text;
  return [
    ...listed('desired', '+', add.map(plain), limits),
    ...listed('live', '-', remove.map(plain), limits),
    ...shared(wanted.size - add.length),
  ];
}

/** The members of a list or map, by an identity that no clipping touches. */
function members(value: unknown): ReadonlyMap<string, string> | undefined {
  if (Array.isArray(value)) return new Map(value.map((item) => [literal(item), literal(item)]));
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(
    Object.entries(value).map(([key, item]) => [literal([key, item]), `${literal(key)}: ${literal(item)}`]),
  );
}

function listed(
  label: string,
  sign: string,
  items: readonly string[],
  { room, items: most }: Limits,
): readonly Labelled[] {
  const shown = items.slice(0, most).map((item) => `${sign} ${clip(item, room)}`);
  const rest = items.length - shown.length;
  const lines = rest > 0 ? [...shown, `${sign} … ${rest} more`] : shown;
  return lines.map((line, index): Labelled => [index === 0 ? label : '', line]);
}

function shared(count: number): readonly Labelled[] {
  return count === 0 ? [] : [['both', `  ${count} more`]];
}
