import type { Report, Reporter } from '../model/report.js';
import { type FormatName, reporters } from '../report/index.js';
import type { Failure } from './failure.js';
import type { Io } from './io.js';
import { reportContext } from './report-context.js';

/** A failed command as a report that says so in its own format: nothing was looked at. */
export async function failureReport(
  format: FormatName,
  command: string | undefined,
  { message, findings }: Failure,
  io: Io,
): Promise<string> {
  const now = io.now().toISOString();
  const report: Report = {
    command: command ?? 'run',
    startedAt: now,
    finishedAt: now,
    targets: [],
    findings,
    coverage: {
      checked: 0,
      unchecked: [{ target: '', setting: '*', reason: message }],
      unverifiable: [],
      unmanaged: [],
    },
    calls: 0,
    waitedMs: 0,
  };
  const context = await reportContext(format, false, { documents: new Map(), comparesLive: true }, io);
  const reporter: Reporter = await reporters[format]();
  return reporter(report, context);
}
