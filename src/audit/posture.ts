import { isBeneath } from '../model/accept.js';
import type { RuleChoice } from '../model/config.js';
import { type Change, type Finding, formerFingerprints, SEVERITIES, type Severity } from '../model/finding.js';
import { type PoolState, settingName } from '../model/state.js';
import { posture, postureOfLive, type Unjudged } from '../rules/run.js';
import type { Subject } from './audit.js';
import { flatten } from './diff.js';

/** What was seen of a pool. */
interface Seen {
  readonly live: PoolState;
  /** One finding a change, in the same order. */
  readonly drift: readonly Finding[];
  readonly changes: readonly Change[];
  /** Settings that somebody else keeps. */
  readonly unmanaged: readonly string[];
}

/** The drift, with the rules that it breaks; what the live pool alone shows; and the rules that could not judge. */
export interface LivePosture {
  readonly drift: readonly Finding[];
  readonly findings: readonly Finding[];
  /** Fingerprints of what the drift tells. */
  readonly told: readonly string[];
  /** What the findings about the spec say already. */
  readonly repeated: readonly Finding[];
  readonly unjudged: readonly Unjudged[];
}

/**
 * Judges the live pool by the rules. What the spec is found fault with already is not said twice; where the live pool is
 * weaker than the spec, that is a drift, and the drift says which rules it breaks.
 */
export function livePosture(subject: Subject, choice: RuleChoice, seen: Seen): LivePosture {
  const { document, spec, today } = subject;
  const known = new Set(posture(document, spec, choice, today).map(({ fingerprint }) => fingerprint));
  const { found, unjudged } = postureOfLive(document, spec, { state: seen.live, today }, choice);
  const managed = found.filter(
    ({ finding: { setting = '' } }) => !seen.unmanaged.some((path) => isBeneath(setting, path)),
  );
  const own = managed.filter(({ finding }) => !known.has(finding.fingerprint));
  const repeated = managed.flatMap(({ finding }) => (known.has(finding.fingerprint) ? [finding] : []));
  const causes = own.map(({ finding, looked }) => ({ finding, change: causeOf(finding, looked, seen.changes) }));
  return {
    drift: seen.drift.map((drift, index) => {
      const broken = causes.filter(({ change }) => change === index).map(({ finding }) => finding);
      return broken.length > 0 ? withBroken(drift, broken) : drift;
    }),
    findings: causes.filter(({ change }) => change === undefined).map(({ finding }) => finding),
    told: [
      ...causes.flatMap(({ change, finding }) =>
        change === undefined ? [] : [finding.fingerprint, ...formerFingerprints(finding)],
      ),
      ...repeated.flatMap(formerFingerprints),
    ],
    repeated,
    unjudged,
  };
}

/** The change that a weakness of the live pool comes from: at its setting, else at one that its rule looked at. */
function causeOf(
  { setting = '' }: Finding,
  looked: ReadonlySet<string>,
  changes: readonly Change[],
): number | undefined {
  const differ = [...changes.entries()].filter(([, { kind }]) => kind !== 'unchecked');
  const at = differ.find(([, change]) => {
    const name = settingName(change.address, change.setting);
    return isBeneath(setting, name) || isBeneath(name, setting);
  });
  const seen = differ.find(([, change]) => namesOf(change).some((name) => looked.has(name)));
  return (at ?? seen)?.[0];
}

/** The settings of a change and of what follows from it. */
function namesOf(change: Change): string[] {
  return flatten([change]).map((one) => settingName(one.address, one.setting));
}

function withBroken(drift: Finding, broken: readonly Finding[]): Finding {
  const rules = [...new Set(broken.map(({ rule }) => rule))].join(', ');
  const said = `As it is live, the pool breaks ${rules}.`;
  return {
    ...drift,
    severity: worst([drift.severity, ...broken.map(({ severity }) => severity)]),
    cause: drift.cause === undefined ? said : `${drift.cause} ${said}`,
  };
}

function worst(severities: readonly Severity[]): Severity {
  return SEVERITIES.find((one) => severities.includes(one)) ?? 'note';
}
