import type { LiveArgs, Outcome } from '../engines.js';
import { auditAll, live, subjectOf } from './live.js';
import { load } from './load.js';
import { reportOf, sumCoverage } from './outcome.js';

/** Compares the live pools with their specs. With an invalid spec nothing is looked at: half an audit would look whole. */
export async function auditSpecs(args: LiveArgs): Promise<Outcome> {
  const { io, signal } = args;
  const startedAt = io.now();
  const { findings, documents, specs, invalid, choice } = load(args, { posture: true });
  if (invalid) {
    const report = reportOf('audit', { startedAt, finishedAt: io.now(), findings });
    return { report, documents, invalidSpec: true };
  }
  const connections = live(args);
  const audits = await auditAll(
    specs.map((spec) => ({ ...subjectOf(spec, args), choice })),
    connections,
    signal,
  );
  const report = reportOf('audit', {
    startedAt,
    finishedAt: io.now(),
    findings: [...findings, ...audits.flatMap((audit) => audit.findings)],
    targets: audits.map(({ target }) => target),
    coverage: sumCoverage(audits.map(({ coverage }) => coverage)),
    ...connections.meter,
  });
  return { report, documents };
}
