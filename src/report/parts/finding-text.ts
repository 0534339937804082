import { isOpen } from '../../model/accept.js';
import type { Change, Confidence, Finding } from '../../model/finding.js';
import type { ReportContext } from '../../model/report.js';
import { codeFrame } from '../code-frame.js';
import { contrast, type Labelled, type Limits, ORDINARY, side, UNLIMITED } from './contrast.js';
import { type Style, style } from './style.js';
import { visible } from './visible.js';

/** `follows` and `desired` are the longest labels. */
const LABEL_WIDTH = 9;

const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  measured: 'measured on real pools',
  documented: 'documented by AWS',
  inferred: 'inferred from several sources; AWS does not say so itself',
};

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

function details(finding: Finding, limits: Limits): readonly Labelled[] {
  const lines: readonly (Labelled | undefined)[] = [
    ...(finding.change === undefined ? [] : contrast(finding.change, limits)),
    optional('why', finding.cause),
    optional('deploy', deploy(finding)),
    confidence(finding),
    optional('fix', finding.help ?? remedy(finding)),
    optional('docs', finding.docs),
    ...(finding.change === undefined ? [] : followers(finding.change, limits)),
  ];
  return lines.filter((line) => line !== undefined);
}

/** A finding about the text alone needs no such word, unless there is a doubt. */
function confidence({ change, confidence: level }: Finding): Labelled | undefined {
  return change === undefined && level !== 'inferred' ? undefined : ['sure', CONFIDENCE[level]];
}

function optional(label: string, text: string | undefined): Labelled | undefined {
  return text === undefined ? undefined : [label, visible(text)];
}

/** That something would be destroyed is said whatever else is known. */
function deploy({ deploy: text, change }: Finding): string | undefined {
  if (change?.impact !== 'replace') return text;
  const warning = 'REPLACES it: the live object is destroyed, a pool with all its users';
  return text === undefined ? warning : `${text} (${warning})`;
}

/** For findings whose author said who converges it but not how. */
function remedy({ convergedBy, target }: Finding): string | undefined {
  if (convergedBy === 'terraform') return 'npx cdktf deploy';
  if (convergedBy === 'fix') return `poolward fix ${target ?? ''} --yes`.replace('  ', ' ');
  return convergedBy === 'nobody' ? 'nothing that exists can change it' : undefined;
}

function followers(change: Change, limits: Limits): readonly Labelled[] {
  const all = flattened(change.derived).map((derived) => follower(derived, limits));
  const shown = all.slice(0, limits.items);
  const rest = all.length - shown.length;
  const lines = rest > 0 ? [...shown, `… and ${rest} more that follow from it (--verbose lists them)`] : shown;
  return lines.map((line, index): Labelled => [index === 0 ? 'follows' : '', line]);
}

function flattened(changes: readonly Change[]): readonly Change[] {
  return changes.flatMap((change) => [change, ...flattened(change.derived)]);
}

function follower(change: Change, { room }: Limits): string {
  const missing = change.setting === undefined ? 'not there' : 'not set';
  const half = Math.ceil(room / 2);
  const name = change.address.replaceAll('/', '.') + (change.setting === undefined ? '' : `.${change.setting}`);
  return `${visible(name)}: desired ${side(change.desired, missing, half)}, live ${side(change.live, missing, half)}`;
}

function labelled([label, text]: Labelled, paint: Style): string {
  return text === '' ? `  ${paint.faint(label)}` : `  ${paint.faint(label.padEnd(LABEL_WIDTH))}${text}`;
}
