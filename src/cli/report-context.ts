import type { ReportContext } from '../model/report.js';
import type { SourceDocument } from '../model/source.js';
import { DESCRIBING, type FormatName } from '../report/index.js';
import type { Io } from './io.js';

/** What the reporters of a run share. */
export interface Shown {
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly comparesLive: boolean;
  readonly quiet?: boolean | undefined;
  readonly verbose?: boolean | undefined;
}

/** What a reporter of this format is told beside the report; what is costly only if the format uses it. */
export async function reportContext(
  format: FormatName,
  color: boolean,
  { documents, comparesLive, quiet, verbose }: Shown,
  io: Io,
): Promise<ReportContext> {
  const describe = DESCRIBING.includes(format) ? (await import('../explain/describe.js')).describe : undefined;
  return {
    color,
    quiet: quiet === true,
    verbose: verbose === true,
    document: (file) => documents.get(file),
    comparesLive,
    version: JSON.parse(io.readPackageFile('package.json')).version,
    cwd: io.cwd,
    ...(describe && { describe }),
  };
}
