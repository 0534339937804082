import { isOpen } from '../model/accept.js';
import type { Finding, Severity } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { isUnchecked, leftUnchecked } from '../report/parts/verdict.js';
import { EXIT, type ExitCode } from './exit.js';

/** What the user asked the exit code to depend on. */
export interface ExitPolicy {
  /** The lowest severity that counts as "found". */
  readonly severity: Severity;
  /** Warnings that are tolerated; absent: none where `severity` lets warnings count. */
  readonly maxWarnings: number | undefined;
  /** The command was to look at live pools, so having compared nothing is not clean. */
  readonly comparesLive: boolean;
}

/** The exit code of a report about valid specs. Nothing else decides it. */
export function exitCode(report: Report, policy: ExitPolicy): ExitCode {
  if (hasFailing(report.findings, policy)) return EXIT.findings;
  return leftUnchecked(report, policy.comparesLive) ? EXIT.unchecked : EXIT.clean;
}

/** What is accepted, or gone, does not count; a setting that could not be read has a code of its own. */
function hasFailing(findings: readonly Finding[], policy: ExitPolicy): boolean {
  const count = (severity: Severity) =>
    findings.filter((f) => f.severity === severity && isOpen(f) && !isUnchecked(f)).length;
  return (
    count('error') > 0 ||
    count('warning') > toleratedWarnings(policy) ||
    (policy.severity === 'note' && count('note') > 0)
  );
}

function toleratedWarnings({ severity, maxWarnings }: ExitPolicy): number {
  return maxWarnings ?? (severity === 'error' ? Number.POSITIVE_INFINITY : 0);
}
