import { fieldOf } from '../audit/diff.js';
import { ownerKey } from '../audit/observe.js';
import type { Call } from '../audit/ports.js';
import { facetOf } from '../facets/index.js';
import type { Facet, ObjectCall, PoolIdentity, SectionName, Snapshot, WriteOperation } from '../model/facet.js';
import type { Change, Finding } from '../model/finding.js';
import { mergePieces, overlay } from '../model/merge.js';
import { type Address, addressOf, type PoolState, yamlPath } from '../model/state.js';
import { valuesOf } from '../synth/arguments.js';
import { terraformContext } from '../synth/context.js';
import { FULL_CALL, NotRead } from './full-call.js';

/** A pool as an audit saw it. */
export interface Seen {
  readonly poolId: string;
  readonly identity: PoolIdentity;
  readonly snapshot: Snapshot;
  readonly desired: PoolState;
  readonly live: PoolState;
  /** Unredacted. */
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
}

/** A call that cannot be built, because something that it must carry was not read. */
export interface Blocked {
  readonly operation: WriteOperation;
  readonly reason: string;
  readonly changes: readonly Change[];
}

/** All calls of a fix; none where one of them cannot be built, because half a fix is not what was asked for. */
export interface Planned {
  readonly steps: readonly Step[];
  readonly blocked: readonly Blocked[];
}

/** One call of a fix, and what it is for. */
export interface Step {
  readonly call: Call;
  /** What a call that repeats what is live is about: the id or name of an object, empty for the pool; else absent. */
  readonly repeats?: string;
  /** Only the members that the call changes; the rest of it repeats what is live. */
  readonly piece: Readonly<Record<string, unknown>>;
  readonly changes: readonly Change[];
}

/**
 * The calls that converge what Terraform will not. What a deploy would do is left to the deploy; an undeclared object
 * is deleted only when its address is given.
 */
export function plan(seen: Seen, deletions: ReadonlySet<Address> = new Set()): Planned {
  const made = writes(seen);
  const blocked = made.flatMap((one) => ('reason' in one ? [one] : []));
  const steps = made.flatMap((one) => ('call' in one ? [one] : []));
  return { steps: blocked.length > 0 ? [] : [...creations(seen), ...steps, ...removals(seen, deletions)], blocked };
}

interface Piece {
  readonly operation: WriteOperation;
  readonly target: string;
  readonly partial: object;
  readonly change: Change;
}

function writes(seen: Seen): (Step | Blocked)[] {
  const pieces = seen.changes.filter((one) => convergedByFix(one, seen)).flatMap((one) => piecesOf(one, seen));
  const groups = groupBy(pieces, callOf);
  return [...groups.values()].map((group) => step(group as [Piece, ...Piece[]], seen));
}

function groupBy(pieces: readonly Piece[], keyOf: (piece: Piece) => string): Map<string, Piece[]> {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) groups.set(keyOf(piece), [...(groups.get(keyOf(piece)) ?? []), piece]);
  return groups;
}

function callOf({ operation, target }: Piece): string {
  return `${operation} ${target}`;
}

function convergedByFix(one: Change, { findings }: Seen): boolean {
  return one.kind === 'changed' && findingOf(one, findings)?.convergedBy === 'fix';
}

function findingOf(one: Change, findings: readonly Finding[]): Finding | undefined {
  return findings.find(
    ({ change }) => change?.address === one.address && change.setting === one.setting && change.kind === one.kind,
  );
}

function piecesOf(one: Change, seen: Seen): Piece[] {
  const context = terraformContext(seen.desired, seen.identity, seen.desired.entries.get(one.address));
  const value = one.desired.kind === 'value' ? one.desired.value : undefined;
  const target = targetOf(one, seen);
  const written = fieldOf(one)?.write?.(value, context) ?? [];
  return written.map(({ operation, partial }) => ({ operation, target, partial, change: one }));
}

/** The client id or domain that a call is about; empty for the pool itself. */
function targetOf(one: Change, { live }: Seen): string {
  const entry = live.entries.get(one.address);
  return entry?.id ?? entry?.key ?? '';
}

function step(group: readonly [Piece, ...Piece[]], { snapshot, poolId }: Seen): Step | Blocked {
  const { operation, target } = group[0];
  const changes = group.map(({ change }) => change);
  const piece = mergePieces(group.map(({ partial }) => partial));
  try {
    const input = wholeInput(operation, snapshot, { poolId, target, piece });
    return { call: { operation, input }, repeats: target, piece, changes };
  } catch (error) {
    if (error instanceof NotRead) return { operation, reason: error.message, changes };
    throw error;
  }
}

function wholeInput(
  operation: WriteOperation,
  snapshot: Snapshot,
  { poolId, target, piece }: { readonly poolId: string; readonly target: string; readonly piece: object },
): Record<string, unknown> {
  return overlay(FULL_CALL[operation](snapshot, poolId, target), piece) as Record<string, unknown>;
}

/** The call of a step, from a later read. Throws `NotRead` where that read lacks something that the call must repeat. */
export function callFrom({ call, repeats: target, piece }: Step, snapshot: Snapshot, poolId: string): Call {
  if (target === undefined) return call;
  const operation = call.operation as WriteOperation;
  return { operation, input: wholeInput(operation, snapshot, { poolId, target, piece }) };
}

/** The sections that tell whether a step may be sent: of its settings, and all that its call repeats. */
export function sectionsOf(step: Step, snapshot: Snapshot, poolId: string): readonly SectionName[] {
  const own = step.changes.flatMap(({ address }) => facetOf(yamlPath(address)[0] ?? '')?.reads ?? []);
  const looked = new Set<SectionName>(own);
  const noted = new Proxy(snapshot, {
    get: (target, name: SectionName) => {
      looked.add(name);
      return target[name];
    },
  });
  callFrom(step, noted, poolId);
  return [...looked];
}

/** Missing objects that the provider has no resource for. */
function creations(seen: Seen): Step[] {
  const missing = seen.changes.filter((one) => one.kind === 'missing');
  return missing.flatMap((one) => {
    const entry = seen.desired.entries.get(one.address);
    const facet = entry && facetOf(entry.facet);
    if (!entry || facet?.kind !== 'keyed' || !facet.create) return [];
    const context = terraformContext(seen.desired, seen.identity, entry);
    const owner = ownerOf(facet.keyedBy, entry.key ?? '', seen);
    // What belongs to an object that is not there yet waits for it.
    if (facet.keyedBy && owner === undefined) return [];
    const call = facet.create({ key: entry.key ?? '', values: valuesOf(entry), owner }, context);
    return [objectStep(call, one, seen)];
  });
}

function ownerOf(facet: string | undefined, key: string, { live }: Seen): string | undefined {
  return facet && live.entries.get(addressOf(facet, ownerKey(key)))?.id;
}

function removals(seen: Seen, deletions: ReadonlySet<Address>): Step[] {
  return seen.changes
    .filter((one) => one.kind === 'extra' && deletions.has(one.address))
    .flatMap((one) => removal(one, seen));
}

function removal(one: Change, seen: Seen): Step[] {
  const entry = seen.live.entries.get(one.address);
  const facet: Facet | undefined = entry && facetOf(entry.facet);
  if (!entry || facet?.kind !== 'keyed' || !facet.remove) return [];
  return [objectStep(facet.remove({ key: entry.key ?? '', id: entry.id }), one, seen)];
}

function objectStep({ operation, input }: ObjectCall, one: Change, { poolId }: Seen): Step {
  const whole = { UserPoolId: poolId, ...input };
  return { call: { operation, input: whole }, piece: whole, changes: [one] };
}
