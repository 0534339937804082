import type { Comparison, Cost } from './measure.js';

/** A line of the table: what was measured, the ratio or figure, its goal, and the figures behind it. */
export interface Row {
  readonly measure: string;
  readonly result: string;
  readonly goal: string;
  readonly behind: string;
}

/** A comparison as rows; a goal that is left out makes no row. */
export function rowsOf(
  measure: string,
  { time, memory, ours, theirs }: Comparison,
  goals: { readonly time?: string; readonly memory?: string },
): Row[] {
  const rows: Row[] = [];
  if (goals.time !== undefined)
    rows.push({
      measure: `${measure}: time`,
      result: ratio(time),
      goal: goals.time,
      behind: `${seconds(ours)} / ${seconds(theirs)}`,
    });
  if (goals.memory !== undefined)
    rows.push({
      measure: `${measure}: peak memory`,
      result: memory === undefined ? 'not measured' : ratio(memory),
      goal: goals.memory,
      behind: `${mebibytes(ours)} / ${mebibytes(theirs)}`,
    });
  return rows;
}

/** A comparison the other way round: how many times slower the other one is. */
export function times(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)}x`;
}

export function ratio(value: number): string {
  return value < 0.5 ? `1/${(1 / value).toFixed(1)}` : `${value.toFixed(2)}x`;
}

export function seconds(cost: Cost): string {
  return `${cost.seconds.toFixed(cost.seconds < 1 ? 3 : 1)} s`;
}

export function mebibytes({ peakMiB }: Cost): string {
  return peakMiB === undefined ? 'not measured' : `${peakMiB.toFixed(0)} MiB`;
}

/** The table as Markdown, ready for the README. */
export function table(rows: readonly Row[]): string {
  const cells = [
    ['measure', 'result', 'goal', 'behind it'],
    ['---', '---', '---', '---'],
    ...rows.map(({ measure, result, goal, behind }) => [measure, result, goal, behind]),
  ];
  return `${cells.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}
