import { isOpen } from '../../model/accept.js';
import type { Finding } from '../../model/finding.js';
import type { ReportContext } from '../../model/report.js';
import { codeFrame } from '../code-frame.js';
import { type Labelled, ORDINARY, UNLIMITED } from './contrast.js';
import { details } from './details.js';
import { type Style, style } from './style.js';
import { visible } from './visible.js';

/** `follows` and `desired` are the longest labels. */
const LABEL_WIDTH = 9;

/** Everything there is to say about one finding, as lines. */
export function findingText(finding: Finding, context: ReportContext): readonly string[] {
  const paint = style(context.color);
  const limits = context.verbose ? UNLIMITED : ORDINARY;
  return [
    headline(finding, paint),
    `  ${visible(finding.message)}`,
    ...frame(finding, context),
    ...details(finding, limits).map((line) => labelled(line, paint)),
  ];
}

function headline(finding: Finding, paint: Style): string {
  const place = paint.strong(visible(location(finding)));
  const status = isOpen(finding) ? finding.severity : `${finding.severity}, ${finding.status}`;
  const parts = [paint.severity(finding.severity, status), place, visible(finding.setting ?? '')];
  return [...parts, paint.faint(visible(finding.rule))].filter((part) => part !== '').join('  ');
}

/** In the form that terminals and editors make a link of. */
function location({ at, target }: Finding): string {
  return at === undefined ? (target ?? '') : `${at.file}:${at.start.line}:${at.start.column}`;
}

function frame({ at }: Finding, context: ReportContext): readonly string[] {
  const document = at === undefined ? undefined : context.document(at.file);
  if (at === undefined || document === undefined) return [];
  const lines = codeFrame(document.text, at, { color: context.color }).split('\n');
  while (lines.at(-1) === '') lines.pop();
  return ['', ...lines.map((line) => `    ${line}`.trimEnd()), ''];
}

function labelled([label, text]: Labelled, paint: Style): string {
  return text === '' ? `  ${paint.faint(label)}` : `  ${paint.faint(label.padEnd(LABEL_WIDTH))}${text}`;
}
