import { isOpen } from '../model/accept.js';
import type { Finding, Severity } from '../model/finding.js';
import type { Report, ReportContext } from '../model/report.js';
import { type BlindSpot, blindSpots } from './parts/blind-spots.js';
import { count } from './parts/count.js';
import { novelty, remedy } from './parts/details.js';
import { goneFrom, goneTitle, placeOfGone } from './parts/gone-text.js';
import { clip } from './parts/literal.js';
import { placeOf } from './parts/place.js';
import { summary } from './parts/summary.js';
import { unseen, unseenLines } from './parts/unseen.js';
import { isUnchecked } from './parts/verdict.js';
import { visible } from './parts/visible.js';
import { logLine, workflowCommand } from './parts/workflow-command.js';
import { worstFirst } from './parts/worst-first.js';

/**
 * Annotations of one kind that the runner keeps of a step. It cuts each at 4,096 characters.
 * Source: https://github.com/actions/runner/blob/main/src/Runner.Worker/ExecutionContext.cs
 */
const MOST = 10;

/** Characters of a sentence, so that what to do is not cut off. */
const ROOM = 1500;

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Commands that make annotations of the findings, at their lines of the spec. What GitHub would drop without a word is
 * a folded part of the log. That something was not looked at has its place among the warnings.
 */
export function github(report: Report, context: ReportContext): string {
  const blind = blindSpots(report, context.comparesLive === true);
  const open = worstFirst(report.findings).filter((finding) => isOpen(finding) && !isUnchecked(finding));
  const shown = new Set(annotated(open, blind.length > 0));
  const rest = open.filter((finding) => !shown.has(finding));
  const gone = goneFrom(report);
  const lines = [
    ...open.filter((finding) => shown.has(finding)).map((finding) => annotation(finding, report, context)),
    ...(blind.length === 0 ? [] : [blindness(blind, report, context)]),
    ...folded(`${count(rest.length, 'finding')} more than GitHub shows`, rest.map(oneLine)),
    ...folded('Not looked at', blind.flatMap(blindLines)),
    ...folded(goneTitle(gone), gone.map(goneLine)),
    logLine(summary(report, { ...context, color: false })),
  ];
  return `${lines.join('\n')}\n`;
}

/** As many of each kind as are shown; a blind run needs a warning for itself. */
function annotated(findings: readonly Finding[], blind: boolean): Finding[] {
  const room = { error: MOST, warning: blind ? MOST - 1 : MOST, note: MOST };
  return Object.entries(room).flatMap(([severity, most]) =>
    findings.filter((finding) => finding.severity === severity).slice(0, most),
  );
}

function annotation(finding: Finding, report: Report, context: ReportContext): string {
  const { severity, message, at, target } = finding;
  const fix = remedy(finding);
  const file = at === undefined && target === undefined ? undefined : visible(placeOf(finding, report, context));
  // Columns go with one line only: GitHub takes none for a stretch of several.
  const col = at !== undefined && at.start.line === at.end.line ? at.start.column : undefined;
  const place = { file, line: at?.start.line, endLine: at?.end.line, col };
  const text = [message, novelty(finding)?.join(' '), fix === undefined ? undefined : `fix: ${fix}`]
    .filter((one) => one !== undefined)
    .map((one) => clip(visible(one), ROOM))
    .join('\n');
  return workflowCommand(COMMANDS[severity], { ...place, title: visible(titleOf(finding)) }, text);
}

function titleOf({ rule, setting }: Finding): string {
  return setting === undefined ? rule : `${setting}: ${rule}`;
}

function blindness(blind: readonly BlindSpot[], report: Report, context: ReportContext): string {
  const [only, second] = blind;
  const file = only?.target && !second ? visible(placeOf({ target: only.target }, report, context)) : undefined;
  const text = blind.map((spot) => `${spot.target === '' ? '' : `${visible(spot.target)}: `}${unseen(spot)}`);
  const more = text.length > MOST ? [`and ${text.length - MOST} more specs`] : [];
  return workflowCommand(
    'warning',
    { file, title: 'Not everything was looked at' },
    [...text.slice(0, MOST), ...more].join('\n'),
  );
}

function blindLines(spot: BlindSpot): readonly string[] {
  return unseenLines(spot).map((line) => `  ${visible(spot.target)} ${line}`);
}

function goneLine(finding: Finding): string {
  return `  ${placeOfGone(finding)}  ${visible(finding.rule)}`;
}

function oneLine({ severity, at, target, setting, message }: Finding): string {
  const place = at === undefined ? target : `${at.file}:${at.start.line}:${at.start.column}`;
  return `  ${[severity, place, setting, message]
    .filter((part) => part)
    .map((part) => visible(String(part)))
    .join('  ')}`;
}

function folded(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [workflowCommand('group', {}, title), ...lines.map(logLine), workflowCommand('endgroup', {}, '')];
}
