import { isOpen } from '../../model/accept.js';
import { SEVERITIES } from '../../model/finding.js';
import type { Report, ReportContext, Target } from '../../model/report.js';
import { repositoryPath } from '../parts/repository-path.js';
import { type Markup, markup } from './markup.js';
import { poolLine } from './spec-groups.js';
import { tally } from './tally.js';
import { unchecked } from './unchecked.js';

/** More than these are folded. */
const MOST_POOLS = 6;

/** Every spec, the pool that it was held against, and what came of it. */
export function pools(report: Report, context: ReportContext): Markup | undefined {
  const { targets } = report;
  if (targets.length === 0) return undefined;
  const blind = new Set(unchecked(report, context).map(({ target }) => target));
  const rows = targets.map((target) => pool(target, report, context, blind.has(target.spec)));
  const open = targets.length <= MOST_POOLS && markup` open`;
  return markup`<details class="fold"${open}><summary><h2>Specs and pools</h2> <span class="n">${targets.length}</span></summary>
<ul class="pools">
${rows}</ul></details>
`;
}

function pool(target: Target, { command, findings }: Report, context: ReportContext, isBlind: boolean): Markup {
  const open = findings.filter((finding) => finding.target === target.spec && isOpen(finding));
  const worst = SEVERITIES.find((one) => open.some(({ severity }) => severity === one)) ?? (isBlind ? 'warning' : '');
  const unseen = context.comparesLive === true && command !== 'preflight' && target.poolId === undefined;
  const came = markup`${tally(open) || 'no findings'}${isBlind && ', not all read'}`;
  return markup`<li><code>${repositoryPath(target.spec, context.cwd)}</code><span class="pool">${poolLine(target)}${
    unseen && markup`<span>no pool was looked at</span>`
  }</span><span class="came ${worst}">${came}</span></li>\n`;
}
