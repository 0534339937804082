import { isOpen } from '../model/accept.js';
import type { Finding } from '../model/finding.js';
import type { Report, ReportContext } from '../model/report.js';
import { filterForm } from './html/filter-form.js';
import { foot } from './html/foot.js';
import { gaps } from './html/gaps.js';
import { itemsOf } from './html/items-of.js';
import { type Markup, markup } from './html/markup.js';
import { headline, overview } from './html/overview.js';
import { page } from './html/page.js';
import { pools } from './html/pools.js';
import { rules } from './html/rules.js';
import { specGroups } from './html/spec-groups.js';

/** For people, to open in a browser and to send around: one file that loads nothing, and says all without its script. */
export function html(report: Report, context: ReportContext): string {
  const { findings, command } = report;
  const parts = [
    overview(report, context),
    pools(report, context),
    findings.length > 0 && found(report, context),
    gaps(report, context),
    rules(findings, context),
  ];
  const many = findings.length > MANY && markup` class="many"`;
  const body = markup`<main id="main"${many}>\n${parts}</main>\n${foot(report, context)}`;
  return page(`${headline(report, context)}: Poolward ${command}`, body);
}

/** A browser takes its time for more, unless it may leave out what nobody looks at. */
const MANY = 200;

/** What asks for attention, and folded beneath it what does not. */
function found(report: Report, context: ReportContext): Markup {
  const items = itemsOf(report, context);
  const groups = (wanted: (finding: Finding) => boolean) => {
    const some = items.filter(({ finding }) => wanted(finding));
    return { number: report.findings.filter(wanted).length, groups: specGroups(some, report.targets, context.cwd) };
  };
  return markup`<h2 id="findings">Findings</h2>
${filterForm(report, context.cwd)}${groups(isOpen).groups}<p id="none" hidden>No finding is like that.</p>
${folded('Accepted by the spec', groups(isOf('accepted')))}${folded('Gone since the earlier report', groups(isOf('gone')))}`;
}

const isOf = (wanted: Finding['status']) => (finding: Finding) => finding.status === wanted;

function folded(
  title: string,
  { number, groups }: { readonly number: number; readonly groups: Markup },
): Markup | undefined {
  if (number === 0) return undefined;
  return markup`<details class="fold closed"><summary><h2>${title}</h2> <span class="n">${number}</span></summary>
${groups}</details>
`;
}
