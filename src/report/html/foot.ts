import type { Report, ReportContext } from '../../model/report.js';
import { effort } from '../parts/summary.js';
import { day } from './day.js';
import { type Markup, markup } from './markup.js';

/** What the command did, and the keys of the page. */
export function foot(report: Report, { version }: ReportContext): Markup {
  const { command, startedAt } = report;
  return markup`<footer><p>Poolward${version !== undefined && ` ${version}`}, ${command}, ${day(startedAt)}. ${effort(
    report,
  )}.</p>
<p id="keys" hidden><label><input type="checkbox" checked> Keys:</label> <kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous finding, <kbd>Enter</kbd> opens it, <kbd>e</kbd> opens or closes all, <kbd>Esc</kbd> leaves the search</p>
</footer>
`;
}
