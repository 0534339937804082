import { isOpen } from '../../model/accept.js';
import { SEVERITIES } from '../../model/finding.js';
import type { Report, ReportContext } from '../../model/report.js';
import { comparison } from '../parts/summary.js';
import { inSync } from '../parts/verdict.js';
import { day } from './day.js';
import { type Markup, markup } from './markup.js';
import { tally } from './tally.js';
import { unchecked } from './unchecked.js';

/** What the page says first. */
export function headline(report: Report, context: ReportContext): string {
  const found = tally(report.findings.filter(isOpen));
  if (found !== '') return found;
  if (unchecked(report, context).length > 0) return 'Not everything could be read';
  // A preflight compares no pool.
  return report.command !== 'preflight' && inSync(report) ? 'In sync' : 'No findings';
}

/** `good` only where nothing was found and nothing was missed. */
function tone(report: Report, context: ReportContext): string {
  const open = report.findings.filter(isOpen);
  if (open.some(({ severity }) => severity === 'error')) return 'error';
  if (open.some(({ severity }) => severity === 'warning')) return 'warning';
  if (unchecked(report, context).length > 0) return 'warning';
  return open.length > 0 ? 'note' : 'good';
}

/** What was found, in how much; the rest of the page is the detail. */
export function overview(report: Report, context: ReportContext): Markup {
  return markup`<header class="top ${tone(report, context)}"><p class="what">Poolward ${report.command} <time datetime="${
    report.startedAt
  }">${day(report.startedAt)}</time></p>
<h1>${headline(report, context)}</h1><p class="sum">${capital(comparison(report, { ...context, color: false }))}${missed(report, context)}</p></header>
${tiles(report, context)}`;
}

function missed(report: Report, context: ReportContext): Markup | undefined {
  if (unchecked(report, context).length === 0) return undefined;
  return markup` <a href="#not-checked">Not everything could be read.</a>`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A number with its name; `look` colours it where it is not zero. */
type Tile = readonly [name: string, value: number | string, look?: string];

function tiles(report: Report, context: ReportContext): Markup {
  const all: readonly Tile[] = [...foundTiles(report), ...lookedTiles(report, context)];
  const shown = all.map(
    ([name, value, look = '']) =>
      markup`<div class="${value === 0 ? 'zero' : look}"><dt>${name}</dt><dd>${value}</dd></div>`,
  );
  return markup`<dl class="tiles">${shown}</dl>\n`;
}

function foundTiles({ findings }: Report): readonly Tile[] {
  const open = findings.filter(isOpen);
  return [
    ...SEVERITIES.map((one): Tile => [`${one}s`, open.filter(({ severity }) => severity === one).length, one]),
    ['accepted', findings.filter(({ status }) => status === 'accepted').length],
  ];
}

/** What was looked at beyond the files, if anything was to be. */
function lookedTiles(report: Report, context: ReportContext): readonly Tile[] {
  const { command, coverage, targets } = report;
  const unread = unchecked(report, context).length;
  const looked = targets.filter(({ poolId }) => poolId !== undefined).length;
  if (context.comparesLive !== true && unread + coverage.checked + looked === 0) return [['specs', targets.length]];
  const missed: Tile = ['not checked', unread, 'warning'];
  if (command === 'preflight') return [missed, ['looked at', coverage.checked]];
  const pools = looked === targets.length ? looked : `${looked} of ${targets.length}`;
  return [missed, ['compared', coverage.checked], ['pools looked at', pools]];
}
