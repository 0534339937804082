import { PoolwardError } from '../../model/errors.js';
import { specWords } from '../../model/spec-name.js';
import { visible } from '../../report/parts/visible.js';
import { desired } from '../../spec/desired.js';
import { shell, shellCommand } from '../../text/shell.js';
import { explanation } from '../../users/explanation.js';
import { suspensionWords } from '../../users/open-suspensions.js';
import { poolMfa } from '../../users/pool-mfa.js';
import { lostAppWays } from '../../users/reset/lost-app.js';
import type { UserExplainArgs } from '../engines.js';
import { type OneUser, oneUser } from './one-user.js';
import { suspensionsOf } from './suspension-journal.js';

/** What one user of the pool of one spec is asked for. */
export async function explainUser(args: UserExplainArgs): Promise<string> {
  const found = await oneUser(args, 'poolward users explain <user> configs/customers.yaml');
  const { spec, document } = found.spec;
  return explanation({
    name: visible(args.user),
    user: found.user,
    settings: found.settings,
    poolId: found.poolId,
    pool: found.pool,
    planned: poolMfa(desired(spec)),
    file: document.file,
    showPersonal: args.showPersonal,
    suspended: await suspendedWords(found, args),
    lostApp: lostAppWays(found.pool, found.user, found.settings, shellCommand(args.user, ...specWords(document.file))),
  });
}

/** What the journal of suspensions says of the user; one that cannot be used says that nobody knows. */
async function suspendedWords(found: OneUser, args: UserExplainArgs): Promise<string | undefined> {
  const restore = shell`poolward users restore-mfa ${[args.user, ...specWords(found.spec.document.file)]}`;
  try {
    const suspension = (await suspensionsOf(args, found))(found.user);
    if (suspension === undefined) return undefined;
    return `by \`users suspend-mfa\` (${suspensionWords(suspension)}); to put it back: ${restore}`;
  } catch (error) {
    if (!(error instanceof PoolwardError)) throw error;
    return `not known: ${error.message} ${error.help ?? ''}`.trim();
  }
}
