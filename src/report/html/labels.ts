import type { Labelled } from '../parts/contrast.js';

/** A label with all the lines beneath it. */
export type Grouped = readonly [label: string, texts: readonly string[]];

/** Lines without a label belong to the one before them. */
export function grouped(lines: readonly Labelled[]): readonly Grouped[] {
  const groups: [string, string[]][] = [];
  for (const [label, text] of lines) {
    const last = groups.at(-1);
    if (label === '' && last !== undefined) last[1].push(text);
    else groups.push([label, [text]]);
  }
  return groups;
}
