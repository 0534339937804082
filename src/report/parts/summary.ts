import { isOpen } from '../../model/accept.js';
import { type Finding, SEVERITIES, type Severity } from '../../model/finding.js';
import type { Report, ReportContext } from '../../model/report.js';
import { count } from './count.js';
import { COUNTED_ELSE } from './counted-else.js';
import { hasHistory, sinceLast } from './since-last.js';
import { type Style, style } from './style.js';
import { inSync, uncheckedCount } from './verdict.js';

/** The last line: what was found, what was compared, and what was not. */
export function summary(report: Report, context: ReportContext): string {
  const paint = style(context.color);
  return `${[tally(report, paint), ...compared(report, paint)].join('; ')}.`;
}

/** The same without what was found. */
export function comparison(report: Report, { color }: ReportContext): string {
  return `${compared(report, style(color)).join('; ')}.`;
}

/** The line before it, for who wants to know what the command did. */
export function effort(report: Report): string {
  const seconds = (Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000;
  const took = Number.isFinite(seconds) ? `, ${seconds.toFixed(1)} s in all` : '';
  return `${count(report.calls, 'AWS request')}, ${(report.waitedMs / 1000).toFixed(1)} s waited for rate limits${took}`;
}

function tally(report: Report, paint: Style): string {
  const { findings: all, targets } = report;
  const specs = `in ${count(new Set(targets.map((target) => target.spec)).size, 'spec')}${tolerated(all)}${history(report)}`;
  const findings = all.filter(isOpen);
  if (findings.length === 0) return `no findings ${specs}`;
  const counted = (severity: Severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    const text = count(number, severity);
    return number === 0 ? text : paint.severity(severity, text);
  };
  return `${SEVERITIES.map(counted).join(', ')} ${specs}`;
}

function tolerated(findings: readonly Finding[]): string {
  const number = findings.filter(({ status }) => status === 'accepted').length;
  return number === 0 ? '' : `, ${number} accepted`;
}

function history(report: Report): string {
  if (!hasHistory(report)) return '';
  const { new: fresh, known, gone } = sinceLast(report);
  return ` (${fresh} new, ${known} known and ${gone} gone since the last report)`;
}

function compared(report: Report, paint: Style): readonly string[] {
  const { coverage, targets } = report;
  const unchecked = uncheckedCount(report);
  const what = COUNTED_ELSE[report.command];
  if (what !== undefined) return looked(what, report, paint);
  const pools = targets.filter((target) => target.poolId !== undefined).length;
  if (coverage.checked + unchecked + pools === 0) return ['nothing was compared with a live pool'];
  const number = `${count(coverage.checked, 'setting')} compared in ${count(pools, 'pool')}`;
  const missed = `${unchecked} not checked`;
  return [
    inSync(report) ? paint.good(`in sync, ${number}`) : number,
    `${unchecked > 0 ? paint.severity('warning', missed) : missed}, ${coverage.unverifiable.length} unverifiable, ${coverage.unmanaged.length} unmanaged`,
  ];
}

function looked(what: (number: number) => string, report: Report, paint: Style): readonly string[] {
  const { checked, unverifiable } = report.coverage;
  const unchecked = uncheckedCount(report);
  if (checked + unchecked === 0) return ['nothing was looked at'];
  const missed = `${unchecked} not checked`;
  return [
    `${what(checked)} looked at`,
    `${unchecked > 0 ? paint.severity('warning', missed) : missed}, ${unverifiable.length} unverifiable`,
  ];
}
