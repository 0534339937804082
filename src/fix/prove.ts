import { fieldOf } from '../audit/diff.js';
import { sameValue } from '../model/equality.js';
import type { Snapshot } from '../model/facet.js';
import type { Change } from '../model/finding.js';
import { settingName } from '../model/state.js';
import type { Step } from './plan.js';

/** A member of AWS's answers that differs between two reads: `pool.EmailConfiguration.From`. */
export interface Moved {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Members that AWS changes by itself. */
const RESTLESS = new Set(['LastModifiedDate', 'EstimatedNumberOfUsers', '$metadata']);

/** What a fix changed beside what it meant to; compared in AWS's own words, so that it sees what no row covers too. */
export function sideEffects(before: Snapshot, after: Snapshot, steps: readonly Step[]): readonly Moved[] {
  const meant = new Set(steps.flatMap(({ piece, changes }) => [...Object.keys(piece), ...changes.flatMap(covered)]));
  return moves(before, after).filter(({ path }) => !path.split('.').some((member) => meant.has(member)));
}

/** Top members of the API that a change and all that follows from it stand for. */
function covered(change: Change): string[] {
  const own = fieldOf(change)?.covers.map((member) => member.split('.')[1]?.replace('[]', '') ?? '') ?? [];
  return [...own, ...change.derived.flatMap(covered)];
}

/** All leaf differences of two reads; what could not be read on either side is not one. */
function moves(before: Snapshot, after: Snapshot): Moved[] {
  const sections = Object.keys(before) as (keyof Snapshot)[];
  return sections.flatMap((section) => {
    const [a, b] = [before[section], after[section]];
    return a?.ok && b?.ok ? leaves(section, keyed(a.value), keyed(b.value)) : [];
  });
}

/** Lists of objects by their id or name, so that their order carries nothing. */
function keyed(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'object' && item !== null && 'name' in item))
    return value;
  return Object.fromEntries(value.map((item) => [item.id ?? item.name, item]));
}

function leaves(path: string, before: unknown, after: unknown): Moved[] {
  if (sameValue(before, after)) return [];
  if (!isPlain(before) || !isPlain(after)) return [{ path, before, after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !RESTLESS.has(key));
  return keys.flatMap((key) => leaves(`${path}.${key}`, before[key], after[key]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The changes of a step by name. */
export function namesOf(changes: readonly Change[]): string {
  return changes.map((one) => settingName(one.address, one.setting)).join(', ');
}
