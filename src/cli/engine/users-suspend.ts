import { PoolwardError } from '../../model/errors.js';
import { specWords } from '../../model/spec-name.js';
import { valueAt } from '../../model/state.js';
import { visible } from '../../report/parts/visible.js';
import { shell } from '../../text/shell.js';
import { changeUser } from '../../users/change-user.js';
import type { Settlement } from '../../users/journal-lines.js';
import { FACTORS } from '../../users/pool-mfa.js';
import { remainingWays } from '../../users/remaining-ways.js';
import { type Suspension, suspension } from '../../users/suspension.js';
import { impossibleText, needlessText, type Suspended, suspensionText } from '../../users/suspension-text.js';
import type { SuspendArgs, UserOutcome } from '../suspension-args.js';
import { type OneUser, oneUser } from './one-user.js';
import { journalPath, lookUp, withJournal } from './suspension-journal.js';

type Possible = Extract<Suspension, { kind: 'possible' }>;

/** Switches off what keeps the code of a forgotten password from a user; without `yes` it only says so. */
export async function suspendMfa(args: SuspendArgs): Promise<UserOutcome> {
  const found = await oneUser(args, 'poolward users suspend-mfa <user> configs/customers.yaml');
  const about = aboutOf(found, args);
  const plan = suspension(found.pool, found.user, found.settings);
  if (plan.kind === 'impossible') {
    const tier = valueAt(found.state, 'pool.tier') as string | undefined;
    const { region } = found.spec.spec.pool;
    const ways = remainingWays(plan.why, { ...found, tier, region: args.region ?? region });
    return { text: impossibleText(about, plan.why, ways), came: 'unmet' };
  }
  const open = (await lookUp(args, found)).find(({ user }) => user === found.user.username);
  if (plan.kind === 'needless') return { text: needlessText(about, plan.to, open), came: 'met' };
  return args.yes ? suspend(plan, found, about, args) : dryRun(plan, found, about, args);
}

function aboutOf({ user, settings, pool, poolId, spec }: OneUser, args: SuspendArgs): Suspended {
  return { name: visible(args.user), user, settings, pool, poolId, file: spec.document.file };
}

function dryRun(plan: Possible, found: OneUser, about: Suspended, args: SuspendArgs): UserOutcome {
  return {
    text: textOf(plan, about, untilOf(args), args),
    came: 'met',
    notice: `Dry run: nothing was changed. With --yes: one AdminSetUserMFAPreference, noted in ${journalPath(args, found)}.`,
  };
}

async function suspend(plan: Possible, found: OneUser, about: Suspended, args: SuspendArgs): Promise<UserOutcome> {
  const until = untilOf(args);
  const by = await found.connections.caller(found.spec.spec.pool);
  const { before, wanted } = plan;
  // A factor that the pool no longer offers may be what stands in the way.
  const offered = FACTORS.filter((factor) => found.pool.offered.includes(factor) || before.enabled.includes(factor));
  const user = found.user.username;
  const app = found.settings?.app ?? false;
  const settlement = await withJournal(args, found, offered, (within) =>
    changeUser({ user, before, wanted, until, reason: args.reason, ...(by && { by }) }, app, within),
  );
  return came(settlement, textOf(plan, about, until, args), journalPath(args, found));
}

function came({ result, because }: Settlement, text: string, journal: string): UserOutcome {
  if (result === 'done')
    return { text, came: 'met', notice: `Done, and read back. What the user had is noted in ${journal}.` };
  if (result === 'unproved')
    return {
      text: '',
      came: 'unproved',
      notice: `It was sent, and nobody knows whether it took effect${because ? `: ${because}` : ': the user reads otherwise'}. It is noted in ${journal}. \`poolward users explain\` shows what the user has; \`restore-mfa\` takes it back.`,
    };
  const said = because ?? 'the user does not exist any more';
  throw new PoolwardError('not-suspended', `Nothing was changed: ${said}`, {
    fault: 'environment',
    help: `${journal} says so too. The role needs AdminSetUserMFAPreference (poolward iam --for users-change).`,
  });
}

function untilOf({ io, forMs }: SuspendArgs): string {
  return new Date(io.now().getTime() + forMs).toISOString().replace(/\.\d+Z$/, 'Z');
}

function textOf(plan: Possible, about: Suspended, until: string, args: SuspendArgs): string {
  const journal = args.journal === undefined ? [] : ['--journal', args.journal];
  const restore = shell`poolward users restore-mfa ${[args.user, ...specWords(about.file), ...journal]}`;
  return suspensionText(about, plan, until, restore);
}
