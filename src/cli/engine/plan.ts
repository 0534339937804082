import { planPool } from '../../plan/plan.js';
import type { Outcome, PlanArgs } from '../engines.js';
import { auditAll, live, subjectOf } from './live.js';
import { load } from './load.js';
import { reportOf, sumCoverage } from './outcome.js';

/** What the next deploy would do to the live pools. A pool that is not there yet would be made: nothing to warn of. */
export async function planSpecs(args: PlanArgs): Promise<Outcome> {
  const { io, maxChange } = args;
  const startedAt = io.now();
  const { findings, documents, specs, invalid, accounts } = load(args);
  if (invalid) {
    const report = reportOf('plan', { startedAt, finishedAt: io.now(), findings });
    return { report, documents, invalidSpec: true };
  }
  const connections = live(args, accounts);
  const subjects = specs.map((spec) => subjectOf(spec, args));
  const audits = await auditAll(subjects, connections, args);
  const planned = audits.flatMap((audit, index) => {
    const subject = subjects[index];
    // What keeps the audit from looking keeps the plan from knowing.
    return audit.seen && subject ? planPool(subject, audit.seen, { maxChange }) : audit.findings;
  });
  const report = reportOf('plan', {
    startedAt,
    finishedAt: io.now(),
    findings: [...findings, ...planned],
    targets: audits.map(({ target }) => target),
    coverage: sumCoverage(audits.map(({ coverage }) => coverage)),
    ...connections.meter,
  });
  return { report, documents };
}
