import { isOpen } from '../model/accept.js';
import type { Finding } from '../model/finding.js';
import type { Report, ReportContext } from '../model/report.js';
import { summary } from './parts/summary.js';
import { visible } from './parts/visible.js';

/** For a pull request or a job summary: one table, worst first, and the line that sums it up. */
export function markdown(report: Report, context: ReportContext): string {
  const plain = { ...context, color: false };
  const open = report.findings.filter(isOpen);
  const table = open.length > 0 ? [...HEAD, ...open.sort(worstFirst).map(row), ''] : [];
  const unseen = report.coverage.unchecked.map(
    ({ setting, reason }) => `- not checked: ${code(setting)}: ${cell(reason)}`,
  );
  return `${[...table, ...unseen, ...(unseen.length > 0 ? [''] : []), cell(summary(report, plain))].join('\n')}\n`;
}

const HEAD = ['| | where | setting | finding | what to do |', '|---|---|---|---|---|'];

function row({ severity, at, setting, message, help }: Finding): string {
  const where = at ? code(`${at.file}:${at.start.line}`) : '';
  return `| ${severity} | ${where} | ${setting ? code(setting) : ''} | ${cell(message)} | ${help ? cell(help) : ''} |`;
}

const ORDER = ['error', 'warning', 'note'];

function worstFirst(a: Finding, b: Finding): number {
  return ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity);
}

/** Text of a cell: one line, and nothing that Markdown or HTML would take for its own. */
function cell(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]<>|#~]/g, (c) => `\\${c}`);
}

/** Code in a cell; a grave accent within it would end it. */
function code(text: string): string {
  return `\`${visible(text).replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}
