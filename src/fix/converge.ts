import { auditPool, type PoolAudit, type Subject } from '../audit/audit.js';
import type { PoolReader, PoolWriter } from '../audit/ports.js';
import type { Change, Finding } from '../model/finding.js';
import { type Address, yamlPath } from '../model/state.js';
import { type Blocked, plan, type Seen, type Step } from './plan.js';
import { type Moved, namesOf, sideEffects } from './prove.js';

/** What a fix would do, or did, to one pool. */
export interface Fixed {
  readonly steps: readonly Step[];
  /** The audit that counts: the one before in a dry run, else the one after. */
  readonly audit: PoolAudit;
  /** Refusals of AWS, side effects, addresses that name nothing. */
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
  return { steps, findings: blocked.map((one) => notRead(one, subject)) };
}

/** What the spec accepts is tolerated, not mended. */
function openChanges({ seen, findings }: PoolAudit): readonly Change[] {
  const tolerated = findings.flatMap(({ status, change }) => (status === 'accepted' && change ? [change] : []));
  return (seen?.changes ?? []).filter(
    (one) => !tolerated.some(({ address, setting }) => address === one.address && setting === one.setting),
  );
}

function notRead({ operation, reason, changes }: Blocked, { document, spec }: Subject): Finding {
  const [first] = changes;
  const path = first ? yamlPath(first.address, first.setting) : ['pool'];
  return {
    rule: 'fix/not-read',
    severity: 'error',
    message: `Nothing was sent: ${operation} must repeat what is live beside ${namesOf(changes)}, and that was not read: ${reason.replace(/\.$/, '')}.`,
    help: 'Give the role the permission to read it, or run again.',
    target: document.file,
    setting: path.join('.'),
    at: document.locate(path),
    confidence: 'measured',
    fingerprint: `${spec.pool.id}:fix/not-read:${path.join('.')}`,
  };
}

/**
 * Sends the steps, reads the pool again, and proves that what was meant is gone and nothing else moved. A refusal stops
 * the rest: what was read before it may no longer hold.
 */
export async function converge(
  subject: Subject,
  before: PoolAudit,
  planned: readonly Step[],
  aws: { readonly reader: PoolReader; readonly writer: PoolWriter },
): Promise<Fixed> {
  const refused: Finding[] = [];
  for (const step of planned) {
    const refusal = await send(step, subject, before, aws.writer);
    if (refusal) refused.push(refusal);
    if (refusal) break;
  }
  const poolId = before.seen?.poolId;
  const after = await auditPool(
    { ...subject, outputs: { ...subject.outputs, ...(poolId && { userPoolId: poolId }) } },
    aws.reader,
  );
  const moved = before.seen && after.seen ? sideEffects(before.seen.snapshot, after.seen.snapshot, planned) : [];
  const kept = after.findings.map((finding) =>
    refused.length === 0 && wasMeant(finding, planned) ? notConverged(finding) : finding,
  );
  return {
    steps: planned,
    audit: { ...after, findings: kept },
    findings: [...refused, ...moved.map((one) => unexpected(one, subject, before.seen))],
  };
}

async function send(step: Step, subject: Subject, before: PoolAudit, writer: PoolWriter): Promise<Finding | undefined> {
  try {
    await writer.send(step.call);
    return undefined;
  } catch (error) {
    return refusal(error, step, subject, before);
  }
}

function refusal(error: unknown, { call, changes }: Step, { document, spec }: Subject, before: PoolAudit): Finding {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const [first] = changes;
  const path = first ? yamlPath(first.address, first.setting) : ['pool'];
  const setting = path.join('.');
  return {
    rule: 'fix/refused',
    severity: 'error',
    message: `AWS refused ${call.operation}, so ${namesOf(changes)} is as it was: ${words.replace(/\s+/g, ' ')}`,
    help: 'Nothing after this call was sent. Remove what AWS names, or change the spec, and run fix again.',
    target: document.file,
    setting,
    at: document.locate(path),
    confidence: 'measured',
    fingerprint: `${before.seen?.identity.id ?? spec.pool.id}:fix/refused:${setting}`,
  };
}

function wasMeant(finding: Finding, planned: readonly Step[]): boolean {
  const { change } = finding;
  return planned.some(({ changes }) =>
    changes.some(
      (one) => one.address === change?.address && one.setting === change.setting && one.kind === change.kind,
    ),
  );
}

/** AWS took the call and kept the setting all the same. */
function notConverged(finding: Finding): Finding {
  return {
    ...finding,
    convergedBy: 'nobody',
    message: `${finding.message} AWS accepted the call that should change it, and kept it.`,
    help: 'Nothing converges this: neither Terraform nor the API. Write what is live into the spec, or make a new pool and move its users.',
  };
}

function unexpected(
  { path, before, after }: Moved,
  { document, spec }: Subject,
  seen: Seen | PoolAudit['seen'],
): Finding {
  const [section = '', ...members] = path;
  return {
    rule: 'fix/unexpected-change',
    severity: 'error',
    message: `${members.join('.') || section} changed with the fix, which did not mean it: from ${short(before)} to ${short(after)}.`,
    help: 'Compare it with the spec (poolward audit) and set it back; then report this with the operation that fix sent.',
    target: document.file,
    setting: section,
    at: document.locate([]),
    confidence: 'measured',
    fingerprint: `${seen?.identity.id ?? spec.pool.id}:fix/unexpected-change:${path.join('.')}`,
  };
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
