import type { Report, Target, Uncompared } from '../model/report.js';
import { jsonFinding } from './parts/json-finding.js';

/** For scripts: `schema/report.schema.json` describes it. Keys come in a fixed order. */
export function json(report: Report): string {
  const { coverage } = report;
  const document = {
    version: 1,
    command: report.command,
    startedAt: report.startedAt,
    finishedAt: report.finishedAt,
    targets: report.targets.map(jsonTarget),
    findings: report.findings.map(jsonFinding),
    coverage: {
      checked: coverage.checked,
      unchecked: coverage.unchecked.map(jsonUncompared),
      unverifiable: coverage.unverifiable.map(jsonUncompared),
      unmanaged: coverage.unmanaged.map(jsonUncompared),
    },
    calls: report.calls,
    waitedMs: report.waitedMs,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function jsonTarget({ spec, poolId, region, account }: Target): object {
  return { spec, poolId: poolId ?? null, region: region ?? null, account: account ?? null };
}

function jsonUncompared({ target, setting, reason }: Uncompared): object {
  return { target, setting, reason };
}
