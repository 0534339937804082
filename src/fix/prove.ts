import { fieldOf } from '../audit/diff.js';
import { facetOf } from '../facets/index.js';
import { sameValue } from '../model/equality.js';
import type { Snapshot } from '../model/facet.js';
import type { Change } from '../model/finding.js';
import { isWhole } from '../model/merge.js';
import { settingName, yamlPath } from '../model/state.js';
import type { Step } from './plan.js';

type Path = readonly string[];

/** A member of AWS's answers that differs between two reads: `pool`, `EmailConfiguration`, `From`. */
export interface Moved {
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
}

/** Members that AWS changes by itself, and the pool's copy of the names in its section of domains. */
const RESTLESS = new Set([
  'CSSVersion',
  'ImageUrl',
  'LastModifiedDate',
  'EstimatedNumberOfUsers',
  '$metadata',
  'Domain',
  'CustomDomain',
  // The age of a client's oldest secret, which a midnight changes.
  'oldestDays',
]);

/** What a fix changed beside what it meant to; compared in AWS's own words, so that it sees what no row covers too. */
export function sideEffects(before: Snapshot, after: Snapshot, steps: readonly Step[]): readonly Moved[] {
  const meant = steps.flatMap(meantBy);
  return moves(before, after).filter(({ path }) => !meant.some((one) => oneHoldsTheOther(one, path)));
}

/** What moved of the members that steps change themselves. */
export function ownMoves(before: Snapshot, after: Snapshot, steps: readonly Step[]): readonly Moved[] {
  const meant = steps.flatMap(meantBy);
  return moves(before, after).filter(({ path }) => meant.some((one) => oneHoldsTheOther(one, path)));
}

/** The object that a step is about: its id or name, empty for the pool. Steps about different ones do not need each other. */
export function objectOf({ call }: Step): string {
  const [named = ''] = OBJECT_NAMES.flatMap((name) => call.input[name] ?? []);
  return String(named);
}

/** The members that say which object of a pool a call is about. */
const OBJECT_NAMES = [
  'ManagedLoginBrandingId',
  'TermsId',
  'RegionName',
  'ClientId',
  'Domain',
  'ProviderName',
  'Identifier',
  'GroupName',
];

/** Of a client, what other operations say: a part of the section, read on its own. */
const PARTS: readonly Path[] = [[], ['session', 'value']];

/** Where a step may show: in the object that it is about, or in both reads of the pool's own settings. */
function meantBy({ call, piece, changes }: Step): Path[] {
  const sections = changes[0] ? (facetOf(yamlPath(changes[0].address)[0] ?? '')?.reads ?? []) : [];
  const object = OBJECT_NAMES.map((name) => call.input[name]).find((name) => name !== undefined);
  // What belongs to the pool itself has no id; what is made has one that nobody knew.
  const made = changes.some(({ kind }) => kind === 'missing');
  const key = changes[0] && yamlPath(changes[0].address)[1];
  const names = [object, key].filter((name) => name !== undefined).map(String);
  if (names.length === 0)
    return [...new Set(['pool', 'mfa', ...sections])].flatMap((section) => within([section], piece, changes));
  const whole = sections.flatMap((section) => names.map((name) => [section, name]));
  const removed = changes.some(({ kind }) => kind === 'extra');
  if (made) return sections.map((section) => [section]);
  if (removed) return whole;
  return whole.flatMap((path) => PARTS.flatMap((part) => within([...path, 'item', 'value', ...part], piece, changes)));
}

/** The name of a pool is `PoolName` in calls and `Name` in answers. */
const asRead = ([first, ...rest]: Path): Path =>
  first === undefined ? [] : [first === 'PoolName' ? 'Name' : first, ...rest];

function within(root: Path, piece: object, changes: readonly Change[]): Path[] {
  return [...ends(piece), ...changes.flatMap(covered)].map((path) => [...root, ...asRead(path)]);
}

/** The paths to what a piece writes. */
function ends(piece: unknown): Path[] {
  if (!isPlain(piece) || isWhole(piece) || Object.keys(piece).length === 0) return [[]];
  return Object.entries(piece).flatMap(([key, value]) => ends(value).map((path) => [key, ...path]));
}

/** The members of the API that a change and all that follows from it stand for; lists and maps as a whole. */
function covered(change: Change): Path[] {
  const own =
    fieldOf(change)?.covers.map(
      (member) =>
        member
          .split(/\[\]|\.\*/)[0]
          ?.split('.')
          .slice(1) ?? [],
    ) ?? [];
  return [...own, ...change.derived.flatMap(covered)];
}

function oneHoldsTheOther(a: Path, b: Path): boolean {
  return a.every((step, index) => index >= b.length || step === b[index]);
}

/** All leaf differences of two reads; what could not be read on either side is not one. */
function moves(before: Snapshot, after: Snapshot): Moved[] {
  const sections = Object.keys(before) as (keyof Snapshot)[];
  return sections.flatMap((section) => {
    const [a, b] = [before[section], after[section]];
    return a?.ok && b?.ok ? leaves([section], keyed(a.value), keyed(b.value)) : [];
  });
}

/** Lists of objects by their id or name, so that their order carries nothing. */
function keyed(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'object' && item !== null && 'name' in item))
    return value;
  return Object.fromEntries(value.map((item) => [item.id ?? item.name, item]));
}

function leaves(path: Path, before: unknown, after: unknown): Moved[] {
  if (sameValue(before, after)) return [];
  if (!isPlain(before) || !isPlain(after)) return [{ path, before, after }];
  if (wasNotRead(before) || wasNotRead(after)) return [];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !RESTLESS.has(key));
  return keys.flatMap((key) => leaves([...path, key], before[key], after[key]));
}

/** A part that failed to be read; it says nothing about what is there. */
function wasNotRead(part: Record<string, unknown>): boolean {
  return part['ok'] === false && 'reason' in part;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The changes of a step by name. */
export function namesOf(changes: readonly Change[]): string {
  return changes.map((one) => settingName(one.address, one.setting)).join(', ');
}
