import { createHash } from 'node:crypto';
import { PoolwardError } from '../../model/errors.js';
import { Unread } from '../../model/sections.js';
import { valueAt } from '../../model/state.js';
import { desired } from '../../spec/desired.js';
import { shellWord } from '../../text/shell.js';
import { type Enforced, enforceUsers, finishedSince } from '../../users/enforce.js';
import { type Planned, type PlanSummary, planUsers } from '../../users/enforce-plan.js';
import type { Measure } from '../../users/measured.js';
import { membership } from '../../users/membership.js';
import { PRICE } from '../../users/operations.js';
import { type Phones, readPhones } from '../../users/phones.js';
import { type PlanFile, planFile } from '../../users/plan-file.js';
import { policyOf, type UserMfaPolicy } from '../../users/policy.js';
import type { UserReader } from '../../users/ports.js';
import { hashedName, plainName } from '../../users/user-names.js';
import type { Outcome, UsersEnforceArgs } from '../engines.js';
import { type EnforceJournal, enforceJournal } from './enforce-journal.js';
import { applied, isTooMuch, planned, type Run, tooMuch, unread } from './enforce-outcome.js';
import { live } from './live.js';
import { usersPool } from './one-user.js';
import { onlySpec } from './only-spec.js';
import { suspensionsOf } from './suspension-journal.js';
import { undoEnforced } from './users-undo.js';

const EXAMPLE = 'poolward users enforce configs/customers.yaml';

/** Brings users' own MFA settings to what the spec demands, or an earlier run's changes back; without `yes` it only plans. */
export async function enforceUsersOf(args: UsersEnforceArgs): Promise<Outcome> {
  const startedAt = args.io.now();
  const { spec, accounts, documents } = onlySpec(args, EXAMPLE);
  const pool = await usersPool(spec, live(args, accounts), args);
  const name = args.showPersonal ? plainName : hashedName(args.io.uuid());
  const run: Run = { ...pool, args, documents, name, startedAt };
  return args.undo === undefined ? enforce(run) : undoEnforced(run, args.undo);
}

async function enforce(run: Run): Promise<Outcome> {
  const { args } = run;
  const policy = demanded(run);
  const phones = await phonesOf(run);
  args.talk.say(PRICE);
  const asked = { run, policy, phones };
  try {
    return args.yes ? await apply(asked) : await dryRun(asked);
  } catch (error) {
    if (error instanceof Unread) return unread(run, error);
    throw error;
  }
}

interface Asked {
  readonly run: Run;
  readonly policy: UserMfaPolicy;
  readonly phones: Phones | undefined;
}

function demanded({ spec: { spec, document } }: Run): UserMfaPolicy {
  const policy = policyOf(desired(spec));
  if (policy) return policy;
  throw new PoolwardError('no-policy', `${document.file} demands nothing of its users.`, {
    fault: 'user',
    help: 'Write userMfa with factors: [totp], say; `poolward explain userMfa` shows what else it knows.',
  });
}

async function phonesOf({ args, state }: Run): Promise<Phones | undefined> {
  if (args.phones === undefined) return undefined;
  const held = (valueAt(state, 'verification.beforeUpdate') ?? []) as readonly string[];
  if (held.includes('phone') && !args.phonesVerified)
    throw new PoolwardError(
      'phone-held-back',
      'The pool keeps a user’s old number until the user has confirmed the new one (verification.beforeUpdate).',
      { fault: 'user', help: 'Give --phones-verified, if the numbers are known to belong to the users.' },
    );
  const file = await args.io.journal(args.phones, 'read');
  return readPhones(file).finally(() => file.close());
}

async function planning({ run, policy, phones }: Asked, keep: (planned: readonly Planned[]) => Promise<void>) {
  const { args, pool, poolId, spec } = run;
  const reader = telling(run.reader);
  const suspensionOf = await suspensionsOf(args, run);
  const measure: Measure = { policy, groupsOf: await membership(policy, reader, poolId) };
  const plan = await planUsers({
    pool,
    poolId,
    reader,
    measure,
    suspensionOf,
    phones,
    phonesVerified: args.phonesVerified,
    name: run.name,
    signal: args.signal,
    onPage: async (planned, looked) => {
      await keep(planned);
      const all = run.estimated ?? looked;
      args.talk.progress(Math.min(looked, all), all, `${spec.document.file}: users`);
    },
  });
  args.talk.progress(plan.looked, plan.looked, '');
  return plan;
}

/** What could not be read of users is told from what else goes wrong. */
function telling({ page, find, settings, members }: UserReader): UserReader {
  const told =
    <A extends unknown[], T>(ask: (...args: A) => Promise<T>) =>
    (...args: A) =>
      ask(...args).catch((error: unknown) => {
        throw new Unread(error instanceof Error ? error.message : String(error));
      });
  return { page: told(page), find: told(find), settings: told(settings), members: told(members) };
}

async function dryRun(asked: Asked): Promise<Outcome> {
  return planned(asked.run, await planning(asked, async () => undefined));
}

/** The plan is whole before the first user is changed. */
async function apply(asked: Asked): Promise<Outcome> {
  const { run } = asked;
  const { args } = run;
  const journal = enforceJournal(run);
  await journal.check();
  args.talk.say(`Journal: ${journal.name}`);
  const file = await planFile(await args.io.journal(`${journal.name}.plan`, 'append'), questionOf(asked));
  let done = true;
  try {
    const plan = await planOf(asked, file);
    if (isTooMuch(plan, run)) return tooMuch(run, plan);
    if (plan.changing === 0) return applied(run, plan, undefined, journal.name);
    done = false;
    const enforced = await changeUsers(run, file, plan, journal);
    done = enforced.stopped === undefined;
    return applied(run, plan, enforced, journal.name);
  } catch (error) {
    if (!done) args.talk.say(`To go on: the same command with --journal ${shellWord(journal.name)}.`);
    throw error;
  } finally {
    await file.close(done);
  }
}

interface MadePlan extends PlanSummary {
  readonly at: string;
}

async function planOf(asked: Asked, file: PlanFile): Promise<MadePlan> {
  const { args } = asked.run;
  if (file.earlier) {
    args.talk.say(`Goes on with the plan of ${file.earlier.at}.`);
    return file.earlier;
  }
  const at = args.io.now().toISOString();
  await file.begin(at);
  const plan = await planning(asked, file.add);
  await file.end(plan);
  return { ...plan, at };
}

async function changeUsers(run: Run, file: PlanFile, plan: MadePlan, journal: EnforceJournal): Promise<Enforced> {
  const { talk, signal } = run.args;
  return journal.use(async (within, entries) => {
    const finished = await finishedSince(entries, plan.at);
    // Somebody may have been suspended since the plan was made.
    const suspensionOf = await suspensionsOf(run.args, run);
    const onUsers = (users: number) => talk.progress(users, plan.changing, `${journal.name}: users`);
    return enforceUsers(file.lines(), finished, { within, name: run.name, suspensionOf, signal, onUsers });
  });
}

/** What the plan was made from: with another answer it is another plan. */
function questionOf({ run: { args, pool, poolId }, policy, phones }: Asked): string {
  const { showPersonal, phonesVerified } = args;
  const about = { poolId, pool, policy, showPersonal, digest: phones?.digest, phonesVerified };
  return createHash('sha256').update(JSON.stringify(about)).digest('hex');
}
