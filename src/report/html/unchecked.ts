import type { Report, ReportContext, Uncompared } from '../../model/report.js';
import { blindSpots } from '../parts/blind-spots.js';

/** All that was to be compared and was not, whoever says so. */
export function unchecked(report: Report, { comparesLive }: ReportContext): readonly Uncompared[] {
  return blindSpots(report, comparesLive === true).flatMap(({ target, items }) =>
    items.map((item) => ({ target, ...item })),
  );
}
