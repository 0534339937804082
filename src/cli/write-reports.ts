import { PoolwardError } from '../model/errors.js';
import type { FormatName } from '../report/index.js';
import type { Io } from './io.js';
import type { ReportOptions } from './options.js';

/** Writes each `--report`; returns those that could not be written. */
export async function writeReports(
  { report }: Pick<ReportOptions, 'report'>,
  rendered: (format: FormatName) => Promise<string> | string,
  io: Io,
): Promise<readonly PoolwardError[]> {
  const refused: PoolwardError[] = [];
  for (const { format, file } of report) {
    const write = async () => io.writeAtomic(file, await rendered(format), { overwrite: true });
    refused.push(...(await refusals(file, write)));
  }
  return refused;
}

/** Why a file could not be written; nothing where it was. */
export async function refusals(file: string, write: () => Promise<void>): Promise<readonly PoolwardError[]> {
  try {
    await write();
    return [];
  } catch (error) {
    return [notWritten(file, error)];
  }
}

/** Never thrown: one report that fails must cost neither the others nor the exit code of the run. */
function notWritten(file: string, cause: unknown): PoolwardError {
  if (cause instanceof PoolwardError) return cause;
  const reason = cause instanceof Error ? (cause.stack ?? cause.message) : 'unknown';
  return new PoolwardError('report-not-written', `${file} was not written: ${reason}`, { fault: 'tool', cause });
}
