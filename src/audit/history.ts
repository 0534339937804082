// What an earlier report knew, held against what is known tonight. A weakness that nobody could look at is never gone.
import { type Acceptance, accepted, isBeneath } from '../model/accept.js';
import { type Finding, formerFingerprints } from '../model/finding.js';

/** A report of an earlier audit, as far as a later one needs it. Its findings have neither place nor change. */
export interface EarlierReport {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly findings: readonly Finding[];
}

/** A pool, or another place with findings of its own, that this run was about. */
export interface Looked {
  /** What the fingerprints of its findings begin with. */
  readonly id: string;
  /** How its spec is named now. */
  readonly target?: string;
  /** What could not be looked at: settings, rules as `rule ID`, and `*` for all of it. */
  readonly unread: readonly string[];
  /** Settings that the spec excepts from being looked at. */
  readonly excepted: readonly string[];
  /** Fingerprints of what is still there and told by another finding. */
  readonly told: ReadonlySet<string>;
  readonly accept?: readonly Acceptance[] | undefined;
}

/** A run, before it remembers. */
export interface Tonight {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly findings: readonly Finding[];
  readonly looked: readonly Looked[];
  /** Whether a rule was judged at all. */
  readonly runs: (rule: string) => boolean;
}

/** Findings with their `status`, and how many earlier ones this run says nothing about. */
export interface Remembered {
  readonly findings: readonly Finding[];
  readonly leftOut: number;
}

/**
 * Tells what is new, known and gone since an earlier report, by fingerprint. What was found earlier and could not be
 * looked at now stays `known`; what this run was not about is left out.
 */
export function remember(tonight: Tonight, earlier: EarlierReport): Remembered {
  const before = new Map(earlier.findings.filter(isThere).map((one) => [one.fingerprint, one]));
  const found = tonight.findings.map((one) => aged(one, earlierOf(one, before), tonight, earlier));
  const now = new Set(tonight.findings.flatMap((one) => [one.fingerprint, ...formerFingerprints(one)]));
  const missing = [...before.values()].filter(({ fingerprint }) => !now.has(fingerprint));
  const told = missing.map((one) => whatBecame(one, tonight, earlier));
  return {
    findings: [...found, ...told.flatMap((one) => (typeof one === 'object' ? [one] : []))],
    leftOut: told.filter((one) => one === 'left-out').length,
  };
}

/** The same finding in the earlier report, which may have another name for it. */
function earlierOf(finding: Finding, before: ReadonlyMap<string, Finding>): Finding | undefined {
  const prints = [finding.fingerprint, ...formerFingerprints(finding)];
  return prints.map((print) => before.get(print)).find((one) => one !== undefined);
}

const isThere = ({ status }: Finding): boolean => status !== 'gone';

function aged(finding: Finding, before: Finding | undefined, tonight: Tonight, earlier: EarlierReport): Finding {
  const status = finding.status ?? (before ? 'known' : 'new');
  return { ...finding, status, ...(before && age(before, tonight, earlier)) };
}

function age(before: Finding, { startedAt }: Tonight, earlier: EarlierReport): Pick<Finding, 'firstSeen' | 'nights'> {
  const firstSeen = before.firstSeen ?? earlier.startedAt;
  return { firstSeen, nights: Math.max(0, dayOf(startedAt) - dayOf(firstSeen)) };
}

const DAY_MS = 86_400_000;
const dayOf = (time: string): number => Math.floor(Date.parse(time) / DAY_MS);

/** An earlier finding that this run did not make. */
function whatBecame(before: Finding, tonight: Tonight, earlier: EarlierReport): Finding | 'told' | 'left-out' {
  const home = tonight.looked.find(({ id }) => before.fingerprint.startsWith(`${id}:`));
  if (!home || isExcepted(before, home) || !tonight.runs(before.rule)) return 'left-out';
  if (home.told.has(before.fingerprint)) return 'told';
  const { target: _, acceptedBy: __, status: ___, ...rest } = before;
  const same: Finding = { ...rest, ...(home.target && { target: home.target }), ...age(before, tonight, earlier) };
  return wasLookedAt(before, home) ? { ...same, status: 'gone' } : unseen(same, home, tonight);
}

function isExcepted({ setting = '' }: Finding, { excepted }: Looked): boolean {
  return excepted.some((path) => isBeneath(setting, path));
}

/** Whether the run would have made the finding, were it still there. */
function wasLookedAt({ rule, setting = '' }: Finding, { unread }: Looked): boolean {
  // About entries of the spec that name something else: their own path does not tell what had to be looked at.
  const anywhere = setting === '' || isBeneath(setting, 'accept') || isBeneath(setting, 'unmanaged');
  return unread.every(
    (one) => one !== '*' && one !== `rule ${rule}` && !anywhere && !isBeneath(setting, one) && !isBeneath(one, setting),
  );
}

function unseen(finding: Finding, { accept }: Looked, { startedAt }: Tonight): Finding {
  const known: Finding = {
    ...finding,
    cause: 'It could not be looked at this time; this is what an earlier report says.',
  };
  const [marked] = accepted([known], accept, startedAt.slice(0, 10)).findings;
  return { ...known, status: 'known', ...(marked?.status === 'accepted' && marked) };
}
