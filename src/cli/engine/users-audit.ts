import type { PoolAudit } from '../../audit/audit.js';
import type { Finding } from '../../model/finding.js';
import type { Uncompared } from '../../model/report.js';
import { Unread } from '../../model/sections.js';
import { desired } from '../../spec/desired.js';
import type { LoadedSpec } from '../../spec/load.js';
import { auditUsers as auditAll, type Seen, type UserAudit } from '../../users/audit.js';
import { userFindings } from '../../users/findings.js';
import { type ListFormat, listFormat } from '../../users/list-lines.js';
import type { Measure } from '../../users/measured.js';
import { membership } from '../../users/membership.js';
import { PRICE } from '../../users/operations.js';
import { policyOf, type UserMfaPolicy } from '../../users/policy.js';
import { type PoolMfa, poolMfa } from '../../users/pool-mfa.js';
import { hashedName, plainName, sample, type UserName } from '../../users/user-names.js';
import type { Outcome, UsersAuditArgs } from '../engines.js';
import type { LineFile } from '../io.js';
import { type Live, live } from './live.js';
import { load } from './load.js';
import { NOTHING_COVERED, reportOf, sumCoverage } from './outcome.js';
import { suspensionsOf } from './suspension-journal.js';
import { poolOf } from './users-pool.js';
import { type Checkpoint, checkpoint } from './users-progress.js';

const COMMAND = 'users audit';

/** Looks at the users of the pools of the specs. */
export async function auditUsers(args: UsersAuditArgs): Promise<Outcome> {
  const { io } = args;
  const startedAt = io.now();
  const { findings, documents, specs, invalid, accounts } = load(args);
  if (invalid)
    return { report: reportOf(COMMAND, { startedAt, finishedAt: io.now(), findings }), documents, invalidSpec: true };
  if (args.deep) args.talk.say(PRICE);
  const run: Run = {
    args,
    connections: live(args, accounts),
    name: nameOf(args),
    checkpoint: checkpoint(args),
    list: await openList(args),
  };
  const audited = await withList(run, () => ofPools(specs, run));
  const report = reportOf(COMMAND, {
    startedAt,
    finishedAt: io.now(),
    findings: [...findings, ...audited.flatMap((one) => one.findings)],
    targets: audited.map(({ target }) => target),
    coverage: sumCoverage(audited.map(({ checked, unchecked }) => ({ ...NOTHING_COVERED, checked, unchecked }))),
    ...run.connections.meter,
  });
  return { report, documents, notice: noticeFor(args, audited) };
}

interface Run {
  readonly args: UsersAuditArgs;
  readonly connections: Live;
  readonly name: UserName;
  readonly list: (ListFormat & { readonly file: LineFile }) | undefined;
  readonly checkpoint: Checkpoint;
}

interface Audited extends Pick<PoolAudit, 'target' | 'findings'> {
  readonly checked: number;
  readonly unchecked: readonly Uncompared[];
  readonly passedOver: number;
}

function nameOf({ showPersonal, io }: UsersAuditArgs): UserName {
  return showPersonal ? plainName : hashedName(io.uuid());
}

async function openList({ list, io }: UsersAuditArgs): Promise<Run['list']> {
  const format = list === undefined ? undefined : listFormat(list);
  if (list === undefined || format === undefined) return undefined;
  const file = await io.lines(list);
  await file.write(format.head);
  return { ...format, file };
}

/** A list of which users are missing would look like a whole one: it is only kept where all was read. */
async function withList(run: Run, work: () => Promise<Audited[]>): Promise<Audited[]> {
  const file = run.list?.file;
  try {
    const audited = await work();
    if (audited.some(({ unchecked }) => unchecked.length > 0)) await discard(run);
    else await file?.close();
    return audited;
  } catch (error) {
    await file?.discard();
    throw error;
  }
}

async function discard({ list, args }: Run): Promise<void> {
  if (list === undefined) return;
  await list.file.discard();
  args.talk.say(`${args.list} was not written: not all users could be read.`);
}

/** One after the other: the pools of an account and Region share one quota. */
async function ofPools(specs: readonly LoadedSpec[], run: Run): Promise<Audited[]> {
  const audited: Audited[] = [];
  for (const spec of specs) {
    run.args.signal.throwIfAborted();
    audited.push(await ofPool(spec, await poolOf(spec, run.connections, run.args), run));
  }
  return audited;
}

