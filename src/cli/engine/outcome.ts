import type { Finding } from '../../model/finding.js';
import type { Coverage, Report, Target } from '../../model/report.js';

export const NOTHING_COVERED: Coverage = { checked: 0, unchecked: [], unverifiable: [], unmanaged: [] };

/** Several pools' coverage as one. */
export function sumCoverage(parts: readonly Coverage[]): Coverage {
  return {
    checked: parts.reduce((sum, part) => sum + part.checked, 0),
    unchecked: parts.flatMap((part) => part.unchecked),
    unverifiable: parts.flatMap((part) => part.unverifiable),
    unmanaged: parts.flatMap((part) => part.unmanaged),
  };
}

/** What a run came to; what is left out is empty. */
export interface Came {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly findings: readonly Finding[];
  readonly targets?: readonly Target[];
  readonly coverage?: Coverage;
  readonly calls?: number;
  readonly waitedMs?: number;
}

/** Puts a report together, findings in the order in which a reader meets them. */
export function reportOf(command: string, came: Came): Report {
  return {
    command,
    startedAt: came.startedAt.toISOString(),
    finishedAt: came.finishedAt.toISOString(),
    targets: came.targets ?? [],
    findings: [...came.findings].sort(byPlace),
    coverage: came.coverage ?? NOTHING_COVERED,
    calls: came.calls ?? 0,
    waitedMs: came.waitedMs ?? 0,
  };
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.target ?? '', b.target ?? '') ||
    (a.at?.start.line ?? 0) - (b.at?.start.line ?? 0) ||
    (a.at?.start.column ?? 0) - (b.at?.start.column ?? 0) ||
    compare(a.rule, b.rule) ||
    compare(a.setting ?? '', b.setting ?? '')
  );
}

/** By code units: the same order on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day of a run, YYYY-MM-DD in UTC: what ends on a day ends by this one. */
export function today({ now }: { now(): Date }): string {
  return now().toISOString().slice(0, 10);
}
