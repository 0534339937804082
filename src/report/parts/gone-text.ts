import type { Report, ReportContext } from '../../model/report.js';
import { count } from './count.js';
import { style } from './style.js';
import { visible } from './visible.js';

/** What an earlier report had and is not there any more, a line each: good news needs no more. */
export function goneText({ findings }: Report, { color, verbose }: ReportContext): readonly string[] {
  const gone = findings.filter(({ status }) => status === 'gone');
  // Verbose reports have them in full.
  if (gone.length === 0 || verbose) return [];
  const paint = style(color);
  const lines = gone.map(
    ({ target = '', setting = '', rule }) =>
      `  ${visible(`${target}  ${setting}`.trim())}  ${paint.faint(visible(rule))}`,
  );
  return [paint.strong(`Gone since the last report: ${count(gone.length, 'finding')}`), ...lines, ''];
}
