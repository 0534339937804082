import type { Report, ReportContext, Uncompared } from '../../model/report.js';
import { repositoryPath } from '../parts/repository-path.js';
import { type Markup, markup } from './markup.js';
import { unchecked } from './unchecked.js';

/** What was not compared, in three lists, and why. What should have been and was not stands open. */
export function gaps(report: Report, context: ReportContext): Markup {
  const { unverifiable, unmanaged } = report.coverage;
  const { cwd } = context;
  return markup`${list(UNCHECKED, unchecked(report, context), cwd)}${list(UNVERIFIABLE, unverifiable, cwd)}${list(UNMANAGED, unmanaged, cwd)}`;
}

interface List {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly open: boolean;
}

const UNCHECKED: List = {
  id: 'not-checked',
  title: 'Not checked',
  note: 'These were to be compared and could not be read. Nobody knows whether they differ.',
  open: true,
};
const UNVERIFIABLE: List = {
  id: 'unverifiable',
  title: 'Unverifiable',
  note: 'AWS never returns these, so nobody can compare them.',
  open: false,
};
const UNMANAGED: List = {
  id: 'unmanaged',
  title: 'Unmanaged',
  note: 'The spec leaves these to somebody else.',
  open: false,
};

function list({ id, title, note, open }: List, items: readonly Uncompared[], cwd?: string): Markup | undefined {
  if (items.length === 0) return undefined;
  return markup`<details class="fold gap" id="${id}"${open && markup` open`}><summary><h2>${title}</h2> <span class="n">${
    items.length
  }</span></summary>
<p class="about">${note}</p><ul class="reasons">
${byReason(items).map((alike) => reason(alike, cwd))}</ul></details>
`;
}

/** Settings of one spec that share a reason. */
type Group = readonly Uncompared[];

/** A missing permission hides many settings at once, and often the same ones of every spec. */
function byReason(items: readonly Uncompared[]): readonly (readonly Group[])[] {
  const bySpec = groupedBy(items, ({ target, reason }) => JSON.stringify([target, reason]));
  return groupedBy(bySpec, (group) => JSON.stringify([group[0]?.reason, group.map(({ setting }) => setting)]));
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

function reason(alike: readonly Group[], cwd: string | undefined): Markup {
  const [first = []] = alike;
  const settings = first.map(({ setting }) => markup`<code>${setting === '*' ? 'everything' : setting}</code> `);
  const specs = alike.map(([one]) => markup`<span>${repositoryPath(one?.target ?? '', cwd)}</span> `);
  return markup`<li><p>${first[0]?.reason}</p><p class="settings">${settings}</p><p class="pool">${specs}</p></li>\n`;
}
