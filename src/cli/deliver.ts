import type { ReportContext, Reporter } from '../model/report.js';
import { type FormatName, reporters } from '../report/index.js';
import { concealedReport } from './concealing.js';
import type { Outcome } from './engines.js';
import { EXIT, type ExitCode } from './exit.js';
import { type ExitPolicy, exitCode } from './exit-code.js';
import { type Failure, failure, failureJson } from './failure.js';
import type { ReportOptions } from './options.js';
import { reportContext } from './report-context.js';
import { writeStepSummary } from './step-summary.js';
import type { Context } from './subcommand.js';
import { writeReports } from './write-reports.js';

/** Prints the outcome and writes the files that were asked for; the exit code follows from the report alone. */
export async function deliver(
  found: Outcome,
  options: ReportOptions,
  policy: ExitPolicy,
  { io }: Context,
): Promise<ExitCode> {
  // What an interrupted command found is half of the truth.
  io.signal.throwIfAborted();
  const outcome = { ...found, report: concealedReport(found.report, io) };
  const shown = { ...options, documents: outcome.documents, comparesLive: policy.comparesLive };
  const rendered = async (format: FormatName, color: boolean) =>
    render(outcome, format, await reportContext(format, color, shown, io));
  io.out(await rendered(options.format, io.color && options.color));
  if (outcome.invalidSpec === true) io.err(`poolward: ${INVALID}\n`);
  if (outcome.notice !== undefined && options.quiet !== true) io.err(`${outcome.notice}\n`);
  // After stdout, so that a folder that cannot be written to does not cost the reader the report.
  const refused = [
    ...(await writeReports(options, (format) => rendered(format, false), io)),
    ...(await writeStepSummary(outcome.report, options.format, await reportContext('markdown', false, shown, io), io)),
  ];
  for (const { message } of refused) io.err(`poolward: ${message}\n`);
  if (outcome.invalidSpec === true || refused.length > 0) return EXIT.unusable;
  return exitCode(outcome.report, policy);
}

const INVALID = 'The spec is not valid, so nothing else was done.';

async function render(outcome: Outcome, format: FormatName, context: ReportContext): Promise<string> {
  const { report, invalidSpec } = outcome;
  if (invalidSpec === true && format === 'json') return failureJson(report.command, invalid(outcome));
  const reporter: Reporter = await reporters[format]();
  return reporter(report, context);
}

function invalid({ report }: Outcome): Failure {
  const help = 'Mend what the findings say; `poolward validate` checks it again.';
  return failure({ code: 'invalid-spec', fault: 'user', message: INVALID, help, findings: report.findings });
}
