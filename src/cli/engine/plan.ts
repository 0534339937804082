import type { PoolAudit } from '../../audit/audit.js';
import { unfinished } from '../../audit/unfinished.js';
import type { Finding } from '../../model/finding.js';
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
    return audit.seen && subject
      ? [...unfinished(subject), ...planPool(subject, audit.seen, { maxChange })]
      : audit.findings.map(asPlanned);
  });
  const report = reportOf('plan', {
    startedAt,
    finishedAt: io.now(),
    findings: [...findings, ...planned],
    targets: audits.map(({ target }) => target),
    coverage: sumCoverage(audits.filter((audit) => !isNew(audit)).map(({ coverage }) => coverage)),
    ...connections.meter,
  });
  return { report, documents };
}

/** There is nothing of it to look at, so nothing was left out. */
function isNew({ findings }: PoolAudit): boolean {
  return findings.some(({ rule }) => rule === 'audit/pool-not-found');
}

/** A pool that is not there yet is what the first deploy is for; that the audit finds none is an error. */
function asPlanned(finding: Finding): Finding {
  return finding.rule === 'audit/pool-not-found'
    ? { ...finding, severity: 'note', help: 'The next deploy makes it, unless the id or the Region is wrong.' }
    : finding;
}
