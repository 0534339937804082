import { diff } from '../audit/diff.js';
import { type KnownIds, observe } from '../audit/observe.js';
import { NotKnown, type PoolReader, type PoolWriter } from '../audit/ports.js';
import type { SectionName, Snapshot } from '../model/facet.js';
import { arrived } from './arrived.js';
import { NotRead } from './full-call.js';
import { read } from './full-calls/snapshot.js';
import type { Outcome } from './outcome.js';
import { callFrom, type Seen, type Step, sectionsOf } from './plan.js';
import { type Moved, objectOf, ownMoves, sideEffects } from './prove.js';

/** The pool of a fix, as it was audited, and the ways to it. */
export interface Target {
  readonly seen: Seen;
  /** Names of the users that the spec declares. */
  readonly users: readonly string[];
  readonly ids: KnownIds;
  readonly reader: PoolReader;
  readonly writer: PoolWriter;
}

export type Done = readonly [step: Step, outcome: Outcome];

/** Sends the steps, one after the other; those that need a step that failed are not sent. */
export async function sendAll(planned: readonly Step[], target: Target): Promise<readonly Done[]> {
  const done: Done[] = [];
  for (const step of planned) {
    const [failed] = done.find((earlier) => needs(step, earlier)) ?? [];
    const because = failed?.call.operation;
    done.push([step, because === undefined ? await sendOne(step, done, target) : { kind: 'not-sent', because }]);
  }
  return done;
}

/** Steps about the same object follow each other. What is deleted must have been let go by all others first. */
function needs(step: Step, [earlier, { kind }]: Done): boolean {
  if (kind === 'sent' || kind === 'already') return false;
  return objectOf(step) === objectOf(earlier) || step.call.operation.startsWith('Delete');
}

/**
 * Cognito has no conditional write, so the pool is read again right before the call, which is made from that read. What
 * somebody changes in the instant between the two is not seen here.
 */
async function sendOne(step: Step, done: readonly Done[], target: Target): Promise<Outcome> {
  const { seen, users, reader, writer } = target;
  const { poolId, snapshot: audited } = seen;
  try {
    const sections = sectionsOf(step, audited, poolId);
    const fresh = await reader.read({ poolId, sections, users });
    refuseUnread(sections, fresh);
    const earlier = done.map(([one]) => one);
    const moved = sideEffects(audited, fresh, [...earlier, step]);
    if (moved.length > 0) return { kind: 'moved', moved };
    if (isDoneAlready(step, earlier, fresh, target)) return { kind: 'already' };
    const other = deletedMoves(step, earlier, audited, fresh);
    if (other.length > 0) return { kind: 'moved', moved: other };
    await writer.send(callFrom(step, fresh, poolId));
    return { kind: 'sent' };
  } catch (error) {
    return failure(error);
  }
}

/** What was not read may have moved. */
function refuseUnread(sections: readonly SectionName[], fresh: Snapshot): void {
  for (const section of sections) read(fresh, section);
}

/** What is to be deleted is what was audited: who consented to the deletion has not seen what it has become since. */
function deletedMoves(step: Step, earlier: readonly Step[], audited: Snapshot, fresh: Snapshot): readonly Moved[] {
  if (!isRemoval(step)) return [];
  const own = earlier.filter((one) => !isRemoval(one));
  const names = new Set(sideEffects(audited, fresh, own).map(nameOf));
  return ownMoves(audited, fresh, [step]).filter((one) => names.has(nameOf(one)));
}

const isRemoval = ({ changes }: Step): boolean => changes.some(({ kind }) => kind === 'extra');
const nameOf = ({ path }: Moved): string => path.join('\n');

/** Another run was faster: the members of the step moved since the audit, and are as the spec says. */
function isDoneAlready(step: Step, earlier: readonly Step[], fresh: Snapshot, { seen, ids }: Target): boolean {
  if (earlier.some((one) => objectOf(one) === objectOf(step))) return false;
  if (ownMoves(seen.snapshot, fresh, [step]).length === 0) return false;
  const live = observe(fresh, seen.desired, ids);
  return arrived(step, { live, changes: diff(seen.desired, live).changes }) === true;
}

function failure(error: unknown): Outcome {
  if (error instanceof NotRead) return { kind: 'not-read', reason: error.message };
  const reason = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replace(/\s+/g, ' ');
  return error instanceof NotKnown ? { kind: 'not-known', reason: error.message } : { kind: 'refused', reason };
}
