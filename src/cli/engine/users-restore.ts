import { PoolwardError } from '../../model/errors.js';
import { visible } from '../../report/parts/visible.js';
import { type Changing, putBack } from '../../users/change-user.js';
import type { Entry, Settlement } from '../../users/journal-lines.js';
import { isDue, openSuspensions } from '../../users/open-suspensions.js';
import { factorsText } from '../../users/suspension-text.js';
import type { RestoreArgs, UserOutcome } from '../suspension-args.js';
import { live } from './live.js';
import { load } from './load.js';
import { onlyPool, orFail, type UsersPool, unknownUser, usersPool } from './one-user.js';
import { journalPath, lookUp, withJournal } from './suspension-journal.js';

const EXAMPLE = 'poolward users restore-mfa <user> configs/customers.yaml';

/** Ends suspensions: of one user, or of all that are over their end time; or lists those that are open. */
export async function restoreMfa(args: RestoreArgs): Promise<UserOutcome> {
  if (args.user !== undefined) return restoreOne(args.user, await onlyPool(args, EXAMPLE), args);
  return ofAll(args, args.list ? listOpen : restoreDue);
}

/** One pool after the other; one that cannot be looked at does not stop the rest. */
async function ofAll(
  args: RestoreArgs,
  work: (pool: UsersPool, args: RestoreArgs) => Promise<UserOutcome>,
): Promise<UserOutcome> {
  const { specs, invalid, accounts } = load(args);
  if (invalid) throw refusal('invalid-spec', 'A spec is not valid.', '`poolward validate` shows all of it.');
  if (args.journal !== undefined && specs.length > 1)
    throw refusal('several-specs', `A journal is of one pool, and there are ${specs.length} specs here.`, 'Name one.');
  const connections = live(args, accounts);
  const outcomes: UserOutcome[] = [];
  for (const spec of specs) {
    args.signal.throwIfAborted();
    try {
      outcomes.push(await work(await usersPool(spec, connections, args), args));
    } catch (error) {
      if (!(error instanceof PoolwardError) || specs.length === 1) throw error;
      const said = [error.message, error.help].filter(Boolean).join(' ');
      outcomes.push({ text: `${spec.document.file}: ${said}\n`, came: 'unproved' });
    }
  }
  return joined(outcomes);
}

function refusal(code: string, message: string, help: string): PoolwardError {
  return new PoolwardError(code, message, { fault: 'user', help });
}

async function restoreOne(name: string, pool: UsersPool, args: RestoreArgs): Promise<UserOutcome> {
  const path = journalPath(args, pool);
  const user = await orFail(pool.reader.find(pool.poolId, name));
  if (args.io.files.stat(path) === undefined)
    throw refusal(
      'no-journal',
      `There is no ${path}, so nothing is known of a suspension.`,
      'Name the journal with --journal.',
    );
  return withJournal(args, pool, pool.pool.offered, async (within) => {
    const all = await openSuspensions(within.journal.entries());
    const own = all.filter((entry) => entry.user === (user?.username ?? name));
    if (user === undefined && own.length === 0) throw unknownUser(name, pool.poolId);
    if (own.length > 0) return restoreAll(own, () => visible(name), pool, within);
    return { text: `${visible(name)}: no suspension is open; nothing was changed.\n`, came: 'met' };
  });
}

async function restoreDue(pool: UsersPool, args: RestoreArgs): Promise<UserOutcome> {
  const path = journalPath(args, pool);
  if (args.io.files.stat(path) === undefined) {
    if (args.journal !== undefined) throw refusal('no-journal', `There is no ${path}.`, 'Name another with --journal.');
    args.talk.say(`${pool.spec.document.file}: there is no ${path}, so no suspension is known.`);
    return NOTHING;
  }
  return withJournal(args, pool, pool.pool.offered, async (within) => {
    const now = args.io.now();
    const due = (await openSuspensions(within.journal.entries())).filter((entry) => isDue(entry, now));
    return restoreAll(due, nameOf(pool, args), pool, within);
  });
}

const NOTHING: UserOutcome = { text: '', came: 'met' };

type Name = (entry: Entry) => string;

/** User names are personal: without being asked, a suspension is named by its number in the journal. */
function nameOf({ spec }: UsersPool, { showPersonal }: RestoreArgs): Name {
  return ({ n, user }) => `${spec.document.file}: ${showPersonal ? visible(user) : `suspension ${n}`}`;
}

async function restoreAll(
  entries: readonly Entry[],
  name: Name,
  { pool, connections, spec }: UsersPool,
  within: Changing,
): Promise<UserOutcome> {
  const by = entries.length === 0 ? undefined : await connections.caller(spec.spec.pool);
  const outcomes: UserOutcome[] = [];
  for (const entry of entries) {
    const gone = entry.before.enabled.filter(
      (one) => !pool.offered.includes(one) && !entry.wanted.enabled.includes(one),
    );
    const came =
      gone.length > 0
        ? { result: 'refused' as const, because: `the pool does not offer ${factorsText({ enabled: gone })} any more` }
        : await putBack(entry, within, by ? { by } : {});
    outcomes.push(told(entry, name(entry), came));
  }
  return joined(outcomes);
}

function told(
  { before }: Entry,
  name: string,
  { result, because }: Pick<Settlement, 'result' | 'because'>,
): UserOutcome {
  const [came, words] = WORDS[result];
  const said = because === undefined ? '' : `: ${because}`;
  return { text: `${name}: ${words.replace('%', factorsText(before))}${said}\n`, came };
}

const WORDS: Readonly<Record<Settlement['result'], readonly [UserOutcome['came'], string]>> = {
  done: ['met', 'restored, and read back (%)'],
  gone: ['met', 'the user does not exist any more; the suspension is closed'],
  left: [
    'unmet',
    'somebody else has changed the user since; nothing was changed, and the suspension is closed (had: %)',
  ],
  refused: ['unmet', 'not restored, and still open'],
  dropped: ['unproved', 'not restored, and still open'],
  unproved: ['unproved', 'sent, and nobody knows whether it took effect; still open'],
};

async function listOpen(pool: UsersPool, args: RestoreArgs): Promise<UserOutcome> {
  const open = await lookUp(args, pool);
  const now = args.io.now();
  const name = nameOf(pool, args);
  return joined(
    open.map((entry) => ({
      text: `${name(entry)}: ${isDue(entry, now) ? 'over since' : 'until'} ${entry.until}; had ${factorsText(entry.before)}; ${visible(entry.reason ?? '')}\n`,
      came: isDue(entry, now) ? 'unmet' : 'met',
    })),
  );
}

/** What could not be proved weighs less than what is known to be wrong. */
function joined(outcomes: readonly UserOutcome[]): UserOutcome {
  const worst = (['unmet', 'unproved'] as const).find((came) => outcomes.some((one) => one.came === came));
  return { text: outcomes.map(({ text }) => text).join(''), came: worst ?? 'met' };
}
