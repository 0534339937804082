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

/** One line for all settings of a spec that share a reason: a missing permission hides many at once. */
function grouped(items: readonly Uncompared[]): readonly string[] {
  const groups = new Map<string, Uncompared[]>();
  for (const item of items) {
    const key = JSON.stringify([item.target, item.reason]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap((group) => [
    `  ${visible(group[0]?.target ?? '')}  ${group.map((item) => visible(item.setting)).join(', ')}`,
    `    ${visible(group[0]?.reason ?? '')}`,
  ]);
}
