import { isOpen } from '../model/accept.js';
import type { Finding } from '../model/finding.js';
import type { Report, ReportContext, Target } from '../model/report.js';
import { shell } from '../text/shell.js';
import { count } from './parts/count.js';
import { coverageText } from './parts/coverage-text.js';
import { findingText } from './parts/finding-text.js';
import { goneText } from './parts/gone-text.js';
import { type Told, toldOnce } from './parts/shared-cause.js';
import { style } from './parts/style.js';
import { effort, summary } from './parts/summary.js';
import { visible } from './parts/visible.js';

/** For people. Every finding in full, what was not compared and why, and one line that sums it up. */
export function text(report: Report, context: ReportContext): string {
  const lines = [
    ...groups(report, context).flatMap((group) => groupText(group, report, context)),
    ...(context.quiet ? [] : goneText(report, context)),
    ...(context.quiet ? [] : coverageText(report, context)),
    ...(context.quiet ? [] : pointer(report, context)),
    ...(context.verbose ? [effort(report)] : []),
    summary(report, context),
  ];
  return `${lines.join('\n')}\n`;
}

/** Where the page of a rule is; a finding that no rule made says all by itself. */
function pointer({ findings }: Report, { color, verbose }: ReportContext): readonly string[] {
  const made = findings.find((finding) => (verbose || isOpen(finding)) && !finding.rule.includes('/'));
  return made === undefined ? [] : [style(color).faint(shell`More about a rule: poolward explain ${made.rule}`)];
}

/** The findings about one spec, and the pools that this spec was held against. */
interface Group {
  readonly spec: string | undefined;
  readonly targets: readonly Target[];
  readonly findings: readonly Told[];
  /** Findings of this spec that are told with another one. */
  readonly elsewhere: number;
}

/** In the order of the targets; findings about none of them come last, so that none is ever left out. */
function groups({ targets, findings: all }: Report, { verbose }: ReportContext): readonly Group[] {
  const findings = all.filter((finding) => verbose || isOpen(finding));
  const specs = [...new Set(targets.map((target) => target.spec))];
  const told = toldOnce(findings);
  const groupOf = (spec: string | undefined, own: readonly Finding[]): Group => ({
    spec,
    targets: targets.filter((target) => target.spec === spec),
    findings: own.flatMap((finding) => told.get(finding) ?? []),
    elsewhere: own.filter((finding) => !told.has(finding)).length,
  });
  const known = specs.map((spec) =>
    groupOf(
      spec,
      findings.filter((finding) => finding.target === spec),
    ),
  );
  const others = findings.filter((finding) => finding.target === undefined || !specs.includes(finding.target));
  return others.length === 0 ? known : [...known, groupOf(undefined, others)];
}

function groupText(group: Group, report: Report, context: ReportContext): readonly string[] {
  const findings = group.findings.flatMap(({ finding, sameIn }) => [
    ...findingText(finding, context),
    ...alsoIn(sameIn, context),
    '',
  ]);
  if (context.quiet) return findings;
  const { elsewhere } = group;
  const above = elsewhere > 0 ? [`  ${count(elsewhere, 'finding')} told above, with other specs`, ''] : [];
  const body = [...findings, ...above];
  return [...heading(group, report, context), '', ...(body.length > 0 ? body : nothingFound(group, report))];
}

/** Where the same was found. */
function alsoIn(same: readonly Finding[], { color }: ReportContext): readonly string[] {
  if (same.length === 0) return [];
  const places = same.map(({ at, target }) => visible(at ? `${at.file}:${at.start.line}` : (target ?? '')));
  return [`  ${style(color).faint('same in  ')}${places.join(', ')}`];
}

function heading({ spec, targets }: Group, { command, coverage }: Report, { color }: ReportContext): readonly string[] {
  const { strong, faint } = style(color);
  if (spec === undefined) return [strong('Not about one of the specs')];
  const unseen = coverage.checked > 0 && command !== 'preflight' ? 'no pool was looked at' : '';
  const pools = targets.map((target) => pool(target) || unseen).filter((line) => line !== '');
  return [strong(visible(spec)), ...pools.map((line) => faint(`  ${line}`))];
}

function pool({ poolId, region, account }: Target): string {
  if (poolId === undefined) return '';
  const parts = { pool: poolId, region, account };
  const known = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${visible(value)}`],
  );
  return known.join('  ');
}

/** Says no more than is known: settings may have gone unseen. */
function nothingFound({ spec }: Group, { coverage }: Report): readonly string[] {
  const unseen = coverage.unchecked.filter((item) => item.target === spec).length;
  return [unseen === 0 ? '  no findings' : `  no findings in what could be read; ${unseen} not checked, see below`, ''];
}