async function ofPool(spec: LoadedSpec, found: PoolAudit, run: Run): Promise<Audited> {
  const { target, findings, seen } = found;
  const nothing = { target, checked: 0, passedOver: 0 };
  if (!seen) return { ...nothing, findings, unchecked: found.coverage.unchecked };
  const pool = settingsOf(found);
  if (pool instanceof Unread) return { ...nothing, findings: [], unchecked: [unread(spec, 'users', pool.message)] };
  const beside = await besideOf(spec, seen.poolId, run);
  if ('unread' in beside)
    return { ...nothing, findings: [], unchecked: [unread(spec, beside.what, beside.unread.message)] };
  const { measure } = beside;
  const users = await look(pool, seen, spec, beside, run);
  return {
    target,
    checked: users.judged,
    passedOver: users.passedOver,
    findings: findingsOf(users, { pool, policy: measure?.policy }, spec, run),
    unchecked: users.unread.map(({ what, reason }) => unread(spec, what, reason)),
  };
}

function settingsOf({ seen }: PoolAudit): PoolMfa | Unread {
  try {
    if (seen) return poolMfa(seen.live);
    return new Unread('the pool was not read');
  } catch (error) {
    if (error instanceof Unread) return error;
    throw error;
  }
}

/** What users are judged by besides the pool. */
type Beside = Pick<UserAudit, 'measure' | 'suspensionOf'>;

/** Suspensions are told in any case; a policy is about users' own settings, and only looked at where these are read. */
async function besideOf(
  spec: LoadedSpec,
  poolId: string,
  run: Run,
): Promise<Beside | { readonly what: string; readonly unread: Unread }> {
  const suspended = await orUnread(suspensionsOf(run.args, { poolId }));
  if (suspended instanceof Unread) return { what: 'suspensions', unread: suspended };
  const measure = run.args.deep ? await measureOf(spec, poolId, run) : undefined;
  if (measure instanceof Unread) return { what: 'groups', unread: measure };
  return { measure, suspensionOf: suspended };
}

async function orUnread<T>(asked: Promise<T>): Promise<T | Unread> {
  return asked.catch((error: unknown) => new Unread(error instanceof Error ? error.message : String(error)));
}

async function measureOf({ spec }: LoadedSpec, poolId: string, run: Run): Promise<Measure | Unread | undefined> {
  const policy = policyOf(desired(spec));
  if (policy === undefined) return undefined;
  const groupsOf = await orUnread(membership(policy, await run.connections.users(spec.pool), poolId));
  return groupsOf instanceof Unread ? groupsOf : { policy, groupsOf };
}

async function look(
  pool: PoolMfa,
  seen: NonNullable<PoolAudit['seen']>,
  { document, spec }: LoadedSpec,
  beside: Beside,
  run: Run,
): Promise<Seen> {
  const { deep, signal, talk } = run.args;
  const described = seen.snapshot.pool;
  const all = described?.ok ? described.value.EstimatedNumberOfUsers : undefined;
  const { list } = run;
  const { sample: about, showPersonal } = run.args;
  const question = JSON.stringify({ pool, deep, sample: about, showPersonal, policy: beside.measure?.policy });
  const place = await run.checkpoint.at(seen.poolId, question);
  const looked = auditAll({
    pool,
    poolId: seen.poolId,
    reader: await run.connections.users(spec.pool),
    deep,
    ...beside,
    wanted: sample(run.args.sample, all),
    name: run.name,
    signal,
    ...(list && { onUser: (...about) => list.file.write(list.line(...about)) }),
    from: place.from,
    seen: place.seen,
    onRestart: () =>
      talk.say(
        'AWS does not go on from where the last run stopped: the list begins again, without those who were looked at.',
      ),
    onPage: async (number, progress) => {
      await place.note(progress);
      talk.progress(Math.min(number, all ?? number), all ?? number, `${document.file}: users`);
    },
  });
  return looked.finally(place.close);
}

function findingsOf(
  { counts, judged }: Seen,
  against: { readonly pool: PoolMfa; readonly policy: UserMfaPolicy | undefined },
  { document, spec }: LoadedSpec,
  { args }: Run,
): Finding[] {
  return userFindings({ counts, judged, ...against, deep: args.deep, specId: spec.pool.id, document });
}

function unread({ document }: LoadedSpec, setting: string, reason: string): Uncompared {
  return { target: document.file, setting, reason };
}

/** What the numbers do not say. */
function noticeFor({ deep, sample: wanted }: UsersAuditArgs, audited: readonly Audited[]): string {
  const over = audited.reduce((sum, { passedOver }) => sum + passedOver, 0);
  const passed = wanted === undefined ? 'disabled or not confirmed' : 'disabled, not confirmed or not in the sample';
  return [
    `${over} ${over === 1 ? 'user' : 'users'} passed over: ${passed}.`,
    ...(deep ? [] : ["Users' own MFA settings were not read; --deep does, with one call a user."]),
  ].join(' ');
}
