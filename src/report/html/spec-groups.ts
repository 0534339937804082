import { type Finding, SEVERITIES } from '../../model/finding.js';
import type { Target } from '../../model/report.js';
import { count } from '../parts/count.js';
import { repositoryPath } from '../parts/repository-path.js';
import { type Markup, markup } from './markup.js';

/** A finding, and the item that the page has for it. */
export interface Item {
  readonly finding: Finding;
  /** In how many specs it is. */
  readonly specs: number;
  readonly item: Markup;
}

/** Items by spec, the worst first: what many specs share, each spec in the order of the targets, what is about none. */
export function specGroups(items: readonly Item[], targets: readonly Target[], cwd: string | undefined): Markup {
  const groups = new Map<string, Item[]>(targets.map(({ spec }) => [spec, []]));
  const shared: Item[] = [];
  const others: Item[] = [];
  for (const item of items) {
    const own = groups.get(item.finding.target ?? '') ?? others;
    (item.specs > 1 ? shared : own).push(item);
  }
  return markup`${group({ title: markup`The same in several specs` }, [], shared)}${[...groups].map(([spec, own]) => {
    const pools = targets.filter((target) => target.spec === spec);
    return group({ spec, title: markup`<code>${repositoryPath(spec, cwd)}</code>` }, pools, own);
  })}${group({ title: markup`Not about one of the specs` }, [], others)}`;
}

function group(
  { spec = '', title }: { readonly spec?: string; readonly title: Markup },
  targets: readonly Target[],
  items: readonly Item[],
): Markup | undefined {
  if (items.length === 0) return undefined;
  const pools = targets.filter(({ poolId }) => poolId !== undefined).map(poolLine);
  return markup`<section class="group" data-spec="${spec}"><header><h3>${title}</h3><p class="pool">${pools}</p><p class="n">${count(
    items.reduce((sum, { specs }) => sum + specs, 0),
    'finding',
  )}</p></header>
<ul class="items">
${sorted(items)}</ul></section>
`;
}

function sorted(items: readonly Item[]): readonly Markup[] {
  const rank = ({ finding }: Item) => SEVERITIES.indexOf(finding.severity);
  return [...items].sort((a, b) => rank(a) - rank(b)).map(({ item }) => item);
}

/** What AWS calls the pool, and where it is. */
export function poolLine({ poolId, region, account }: Target): Markup {
  const parts = [poolId, region, account && `account ${account}`].filter((part) => part !== undefined && part !== '');
  return markup`${parts.map((part) => markup`<span>${part}</span> `)}`;
}
