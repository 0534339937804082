import { facetOf } from '../facets/index.js';
import type { Facet, Field, KeyedFacet, PoolIdentity } from '../model/facet.js';
import type { Change } from '../model/finding.js';
import type { Entry, Observed, PoolState } from '../model/state.js';
import { terraformContext } from '../synth/context.js';
import { fieldOf } from './diff.js';
import type { KnownIds } from './observe.js';
import type { TrailEvent } from './trail.js';
import { isSaid, leavesOf, type Member, memberOf, valuesNamed } from './trail-members.js';

/**
 * What an event has to do with a change: it made it so; it may have; it made it otherwise, so that what made it so came
 * later; or it is about something else.
 */
export type Verdict = 'made' | 'maybe' | 'otherwise' | 'elsewhere';

/** What may have made a change. */
export interface Suspect {
  /** Sorted; none where CloudTrail does not tell. */
  readonly operations: readonly string[];
  /** The most recent event that made it so is the one: an object is made, or deleted, by one call. */
  readonly once: boolean;
  judge(event: TrailEvent): Verdict;
}

/** A pool as an audit saw it. */
export interface Scene {
  readonly identity: PoolIdentity;
  readonly desired: PoolState;
  readonly live: PoolState;
  /** From the deploy outputs: what a missing object's id was. */
  readonly ids: KnownIds;
}

/** Operations that the members of no row name. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  attributes: ['AddCustomAttributes'],
  'clients.maxSecrets': ['DeleteUserPoolClientSecret'],
  'clients.secret': ['AddUserPoolClientSecret', 'DeleteUserPoolClientSecret'],
  'pool.tags': ['TagResource', 'UntagResource'],
};

/** The operations that may have made a change, as the rows say, and how to tell whether an event did. */
export function suspectOf(one: Change, scene: Scene): Suspect {
  const facet = facetOf(one.address.split('/')[0] ?? '');
  if (facet === undefined) return { operations: [], once: true, judge: () => 'elsewhere' };
  const field = fieldOf(one);
  return field ? ofSetting(one, facet, field, scene) : ofObject(one, facet, scene);
}

function ofSetting(one: Change, facet: Facet, field: Field<any>, scene: Scene): Suspect {
  const target = targetOf(facet, scene.live.entries.get(one.address));
  const members = membersOf(one, field, scene);
  const known = field.covers.flatMap((cover) => writersOf(cover.split('.')[0] ?? '', field));
  const also = BESIDE[`${facet.id}.${one.setting}`] ?? [];
  return {
    operations: sorted([...known, ...members.map(({ operation }) => operation), ...also]),
    once: false,
    judge: (event) => (isAbout(event, target) === false ? 'elsewhere' : verdict(event, members)),
  };
}

/** What is made with a member keeps it, or may be told another. */
function writersOf(operation: string, { onChange }: Field<any>): readonly string[] {
  return onChange === 'update' ? [operation, asUpdate(operation)] : [operation];
}

function asUpdate(operation: string): string {
  return operation.replace(/^Create/, 'Update');
}

function ofObject(one: Change, facet: Facet, scene: Scene): Suspect {
  const isExtra = one.kind === 'extra';
  const entry = (isExtra ? scene.live : scene.desired).entries.get(one.address);
  const known = scene.ids.get(one.address);
  const target = targetOf(facet, entry && { ...entry, ...(known !== undefined && { id: known }) });
  const key = entry?.key?.split('#')[0]?.replace(/^custom:/, '') ?? '';
  const removes = (facet as KeyedFacet).remove?.({ key: 'key', id: 'id' }).operation;
  return {
    operations: sorted(isExtra ? makersOf(facet) : removes === undefined ? [] : [removes]),
    once: true,
    judge: (event) => {
      if (!isExtra && isAbout(event, target) !== false && hasContent(event, target)) return 'otherwise';
      const about = isAbout(event, target) ?? (isExtra ? isNamed(event, key) : undefined);
      return about === undefined ? 'maybe' : about ? 'made' : 'elsewhere';
    },
  };
}

/** What is set, not made, is taken away by a call that names it and says no more. */
function hasContent({ operation, parameters }: TrailEvent, target: Target | undefined): boolean {
  if (operation.startsWith('Delete')) return false;
  const names = ['userpoolid', target?.member.toLowerCase()];
  return Object.entries(parameters).some(([name, value]) => value !== null && !names.includes(name.toLowerCase()));
}

