import { mfaSwitch } from '../../fix/mfa-switch.js';
import { PoolwardError } from '../../model/errors.js';
import { specWords } from '../../model/spec-name.js';
import { desired, identityOf } from '../../spec/desired.js';
import { shell } from '../../text/shell.js';
import { type Journal, openJournal, viewJournal } from '../../users/journal.js';
import { PRICE } from '../../users/operations.js';
import { poolMfa } from '../../users/pool-mfa.js';
import { countUsers } from '../../users/restart/record.js';
import { type Restarting, restartMfa } from '../../users/restart/restart.js';
import type { FixArgs, Outcome } from '../engines.js';
import { type RestartRun, restartOutcome } from './fix-restart-outcome.js';
import { live } from './live.js';
import { usersPool } from './one-user.js';
import { onlySpec } from './only-spec.js';

const EXAMPLE = 'poolward fix configs/customers.yaml --restart-mfa';

/** Turns SMS MFA off by turning MFA off and on, and gives users back what they had set; without `yes` it only counts them. */
export async function restart(args: FixArgs, agreed: number | 'count'): Promise<Outcome> {
  const startedAt = args.io.now();
  const { spec, accounts, documents } = onlySpec(args, EXAMPLE);
  const connections = live(args, accounts);
  const pool = await usersPool(spec, connections, args);
  const run: RestartRun = { ...pool, args, documents, startedAt, file: spec.document.file };
  const journal = await journalOf(run);
  const offered = wantedFactors(run);
  if (!journal.unfinished && !pool.pool.offered.includes('sms')) return restartOutcome(run, { kind: 'nothing' });
  args.talk.say(PRICE);
  const { signal, io, talk } = args;
  const onUsers = (users: number) =>
    talk.progress(users, Math.max(users, pool.estimated ?? users), `${run.file}: users`);
  const reading = { poolId: pool.poolId, reader: pool.reader, offered, signal, now: io.now, onUsers };
  if (!args.yes || agreed === 'count') {
    const users = await countUsers(reading);
    return restartOutcome(run, { kind: 'counted', users, command: commandOf(run, users) });
  }
  return changing(run, journal.name, reading, agreed);
}

type Reading = Omit<Restarting, 'journal' | 'mfa' | 'writer'>;

async function changing(run: RestartRun, name: string, reading: Reading, agreed: number): Promise<Outcome> {
  const { args, poolId, spec, connections } = run;
  args.talk.say(`Journal: ${name}`);
  const journal = await opened(name, run);
  try {
    const { pool } = spec.spec;
    const [reader, writer] = await Promise.all([connections.reader(pool), connections.writer(pool)]);
    const mfa = mfaSwitch({ poolId, desired: desired(spec.spec), identity: identityOf(spec.spec) }, { reader, writer });
    const users = await connections.userWriter(pool);
    const came = await restartMfa(agreed, { ...reading, writer: users, journal, mfa });
    if ('agreed' in came) return restartOutcome(run, { kind: 'refused', ...came, command: commandOf(run, came.users) });
    return restartOutcome(run, { kind: 'done', journal: name, command: commandOf(run, agreed), ...came });
  } catch (error) {
    throw stopped(error, journal.marks.has('off'), name, run, agreed);
  } finally {
    await journal.close();
  }
}

/** Whatever ends a run in the middle: MFA may be off, and one command leads to the end. */
function stopped(error: unknown, begun: boolean, name: string, run: RestartRun, agreed: number): unknown {
  if (begun && run.args.signal.aborted) {
    run.args.talk.say(`MFA may be off now. To go on: ${commandOf(run, agreed)}`);
    return error;
  }
  if (error instanceof PoolwardError) return error;
  const message = `The restart of MFA stopped: ${(error as Error).message}`;
  const help = begun
    ? `MFA may be off now, and users without what they had set; ${name} has it. To go on: ${commandOf(run, agreed)}`
    : 'MFA was not turned off, and no user was changed.';
  return new PoolwardError('restart-stopped', message, { fault: 'environment', help, cause: error });
}

function commandOf({ file }: RestartRun, users: number): string {
  return shell`poolward fix ${specWords(file)} --restart-mfa ${users} --yes`;
}

/** The factors of the spec, which has to turn SMS off and nothing else. */
function wantedFactors({ spec, file }: RestartRun) {
  const { mode, offered } = poolMfa(desired(spec.spec));
  if (mode !== 'off' && !offered.includes('sms')) return offered;
  throw new PoolwardError('nothing-to-restart', `${file} does not turn SMS off and keep MFA on.`, {
    fault: 'user',
    help: 'Write mfa.sms: false, with mfa.mode optional or required; with mfa.mode: off a deploy is enough.',
  });
}

interface FoundJournal {
  readonly name: string;
  /** An earlier run has begun to change the pool, and has not come to the end. */
  readonly unfinished: boolean;
}

/** The journal of an earlier run that did not come to its end, or the name of a new one. */
async function journalOf({ args: { io }, poolId }: RestartRun): Promise<FoundJournal> {
  for (let number = 1; ; number += 1) {
    const name = `.poolward/mfa-restart.${poolId}.${number}.jsonl`;
    if (io.files.stat(name) === undefined) return { name, unfinished: false };
    const file = await io.journal(name, 'read');
    const { marks } = await viewJournal(file, { kind: 'restart', pool: poolId }).finally(() => file.close());
    if (!marks.has('ended')) return { name, unfinished: marks.has('off') };
  }
}

async function opened(name: string, { args: { io, talk }, poolId }: RestartRun): Promise<Journal> {
  const header = { kind: 'restart', pool: poolId, startedAt: io.now().toISOString() } as const;
  const journal = await openJournal(await io.journal(name, 'append'), header);
  if (journal.told) talk.say(journal.told);
  return journal;
}
