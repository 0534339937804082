import { PoolwardError } from '../../model/errors.js';
import { valueAt } from '../../model/state.js';
import { visible } from '../../report/parts/visible.js';
import { shell } from '../../text/shell.js';
import { type Journal, openJournal } from '../../users/journal.js';
import type { Settlement } from '../../users/journal-lines.js';
import {
  awaitsSignOut,
  deleteApp,
  type ResetIntent,
  type Resetting,
  revokeSessions,
  settleReset,
} from '../../users/reset/delete-app.js';
import { type TotpReset, totpReset } from '../../users/reset/totp-reset.js';
import { noResetText, type ResetSubject, resetText } from '../../users/reset/totp-reset-text.js';
import type { ResetTotpArgs, UserOutcome } from '../suspension-args.js';
import { type OneUser, oneUser } from './one-user.js';

type Possible = Extract<TotpReset, { kind: 'possible' }>;

/** Deletes the authenticator app of one user, and ends the user's sessions; without `yes` it only says so. */
export async function resetTotp(args: ResetTotpArgs): Promise<UserOutcome> {
  const found = await oneUser(args, 'poolward users reset-totp <user> configs/customers.yaml');
  const { user, settings, pool, poolId, spec } = found;
  const about: ResetSubject = { name: visible(args.user), user, settings, pool, poolId, file: spec.document.file };
  const plan = totpReset(pool, user, settings);
  if (plan.kind === 'impossible') {
    const region = args.region ?? spec.spec.pool.region;
    const tier = valueAt(found.state, 'pool.tier') as string | undefined;
    return { text: noResetText(about, plan.why, { ...found, tier, region }), came: 'unmet' };
  }
  const text = resetText(about, plan, args.keepSessions);
  return args.yes ? reset(plan, found, text, args) : { text, came: 'met', notice: dryRun(found, args) };
}

function journalPath({ journal }: ResetTotpArgs, { poolId }: OneUser): string {
  return journal ?? `.poolward/totp-reset.${poolId}.jsonl`;
}

function dryRun(found: OneUser, args: ResetTotpArgs): string {
  const calls = args.keepSessions ? 'AdminDeleteSoftwareToken' : 'AdminDeleteSoftwareToken and AdminUserGlobalSignOut';
  return `Dry run: nothing was changed. With --yes: ${calls}, noted in ${journalPath(args, found)}.`;
}

/** What was done; `sessions` is missing where they were to stay open, or the app was not deleted. */
interface Done {
  readonly app: Settlement;
  readonly sessions?: Settlement;
}

async function reset(plan: Possible, found: OneUser, text: string, args: ResetTotpArgs): Promise<UserOutcome> {
  const by = await found.connections.caller(found.spec.spec.pool);
  const { before, wanted } = plan;
  const intent: ResetIntent = {
    user: found.user.username,
    before,
    wanted,
    ...(args.reason !== undefined && { reason: args.reason }),
    ...(by && { by }),
  };
  const done = await withJournal(found, args, async (within) => {
    const app = await deleted(plan, intent, within, args);
    const sessions = app.result === 'done' && !args.keepSessions;
    return { app, ...(sessions && { sessions: await revokeSessions(intent, within) }) };
  });
  return outcomeOf(done, text, found, args);
}

/** An earlier run may have ended between the two calls: then the app is not deleted twice. */
async function deleted(
  plan: Possible,
  intent: ResetIntent,
  within: Resetting & { readonly journal: Journal },
  args: ResetTotpArgs,
): Promise<Settlement> {
  if (plan.listed || !(await awaitsSignOut(intent.user, within.journal.entries()))) return deleteApp(intent, within);
  args.talk.say('An earlier run has deleted the app and did not end the sessions.');
  return { n: 0, at: within.now().toISOString(), result: 'done' };
}

async function withJournal(
  found: OneUser,
  args: ResetTotpArgs,
  work: (within: Resetting & { readonly journal: Journal }) => Promise<Done>,
): Promise<Done> {
  const { poolId, reader, connections, spec } = found;
  const file = await args.io.journal(journalPath(args, found), 'append');
  const journal = await openJournal(file, { kind: 'reset-totp', pool: poolId, startedAt: args.io.now().toISOString() });
  try {
    const writer = await connections.userWriter(spec.spec.pool);
    const within = { poolId, reader, writer, journal, now: () => args.io.now() };
    if (journal.told) args.talk.say(journal.told);
    for (const intent of journal.open) await settleReset(intent, within);
    return await work(within);
  } finally {
    await journal.close();
  }
}

function outcomeOf({ app, sessions }: Done, text: string, found: OneUser, args: ResetTotpArgs): UserOutcome {
  const journal = journalPath(args, found);
  const explain = 'poolward users explain';
  if (app.result === 'unproved') {
    const reason = app.because ?? 'AWS took the call, and still lists the app';
    return {
      text: '',
      came: 'unproved',
      notice: `It was sent, and nobody knows whether it took effect: ${reason}. It is noted in ${journal}. \`${explain}\` shows what AWS lists; the same command may be repeated.`,
    };
  }
  if (app.result !== 'done') throw refused(app, journal);
  if (sessions && sessions.result !== 'done')
    return { text, came: 'unmet', notice: sessionsLeft(sessions, found, args) };
  const ended = sessions ? 'The sessions are ended.' : 'The sessions stay open.';
  return { text, came: 'met', notice: `Done, and read back: AWS lists no app. ${ended} It is noted in ${journal}.` };
}

function refused({ because }: Settlement, journal: string): PoolwardError {
  const reason = because ?? 'the user does not exist any more';
  return new PoolwardError('not-reset', `Nothing was changed: ${reason}`, {
    fault: 'environment',
    help: `${journal} says so too. The role needs AdminDeleteSoftwareToken (poolward iam --for users-reset-totp).`,
  });
}

function sessionsLeft({ because }: Settlement, { poolId, spec, user }: OneUser, args: ResetTotpArgs): string {
  const region = args.region ?? spec.spec.pool.region;
  const command = shell`aws cognito-idp admin-user-global-sign-out --region ${region} --user-pool-id ${poolId} --username ${user.username}`;
  return `The app is deleted, but the sessions were not ended: ${because}. Repeat the command, or:\n  ${command}`;
}
