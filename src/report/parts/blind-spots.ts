import type { Report, Uncompared } from '../../model/report.js';
import { isUnchecked } from './verdict.js';

/** A spec of which not everything was compared. */
export interface BlindSpot {
  /** Empty where it is about no spec. */
  readonly target: string;
  /** At least one; `*` stands for everything. */
  readonly items: readonly Pick<Uncompared, 'setting' | 'reason'>[];
}

/** Every spec of which something was to be compared and was not; none exactly where `leftUnchecked` is false. */
export function blindSpots(report: Report, comparesLive: boolean): readonly BlindSpot[] {
  const known = [...report.coverage.unchecked, ...uncovered(report)];
  const items = comparesLive ? [...known, ...unlooked(report, known)] : known;
  const targets = [...new Set(items.map(({ target }) => target))];
  return targets.map((target) => ({ target, items: items.filter((item) => item.target === target) }));
}

/** Findings that say "not compared" where the coverage forgot to. */
function uncovered({ findings, coverage }: Report): Uncompared[] {
  const covered = (target: string, setting: string) =>
    coverage.unchecked.some((item) => item.target === target && (item.setting === setting || item.setting === '*'));
  return findings
    .filter(isUnchecked)
    .map(({ target = '', setting = '*', message }) => ({ target, setting, reason: message }))
    .filter(({ target, setting }) => !covered(target, setting));
}

/** Pools that nobody looked at, and nobody said why. */
function unlooked({ targets, coverage }: Report, known: readonly Uncompared[]): Uncompared[] {
  const silent = targets.filter(({ spec }) => !known.some(({ target }) => target === spec));
  const unseen = silent
    .filter(({ poolId }) => poolId === undefined)
    .map(({ spec }) => ({ target: spec, setting: '*', reason: 'No pool was looked at.' }));
  if (coverage.checked > 0 || known.length + unseen.length > 0) return unseen;
  const specs = targets.length === 0 ? [''] : targets.map(({ spec }) => spec);
  return specs.map((target) => ({ target, setting: '*', reason: 'Nothing was compared.' }));
}