/** Operations whose members the rows are made with, where it is one that makes, or sets, an object. */
function makersOf(facet: Facet): readonly string[] {
  const covered = Object.values(facet.fields).flatMap(({ covers }) => covers.map((cover) => cover.split('.')[0] ?? ''));
  return [...covered.filter((operation) => /^(Create|Set(Risk|UI))/.test(operation)), ...(BESIDE[facet.id] ?? [])];
}

/** The member that names an object, and what it is; without a value for one of the pool itself, or not known. */
interface Target {
  readonly member: string;
  readonly value: string | undefined;
  /** It belongs to the pool itself, so an event that names an object is about another one. */
  readonly ofPool: boolean;
}

/** What the call that deletes an object names it by tells how all calls do. */
function targetOf(facet: Facet, entry: Entry | undefined): Target | undefined {
  const call = (facet as KeyedFacet).remove?.({ key: 'key', id: 'id' });
  const [named] = Object.entries(call?.input ?? {});
  if (entry === undefined || named === undefined) return undefined;
  const value = named[1] === 'id' ? entry.id : entry.key?.split('#')[0];
  return { member: named[0], value, ofPool: entry.key === 'pool' && value === undefined };
}

/** Undefined where the event does not say, or nobody knows what it would have to say. */
function isAbout({ parameters, made }: TrailEvent, target: Target | undefined): boolean | undefined {
  if (target === undefined) return undefined;
  const { member, value, ofPool } = target;
  const said = memberOf(parameters, member) ?? made.get(member.toLowerCase());
  // The appearance of the pool's own pages is set for the client ALL.
  if (ofPool) return said === undefined || said === 'ALL';
  return said === undefined || value === undefined ? undefined : said === value;
}

/** Objects that AWS gives no id of their own, or whose id the answer did not say: the call has the name somewhere. */
function isNamed({ parameters }: TrailEvent, name: string): boolean {
  return valuesNamed(parameters, 'name').includes(name) || valuesNamed(parameters, 'clientname').includes(name);
}

/** The members in which the live pool differs, as a call would have to say them; none where the row cannot be written. */
function membersOf(one: Change, field: Field<any>, { identity, live, desired }: Scene): readonly Member[] {
  if (!field.write || field.sensitive) return [];
  const written = (value: Observed, state: PoolState) => {
    const context = terraformContext(state, identity, state.entries.get(one.address));
    return field.write?.(value.kind === 'value' ? value.value : undefined, context) ?? [];
  };
  const [is, was] = [written(one.live, live), written(one.desired, desired)];
  const own = leavesOf(is, was).filter((member) => isCovered(member, field));
  const isOne = leavesOf(is, []).length <= 1 && leavesOf(was, []).length <= 1;
  return isOne ? [...own, ...own.flatMap((member) => alsoCalled(member, field))] : own;
}

/** A row may write what belongs to another one along with its own. */
function isCovered({ operation, path }: Member, { covers }: Field<any>): boolean {
  const name = [operation, ...path].join('.');
  return covers.some((cover) => {
    const covered = asUpdate(cover).replace(/(\[\]|\.\*).*$/, '');
    return name === covered || name.startsWith(`${covered}.`) || covered.startsWith(`${name}.`);
  });
}

/** A row that writes one value covers it under several names, in several operations: `MfaConfiguration` of two of them. */
function alsoCalled(member: Member, { covers }: Field<any>): readonly Member[] {
  return covers.flatMap((cover) => {
    const [operation = '', ...path] = cover.split('.');
    return /[[*]/.test(cover) ? [] : [{ ...member, operation: asUpdate(operation), path }];
  });
}

/**
 * A value of several members has several spellings (60 minutes, 1 hour): a call that says another one may mean the same,
 * unless it says the one that the spec wants.
 */
function verdict({ operation, parameters }: TrailEvent, members: readonly Member[]): Verdict {
  const own = members.filter((member) => member.operation === asUpdate(operation));
  const said = own.map(({ path, value }) => isSaid(parameters, path, value));
  if (!said.includes(false)) return said.includes(true) ? 'made' : 'maybe';
  const asWanted = own.map(({ path, other }) => isSaid(parameters, path, other));
  return own.length === 1 || !asWanted.includes(false) ? 'otherwise' : 'maybe';
}

function sorted(operations: readonly string[]): readonly string[] {
  return [...new Set(operations)].sort();
}
