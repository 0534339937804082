import type { Field } from '../model/facet.js';
import type { Change } from '../model/finding.js';
import type { Observed } from '../model/state.js';
import { fieldOf } from './diff.js';

const REDACTED = '<redacted>';

/** A value in a sentence: short, on one line, never secret. */
export function shown(value: Observed, field: Field<any> | undefined): string {
  if (value.kind !== 'value') return 'not set';
  if (field?.sensitive) return REDACTED;
  const text = typeof value.value === 'string' ? value.value : JSON.stringify(value.value);
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

/** The change without what must not be shown. */
export function redacted(one: Change): Change {
  const field = fieldOf(one);
  const hide = (value: Observed): Observed =>
    field?.sensitive && value.kind === 'value' ? { kind: 'value', value: REDACTED } : value;
  return { ...one, desired: hide(one.desired), live: hide(one.live), derived: one.derived.map(redacted) };
}
