import { auditPool, type PoolAudit, type Subject } from '../audit/audit.js';
import type { PoolReader, PoolWriter } from '../audit/ports.js';
import type { Change, Finding } from '../model/finding.js';
import type { Address } from '../model/state.js';
import { arrived } from './arrived.js';
import { notPlanned, outcomeFinding, unexpected } from './findings.js';
import { furtherFix } from './further-fix.js';
import { plan, type Step } from './plan.js';
import { type Moved, sideEffects } from './prove.js';
import { type Done, sendAll } from './send.js';

/** What a fix would do, or did, to one pool. */
export interface Fixed {
  readonly steps: readonly Step[];
  /** Those of the steps whose change a later read showed; none in a dry run. */
  readonly proved: readonly Step[];
  /** How many calls were sent. */
  readonly sent: number;
  /** The audit that counts: the one before in a dry run, else the one after. */
  readonly audit: PoolAudit;
  /** What came of the steps, side effects, addresses that name nothing. */
  readonly findings: readonly Finding[];
}

/** What a fix would send to one pool, and why it can send nothing, if so. */
export interface Prepared {
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
}

/** Works out the steps of one audited pool. */
export function steps(subject: Subject, audit: PoolAudit, deletions: ReadonlySet<Address>): Prepared {
  if (!audit.seen) return { steps: [], findings: [] };
  const { steps, blocked } = plan({ ...audit.seen, changes: openChanges(audit), findings: audit.findings }, deletions);
  return { steps, findings: blocked.map((one) => notPlanned(one, subject)) };
}

/** What the spec accepts is tolerated, not mended. */
function openChanges({ seen, findings }: PoolAudit): readonly Change[] {
  const tolerated = findings.flatMap(({ status, change }) => (status === 'accepted' && change ? [change] : []));
  return (seen?.changes ?? []).filter(
    (one) => !tolerated.some(({ address, setting }) => address === one.address && setting === one.setting),
  );
}

/** Sends the steps, each from a read of its own; then reads the whole pool and proves what arrived, and that nothing else moved. */
export async function converge(
  subject: Subject,
  before: PoolAudit,
  planned: readonly Step[],
  aws: { readonly reader: PoolReader; readonly writer: PoolWriter },
): Promise<Fixed> {
  const { seen } = before;
  const users = Object.keys(subject.spec.users ?? {});
  const done = seen
    ? await sendAll(planned, { seen: { ...seen, findings: before.findings }, users, ids: subject.outputs.ids, ...aws })
    : [];
  const outputs = { ...subject.outputs, ...(seen && { userPoolId: seen.poolId }) };
  const after = await auditPool({ ...subject, outputs }, aws.reader);
  return {
    steps: planned,
    proved: done
      .filter(([step, { kind }]) => kind !== 'already' && arrived(step, after.seen) === true)
      .map(([step]) => step),
    sent: done.filter(([, { kind }]) => REACHED.has(kind)).length,
    audit: { ...after, findings: after.findings.map((one) => (wasTaken(one, done) ? notConverged(one) : one)) },
    findings: [
      ...done.flatMap((one) => outcomeFinding(one, arrived(one[0], after.seen), subject)),
      ...strays(before, after, done).map((one) => unexpected(one, subject)),
    ],
  };
}

/** Outcomes of calls that left this machine. */
const REACHED: ReadonlySet<Done[1]['kind']> = new Set(['sent', 'refused', 'not-known']);

/** What moved beside the calls that were sent, and was not told already as the reason of one that was not. */
function strays(before: PoolAudit, after: PoolAudit, done: readonly Done[]): readonly Moved[] {
  if (!before.seen || !after.seen) return [];
  const meant = done.filter(([, { kind }]) => kind === 'sent' || kind === 'not-known' || kind === 'already');
  const told = done.flatMap(([, outcome]) => (outcome.kind === 'moved' ? outcome.moved : []));
  const names = new Set(told.map(({ path }) => path.join('\n')));
  const all = sideEffects(
    before.seen.snapshot,
    after.seen.snapshot,
    meant.map(([step]) => step),
  );
  return all.filter(({ path }) => !names.has(path.join('\n')));
}

/** A finding about what a call was to change, which AWS took. */
function wasTaken({ change }: Finding, done: readonly Done[]): boolean {
  return done.some(
    ([{ changes }, { kind }]) =>
      kind === 'sent' &&
      changes.some(
        (one) => one.address === change?.address && one.setting === change.setting && one.kind === change.kind,
      ),
  );
}

/** AWS took the call and kept the setting all the same. */
function notConverged(finding: Finding): Finding {
  const further = furtherFix(finding.change ? [finding.change] : [], finding.target ?? '');
  return {
    ...finding,
    convergedBy: further === undefined ? 'nobody' : 'fix',
    message: `${finding.message} AWS accepted the call that should change it, and kept it.`,
    help:
      further ??
      'Nothing converges this: neither Terraform nor the API. Write what is live into the spec, or make a new pool and move its users.',
  };
}
