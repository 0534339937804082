import type { PoolAudit } from '../../audit/audit.js';
import { PoolwardError } from '../../model/errors.js';
import { visible } from '../../report/parts/visible.js';
import { desired } from '../../spec/desired.js';
import type { LoadedSpec } from '../../spec/load.js';
import { explanation } from '../../users/explanation.js';
import { PRICE } from '../../users/operations.js';
import { poolMfa } from '../../users/pool-mfa.js';
import type { UserExplainArgs } from '../engines.js';
import { live } from './live.js';
import { load } from './load.js';
import { poolOf } from './users-pool.js';

/** What one user of the pool of one spec is asked for. */
export async function explainUser(args: UserExplainArgs): Promise<string> {
  const { spec, accounts } = onlySpec(args);
  const connections = live(args, accounts);
  const { poolId, live: state } = seenOf(await poolOf(spec, connections, args));
  const users = await connections.users(spec.spec.pool);
  const user = await orFail(users.find(poolId, args.user));
  if (user === undefined) throw unknown(args.user, poolId);
  args.talk.say(PRICE);
  const settings =
    user.status === 'EXTERNAL_PROVIDER' ? undefined : await orFail(users.settings(poolId, user.username));
  return explanation({
    name: visible(args.user),
    user,
    settings,
    poolId,
    pool: poolMfa(state),
    planned: poolMfa(desired(spec.spec)),
    file: spec.document.file,
    showPersonal: args.showPersonal,
  });
}

function onlySpec(args: UserExplainArgs): {
  readonly spec: LoadedSpec;
  readonly accounts: ReturnType<typeof load>['accounts'];
} {
  const { specs, invalid, findings, accounts } = load(args);
  const [spec] = specs;
  if (!invalid && spec && specs.length === 1) return { spec, accounts };
  const first = findings.find(({ severity }) => severity === 'error');
  if (invalid)
    throw new PoolwardError('invalid-spec', `The spec is not valid: ${first?.message ?? ''}`, {
      fault: 'user',
      help: '`poolward validate` shows all of it.',
    });
  throw new PoolwardError('several-specs', `A user belongs to one pool, and there are ${specs.length} specs here.`, {
    fault: 'user',
    help: 'Name one: poolward users explain <user> configs/customers.yaml, with --environment where it has overlays.',
  });
}

function seenOf({ seen, findings }: PoolAudit): NonNullable<PoolAudit['seen']> {
  if (seen) return seen;
  const [problem] = findings;
  throw new PoolwardError('pool-not-read', problem?.message ?? 'The pool was not read.', {
    fault: 'environment',
    ...(problem?.help && { help: problem.help }),
  });
}

async function orFail<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((cause: unknown) => {
    throw new PoolwardError('users-not-read', `The user could not be read: ${(cause as Error).message}`, {
      fault: 'environment',
      help: 'The role needs ListUsers and AdminGetUserAuthFactors on the pool.',
      cause,
    });
  });
}

function unknown(name: string, poolId: string): PoolwardError {
  return new PoolwardError('unknown-user', `${poolId} has no user ${visible(name)}.`, {
    fault: 'user',
    help: 'Give the user name, the sub, the e-mail address or the phone number (with +) as it is in the pool.',
  });
}
