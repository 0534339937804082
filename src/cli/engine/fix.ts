import type { PoolAudit, Subject } from '../../audit/audit.js';
import { converge, type Fixed, steps } from '../../fix/converge.js';
import type { Step } from '../../fix/plan.js';
import { namesOf } from '../../fix/prove.js';
import { PoolwardError } from '../../model/errors.js';
import type { FixArgs, Outcome, Talk } from '../engines.js';
import { auditAll, type Live, live, subjectOf } from './live.js';
import { load } from './load.js';
import { reportOf, sumCoverage } from './outcome.js';

/** Converges what Terraform will not; without `yes` it only says what it would send. */
export async function fixSpecs(args: FixArgs): Promise<Outcome> {
  if (args.restartMfa !== undefined) return (await import('./fix-restart.js')).restart(args, args.restartMfa);
  const { io } = args;
  const startedAt = io.now();
  const { findings, documents, specs, invalid, accounts } = load(args);
  if (invalid) {
    const report = reportOf('fix', { startedAt, finishedAt: io.now(), findings });
    return { report, documents, invalidSpec: true };
  }
  const connections = live(args, accounts);
  const subjects = specs.map((spec) => subjectOf(spec, args));
  const audits = await auditAll(subjects, connections, args);
  refuseUnknown(args.deletions, audits);
  const fixed: Fixed[] = [];
  for (const [index, audit] of audits.entries())
    fixed.push(await fixPool(subjects[index] as Subject, audit, args, connections));
  const report = reportOf('fix', {
    startedAt,
    finishedAt: io.now(),
    findings: [...findings, ...fixed.flatMap((one) => [...one.findings, ...one.audit.findings])],
    targets: fixed.map(({ audit }) => audit.target),
    coverage: sumCoverage(fixed.map(({ audit }) => audit.coverage)),
    ...connections.meter,
  });
  return { report, documents, notice: noticeFor(fixed, args.yes) };
}

/** What was done, in a sentence; what is gone was proved by reading the pools again. */
function noticeFor(fixed: readonly Fixed[], yes: boolean): string {
  const steps = fixed.flatMap((one) => one.steps);
  const calls = `${steps.length} ${steps.length === 1 ? 'call' : 'calls'}`;
  if (steps.length === 0) return 'Nothing here is for fix to do.';
  if (!yes) return `Dry run: nothing was sent. With --yes: ${calls}.`;
  const gone = fixed.flatMap(({ proved }) => proved.flatMap(({ changes }) => changes));
  const sent = fixed.reduce((sum, one) => sum + one.sent, 0);
  return gone.length > 0
    ? `Read again: ${namesOf(gone)} ${gone.length === 1 ? 'is' : 'are'} as the spec says now.`
    : `Sent ${sent} of ${calls}; nothing changed.`;
}

async function fixPool(subject: Subject, audit: PoolAudit, args: FixArgs, connections: Live): Promise<Fixed> {
  const { steps: planned, findings } = steps(subject, audit, new Set(args.deletions));
  for (const step of planned) announce(step, audit, args.talk, args.yes);
  if (!args.yes || planned.length === 0) return { steps: planned, proved: [], sent: 0, audit, findings };
  args.signal.throwIfAborted();
  const { pool } = subject.spec;
  const reader = await connections.reader(pool);
  return converge(subject, audit, planned, { reader, writer: await connections.writer(pool) });
}

/** `send SetUserPoolMfaConfig to eu-west-1_AbC for mfa.sms: without SmsMfaConfiguration`. */
function announce({ call, piece, changes }: Step, { target }: PoolAudit, talk: Talk, yes: boolean): void {
  talk.say(
    `${yes ? 'send' : 'would send'} ${call.operation} to ${target.poolId} for ${namesOf(changes)}: ${described(piece)}`,
  );
  talk.detail(textOf(call.input));
}

/** JSON, without the bytes of files. */
function textOf(value: unknown): string {
  const plain = (_key: string, one: unknown) => (one instanceof Uint8Array ? `<${one.length} bytes>` : one);
  return JSON.stringify(value, plain);
}

function described(piece: Readonly<Record<string, unknown>>): string {
  return Object.entries(piece)
    .map(([member, value]) => (value === undefined ? `without ${member}` : `${member} ${textOf(value)}`))
    .join(', ');
}

/** An address that names nothing undeclared is a mistake to be told, not to be passed over. */
function refuseUnknown(deletions: readonly string[], audits: readonly PoolAudit[]): void {
  const extra = audits.flatMap(({ seen }) => seen?.changes ?? []).filter(({ kind }) => kind === 'extra');
  const known = new Set(extra.map(({ address }) => address));
  const unknown = deletions.filter((address) => !known.has(address));
  if (unknown.length === 0) return;
  throw new PoolwardError('nothing-to-delete', `No undeclared object has the address ${unknown.join(', ')}.`, {
    fault: 'user',
    help:
      known.size > 0
        ? `Undeclared are: ${[...known].join(', ')}.`
        : 'The live pools hold nothing that the specs do not declare.',
  });
}
