import type { Finding } from '../../model/finding.js';
import type { Report, ReportContext } from '../../model/report.js';
import { count } from './count.js';
import { style } from './style.js';
import { visible } from './visible.js';

/** What an earlier report had and is not there any more, a line each: good news needs no more. */
export function goneText(report: Report, { color, verbose }: ReportContext): readonly string[] {
  const gone = goneFrom(report);
  // Verbose reports have them in full.
  if (gone.length === 0 || verbose) return [];
  const paint = style(color);
  const lines = gone.map((one) => `  ${placeOfGone(one)}  ${paint.faint(visible(one.rule))}`);
  return [paint.strong(goneTitle(gone)), ...lines, ''];
}

export function goneFrom({ findings }: Report): readonly Finding[] {
  return findings.filter(({ status }) => status === 'gone');
}

export function goneTitle(gone: readonly Finding[]): string {
  return `Gone since the last report: ${count(gone.length, 'finding')}`;
}

/** Spec and setting. Where it was in the file is of another day. */
export function placeOfGone({ target = '', setting = '' }: Finding): string {
  return visible(`${target}  ${setting}`.trim());
}
