import type { Change, Finding } from '../../model/finding.js';
import type { SourceSpan } from '../../model/source.js';
import type { Observed } from '../../model/state.js';

/** A finding as the JSON report has it: every key always present, in this order; `null` for what is not known. */
export function jsonFinding(finding: Finding): object {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    target: finding.target ?? null,
    setting: finding.setting ?? null,
    at: finding.at === undefined ? null : jsonSpan(finding.at),
    change: finding.change === undefined ? null : jsonChange(finding.change),
    convergedBy: finding.convergedBy ?? null,
    confidence: finding.confidence,
    cause: finding.cause ?? null,
    deploy: finding.deploy ?? null,
    since: finding.since ?? null,
    by: finding.by ?? null,
    help: finding.help ?? null,
    docs: finding.docs ?? null,
    fingerprint: finding.fingerprint,
    status: finding.status ?? 'new',
    firstSeen: finding.firstSeen ?? null,
    nights: finding.nights ?? null,
  };
}

function jsonSpan({ file, start, end }: SourceSpan): object {
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function jsonChange(change: Change): object {
  return {
    kind: change.kind,
    address: change.address,
    setting: change.setting ?? null,
    desired: jsonObserved(change.desired),
    live: jsonObserved(change.live),
    impact: change.impact,
    derived: change.derived.map(jsonChange),
  };
}

/** Stays a tagged union, so that no reader can take "could not be read" for a value. */
function jsonObserved(observed: Observed): object {
  if (observed.kind === 'value') return { kind: 'value', value: ordered(observed.value) ?? null };
  return observed.kind === 'absent' ? { kind: 'absent' } : { kind: observed.kind, reason: observed.reason };
}

/** Sorts the keys of maps: AWS returns them in any order, and a report that moves cannot be compared. */
function ordered(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item)]));
}
