import type { Finding } from '../../model/finding.js';
import type { Uncompared } from '../../model/report.js';
import type { Unread } from '../../model/sections.js';
import type { SourceDocument } from '../../model/source.js';
import { specWords } from '../../model/spec-name.js';
import { shell } from '../../text/shell.js';
import type { Enforced } from '../../users/enforce.js';
import {
  type About,
  cannotFindings,
  enforcedFindings,
  guardFindings,
  leftFindings,
  planFindings,
  unusedFindings,
} from '../../users/enforce-findings.js';
import type { PlanSummary } from '../../users/enforce-plan.js';
import { together } from '../../users/left-alone.js';
import type { UserName } from '../../users/user-names.js';
import type { Outcome, UsersEnforceArgs } from '../engines.js';
import type { UsersPool } from './one-user.js';
import { NOTHING_COVERED, reportOf } from './outcome.js';

/** What one run of `users enforce` works with. */
export interface Run extends UsersPool {
  readonly args: UsersEnforceArgs;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly name: UserName;
  readonly startedAt: Date;
}

/** What findings are about. */
export function aboutOf({ spec: { spec, document } }: Run): About {
  return { specId: spec.pool.id, document };
}

const NOTHING = 'Nothing here is for enforce to do.';
const users = (number: number): string => (number === 1 ? '1 user' : `${number} users`);

/** Of a dry run. */
export function planned(run: Run, plan: PlanSummary): Outcome {
  const would = `With --yes: ${users(plan.changing)}, each noted in a journal first.`;
  const dry = `Dry run: nothing was changed. ${isTooMuch(plan, run) ? 'With --yes: nothing either, see above.' : would}`;
  return whole(run, plan, openOf(run, plan), plan.changing === 0 ? NOTHING : dry);
}

/** Whether more would change than was said. */
export function isTooMuch(plan: PlanSummary, run: Run): boolean {
  return guardFindings(plan, run.args.maxChange, aboutOf(run)).length > 0;
}

/** Of a run that the guard has stopped. */
export function tooMuch(run: Run, plan: PlanSummary): Outcome {
  return whole(run, plan, openOf(run, plan), 'Nothing was changed.');
}

function openOf(run: Run, plan: PlanSummary): Finding[] {
  const about = aboutOf(run);
  return [...planFindings(plan, run.args.phones, about), ...guardFindings(plan, run.args.maxChange, about)];
}

/** Of a run that was to change users; `enforced` is missing where none was to be changed. */
export function applied(run: Run, plan: PlanSummary, enforced: Enforced | undefined, journal: string): Outcome {
  const about = aboutOf(run);
  const { phones } = run.args;
  const findings = [
    ...(enforced ? enforcedFindings(enforced, plan.changing, about) : []),
    ...leftFindings({ looked: plan.looked, ...(enforced ? together(plan, enforced) : plan) }, about),
    ...cannotFindings(plan, about),
    ...(phones === undefined ? [] : unusedFindings(plan, phones, about)),
  ];
  return whole(run, plan, findings, enforced ? doneWords(run, enforced, journal) : NOTHING);
}

function doneWords({ spec }: Run, { done, already }: Enforced, journal: string): string {
  const before = already === 0 ? '' : ` ${already} were so before.`;
  const undo = shell`To take it back: poolward users enforce ${specWords(spec.document.file)} --undo ${journal} --yes`;
  return `${users(done)} changed, and read back.${before}\n${undo}`;
}

function whole(run: Run, plan: PlanSummary, findings: readonly Finding[], notice: string): Outcome {
  const passed = `${users(plan.passedOver)} passed over: disabled, not confirmed, or signing in elsewhere.`;
  return { ...reportedOf(run, findings, plan.looked, []), notice: `${passed} ${notice}` };
}

/** A plan of which users are missing would look like a whole one. */
export function unread(run: Run, { message }: Unread): Outcome {
  const unchecked = [{ target: run.spec.document.file, setting: 'users', reason: message }];
  return { ...reportedOf(run, [], 0, unchecked), notice: 'Not all users could be read, so nothing was changed.' };
}

/** The report of a run. */
export function reportedOf(
  run: Run,
  findings: readonly Finding[],
  checked: number,
  unchecked: readonly Uncompared[],
): Outcome {
  const { args, spec, connections, poolId } = run;
  const { region, account } = spec.spec.pool;
  const report = reportOf('users enforce', {
    startedAt: run.startedAt,
    finishedAt: args.io.now(),
    findings,
    targets: [{ spec: spec.document.file, poolId, region, account }],
    coverage: { ...NOTHING_COVERED, checked, unchecked },
    ...connections.meter,
  });
  return { report, documents: run.documents };
}
