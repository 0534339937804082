import type { Report } from '../../model/report.js';

/** Findings by what an earlier report knew of them. */
export interface SinceLast {
  readonly new: number;
  readonly known: number;
  readonly gone: number;
}

export function sinceLast({ findings }: Report): SinceLast {
  const number = (wanted: keyof SinceLast) => findings.filter(({ status }) => status === wanted).length;
  return { new: number('new'), known: number('known'), gone: number('gone') };
}

/** Whether an earlier report was read: a finding has such a status from nothing else. */
export function hasHistory(report: Report): boolean {
  return Object.values(sinceLast(report)).some((number) => number > 0);
}
