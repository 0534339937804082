import type { Finding } from '../../model/finding.js';
import type { Report, ReportContext } from '../../model/report.js';
import { placeOf } from './place.js';
import { visible } from './visible.js';

/** Where a result is: a stretch of a spec, or its first line. */
export function sarifLocation(about: Pick<Finding, 'at' | 'target'>, report: Report, context: ReportContext): object {
  return {
    physicalLocation: {
      artifactLocation: artifact(placeOf(about, report, context)),
      region: region(about),
    },
  };
}

/** A relative address stands on the root of the repository. */
function artifact(path: string): object {
  const uri = visible(path).split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

function region({ at }: Pick<Finding, 'at'>): object {
  if (at === undefined) return { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  const { start, end } = at;
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
