import type { Report, ReportContext } from '../model/report.js';
import { markdownWithin } from './parts/markdown-within.js';

/** GitHub takes comments of 65,536 characters; the rest is for what a pipeline puts around the report. */
const MOST_BYTES = 64_000;

/** For a comment on a pull request, or a chat. */
export function markdown(report: Report, context: ReportContext): string {
  return markdownWithin(report, context, MOST_BYTES);
}
