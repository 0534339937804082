import { isOpen } from '../model/accept.js';
import type { Change, Finding } from '../model/finding.js';
import { Unread } from '../model/sections.js';
import type { PoolAudit } from './audit.js';
import type { KnownIds } from './observe.js';
import { type Suspect, suspectOf } from './suspects.js';
import type { Trail, TrailEvent } from './trail.js';

/** Pages of 50 events of one operation, over all pools of the account and Region. */
const PAGES = 20;

/** A drift, and what may have made it. */
interface Case {
  readonly finding: Finding;
  readonly suspect: Suspect;
}

/** What is known of an operation's events on the pool. */
interface History {
  readonly events: TrailEvent[];
  /** It was looked at from now back to here; undefined as long as nothing was. */
  back?: string;
  complete: boolean;
  /** Why it could not be looked at. */
  failed?: string;
}

type Histories = ReadonlyMap<string, History>;

/**
 * Says of each open drift of a pool who made it, as far as CloudTrail tells. It adds to findings what is known, and takes
 * nothing away: a trail that cannot be read leaves the drift as it is, and says so.
 */
export async function withAuthors(audit: PoolAudit, trail: Trail, ids: KnownIds = new Map()): Promise<PoolAudit> {
  const { seen } = audit;
  if (seen === undefined) return audit;
  const cases = audit.findings.flatMap((finding): Case[] => {
    const change = isOpen(finding) ? changeOf(finding, seen.changes) : undefined;
    return change ? [{ finding, suspect: suspectOf(change, { ...seen, ids }) }] : [];
  });
  const histories = await look(cases, seen.poolId, trail);
  const told = new Map(cases.map((one) => [one.finding, { ...one.finding, ...authorOf(one.suspect, histories) }]));
  return { ...audit, findings: audit.findings.map((finding) => told.get(finding) ?? finding) };
}

/** The change itself: the one in the finding is redacted. */
function changeOf({ change }: Finding, changes: readonly Change[]): Change | undefined {
  if (change === undefined || change.kind === 'unchecked') return undefined;
  return changes.find(
    ({ kind, address, setting }) => kind === change.kind && address === change.address && setting === change.setting,
  );
}

/** Page by page, until every case is settled, there is nothing older, or `PAGES` are read. */
async function look(cases: readonly Case[], poolId: string, trail: Trail): Promise<Histories> {
  const operations = [...new Set(cases.flatMap(({ suspect }) => suspect.operations))].sort();
  const histories = new Map(operations.map((name): [string, History] => [name, { events: [], complete: false }]));
  for (let page = 0; page < PAGES; page += 1) {
    const unsettled = cases.filter(({ suspect }) => !explain(suspect, histories).settled);
    const wanted = new Set(unsettled.flatMap(({ suspect }) => suspect.operations));
    const open = [...histories].filter(([name, { complete }]) => wanted.has(name) && !complete);
    if (open.length === 0) break;
    for (const [name, history] of open) await readPage(name, page, history, poolId, trail);
  }
  return histories;
}

async function readPage(
  operation: string,
  page: number,
  history: History,
  poolId: string,
  trail: Trail,
): Promise<void> {
  try {
    const { events, oldest, last } = await trail.page(operation, page);
    history.events.push(...events.filter((event) => event.poolId === poolId));
    history.complete = last;
    history.back = last ? trail.since : (oldest ?? history.back ?? trail.since);
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    history.complete = true;
    history.failed = error.message;
  }
}

/** What the events say of a change. */
interface Explanation {
  readonly event?: TrailEvent;
  /** The event says the value that is live, or names the object. */
  readonly sure: boolean;
  /** Older events would add nothing. */
  readonly settled: boolean;
}

/**
 * The events from the most recent back to the one that still made it otherwise: between them somebody made it so. Later
 * calls often repeat what is live, so the oldest one that says the value is the one that brought it.
 */
function explain({ operations, once, judge }: Suspect, histories: Histories): Explanation {
  const events = operations.flatMap((name) => histories.get(name)?.events ?? []).sort(newestFirst);
  const judged = events.map((event) => ({ event, verdict: judge(event) }));
  const otherwise = judged.findIndex(({ verdict }) => verdict === 'otherwise');
  const since = otherwise < 0 ? judged : judged.slice(0, otherwise);
  const made = since.filter(({ verdict }) => verdict === 'made').map(({ event }) => event);
  const maybe = since.filter(({ verdict }) => verdict === 'maybe').map(({ event }) => event);
  const settled = otherwise >= 0 || (once && made.length > 0);
  const sure = once ? made[0] : made.at(-1);
  if (sure) return { event: sure, sure: true, settled };
  // After a call that made it otherwise, the first one that may have changed it; without such a call, the last.
  const guess = otherwise < 0 ? maybe[0] : maybe.at(-1);
  return { ...(guess && { event: guess }), sure: false, settled };
}

function newestFirst(a: TrailEvent, b: TrailEvent): number {
  return a.time < b.time ? 1 : a.time > b.time ? -1 : a.id < b.id ? -1 : 1;
}

function authorOf(suspect: Suspect, histories: Histories): Pick<Finding, 'by' | 'since'> {
  const { operations } = suspect;
  if (operations.length === 0)
    return { by: 'not looked up: CloudTrail does not tell which object such an event is about' };
  const failed = operations.map((name) => histories.get(name)?.failed).find((reason) => reason !== undefined);
  if (failed !== undefined) return { by: `not looked up: ${failed}` };
  const { event, sure } = explain(suspect, histories);
  if (event === undefined) return { by: nobody(operations, histories) };
  const { actor, tool, source, operation, id } = event;
  const from = source === '' ? '' : ` from ${source}`;
  return { by: `${sure ? '' : 'probably '}${actor}, ${tool}${from} (${operation}, event ${id})`, since: event.time };
}

/** Events arrive minutes late, so a change that is younger has none yet. */
function nobody(operations: readonly string[], histories: Histories): string {
  const backs = operations.map((name) => histories.get(name)?.back ?? '').sort();
  return `nobody found: no ${operations.join(', ')} since ${backs.at(-1)} explains it; CloudTrail may be minutes behind`;
}
