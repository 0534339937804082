import { PoolwardError } from '../model/errors.js';
import type { Report, ReportContext } from '../model/report.js';
import type { FormatName } from '../report/index.js';
import { markdownWithin } from '../report/parts/markdown-within.js';
import type { Io } from './io.js';
import { refusals } from './write-reports.js';

/** A larger summary of a step is dropped whole. Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
const MOST_BYTES = 1024 * 1024;

/** Less is not worth a report. */
const LEAST_BYTES = 2000;

/**
 * With `--format github`, adds the report to the summary of the step that runs this, where there is one; what is there
 * already stays. Returns why it could not.
 */
export async function writeStepSummary(
  report: Report,
  format: FormatName,
  context: ReportContext,
  io: Io,
): Promise<readonly PoolwardError[]> {
  const file = io.env['GITHUB_STEP_SUMMARY'];
  if (format !== 'github' || !file) return [];
  return refusals(file, async () => {
    const before = await textOf(file, io);
    const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
    const room = MOST_BYTES - Buffer.byteLength(before) - lead.length;
    if (room < LEAST_BYTES) throw full(file);
    await io.writeAtomic(file, before + lead + markdownWithin(report, context, room), { overwrite: true });
  });
}

async function textOf(file: string, io: Io): Promise<string> {
  try {
    return new TextDecoder().decode(await io.readBytes(file));
  } catch (error) {
    if (error instanceof PoolwardError && error.code === 'file-not-found') return '';
    throw error;
  }
}

function full(file: string): PoolwardError {
  return new PoolwardError(
    'summary-full',
    `The summary of this step is full, so the report was not added to ${file}.`,
    {
      fault: 'environment',
    },
  );
}
