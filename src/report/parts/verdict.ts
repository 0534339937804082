import type { Finding } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { COUNTED_ELSE } from './counted-else.js';

/** A finding that says "could not look", not "looked and found". */
export function isUnchecked({ change, rule, status }: Finding): boolean {
  return status !== 'gone' && (change?.kind === 'unchecked' || rule === UNCHECKED);
}

/** What could not be read, be it a setting or the pool. */
export const UNCHECKED = 'drift/unchecked';

/** Whether something that was to be compared was not. */
export function leftUnchecked(report: Report, comparesLive: boolean): boolean {
  return uncheckedCount(report) > 0 || (comparesLive && !lookedEverywhere(report));
}

/** Settings without a comparison; a finding may say so where the coverage forgot to. */
export function uncheckedCount(report: Report): number {
  return Math.max(report.coverage.unchecked.length, report.findings.filter(isUnchecked).length);
}

/** The only gate to the words "in sync": every target was looked at, all of it was read, and nothing differs. */
export function inSync(report: Report): boolean {
  if (report.command in COUNTED_ELSE) return false;
  return lookedEverywhere(report) && uncheckedCount(report) === 0 && !report.findings.some(isDrift);
}

function lookedEverywhere(report: Report): boolean {
  return report.coverage.checked > 0 && report.targets.every((target) => target.poolId !== undefined);
}

function isDrift({ change, rule, status }: Finding): boolean {
  return status !== 'gone' && (change !== undefined || rule.startsWith('drift/'));
}
