import type { Finding } from '../../model/finding.js';
import type { Report, ReportContext } from '../../model/report.js';
import { specFile } from '../../model/spec-name.js';
import { repositoryPath } from './repository-path.js';

/** The file that a finding is shown in: its own, that of its spec, or any of the run. */
export function placeOf(
  { at, target }: Pick<Finding, 'at' | 'target'>,
  { targets }: Report,
  { cwd }: ReportContext,
): string {
  return repositoryPath(at?.file || specFile(target || targets[0]?.spec || '.'), cwd);
}
