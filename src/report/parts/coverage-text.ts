import type { Report, ReportContext, Uncompared } from '../../model/report.js';
import { count } from './count.js';
import { style } from './style.js';
import { visible } from './visible.js';

/** The lists of what was not compared, each under its own heading and with its reasons. */
export function coverageText({ coverage }: Report, context: ReportContext): readonly string[] {
  const paint = style(context.color);
  const section = (title: string, items: readonly Uncompared[], stress: (text: string) => string) =>
    items.length === 0 ? [] : [stress(`${title}: ${count(items.length, 'setting')}`), ...grouped(items), ''];
  return [
    ...section('Not checked', coverage.unchecked, (text) => paint.severity('warning', text)),
    ...section('Unverifiable, AWS never returns it', coverage.unverifiable, paint.strong),
    ...section('Unmanaged, as the spec says', coverage.unmanaged, paint.strong),
  ];
}

/**
 * One line for all settings of a spec that share a reason: a missing permission hides many at once. And one for all specs
 * in which the same settings share it.
 */
function grouped(items: readonly Uncompared[]): readonly string[] {
  const bySpec = groupedBy(items, ({ target, reason }) => JSON.stringify([target, reason]));
  const alike = groupedBy(bySpec, (group) => JSON.stringify([group[0]?.reason, group.map(({ setting }) => setting)]));
  return alike.flatMap((groups) => {
    const [first = []] = groups;
    const specs = groups.map((group) => visible(group[0]?.target ?? ''));
    return [
      `  ${specs.join(', ')}  ${first.map((item) => visible(item.setting)).join(', ')}`,
      `    ${visible(first[0]?.reason ?? '')}`,
    ];
  });
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
