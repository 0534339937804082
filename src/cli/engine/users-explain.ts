import { visible } from '../../report/parts/visible.js';
import { desired } from '../../spec/desired.js';
import { explanation } from '../../users/explanation.js';
import { poolMfa } from '../../users/pool-mfa.js';
import type { UserExplainArgs } from '../engines.js';
import { oneUser } from './one-user.js';

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
  });
}
