import type { PoolAudit } from '../../audit/audit.js';
import { PoolwardError } from '../../model/errors.js';
import { Unread } from '../../model/sections.js';
import type { PoolState } from '../../model/state.js';
import { visible } from '../../report/parts/visible.js';
import type { LoadedSpec } from '../../spec/load.js';
import { PRICE } from '../../users/operations.js';
import { type PoolMfa, poolMfa } from '../../users/pool-mfa.js';
import type { ListedUser, UserReader, UserSettings } from '../../users/ports.js';
import type { LiveArgs } from '../engines.js';
import { type Live, live } from './live.js';
import { onlySpec } from './only-spec.js';
import { poolOf } from './users-pool.js';

/** A pool whose users are looked at. */
export interface UsersPool {
  readonly spec: LoadedSpec;
  readonly connections: Live;
  readonly poolId: string;
  readonly state: PoolState;
  readonly pool: PoolMfa;
  readonly reader: UserReader;
  /** About so many users, as AWS says. */
  readonly estimated: number | undefined;
}

/** A user of the pool of the one spec of a command. */
export interface OneUser extends UsersPool {
  readonly user: ListedUser;
  /** Absent for federated users, and for one who has just been deleted. */
  readonly settings: UserSettings | undefined;
}

/** The pool of a spec. Throws where it could not be read. */
export async function usersPool(spec: LoadedSpec, connections: Live, args: LiveArgs): Promise<UsersPool> {
  const { poolId, live: state, snapshot } = seenOf(await poolOf(spec, connections, args));
  const estimated = snapshot.pool?.ok ? snapshot.pool.value.EstimatedNumberOfUsers : undefined;
  const reader = await connections.users(spec.spec.pool);
  return { spec, connections, poolId, state, pool: mfaOf(state), reader, estimated };
}

/** The pool of the one spec of a command; `example` is a command line that names one. */
export async function onlyPool(args: LiveArgs, example: string): Promise<UsersPool> {
  const { spec, accounts } = onlySpec(args, example);
  return usersPool(spec, live(args, accounts), args);
}

/** Finds a user by any name. Throws where there is none. */
export async function oneUser(args: LiveArgs & { readonly user: string }, example: string): Promise<OneUser> {
  const pool = await onlyPool(args, example);
  const { reader, poolId } = pool;
  const user = await orFail(reader.find(poolId, args.user));
  if (user === undefined) throw unknownUser(args.user, poolId);
  args.talk.say(PRICE);
  const federated = user.status === 'EXTERNAL_PROVIDER';
  return { ...pool, user, settings: federated ? undefined : await orFail(reader.settings(poolId, user.username)) };
}

function mfaOf(state: PoolState): PoolMfa {
  try {
    return poolMfa(state);
  } catch (cause) {
    if (!(cause instanceof Unread)) throw cause;
    throw notRead(cause.message);
  }
}

function seenOf({ seen, findings }: PoolAudit): NonNullable<PoolAudit['seen']> {
  if (seen) return seen;
  const [problem] = findings;
  throw notRead(problem?.message ?? 'The pool was not read.', problem?.help);
}

function notRead(message: string, help?: string): PoolwardError {
  return new PoolwardError('pool-not-read', message, { fault: 'environment', ...(help && { help }) });
}

/** What was asked of users, or an error with AWS's words. */
export async function orFail<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((cause: unknown) => {
    throw new PoolwardError('users-not-read', `The user could not be read: ${(cause as Error).message}`, {
      fault: 'environment',
      help: 'The role needs ListUsers and AdminGetUserAuthFactors on the pool.',
      cause,
    });
  });
}

export function unknownUser(name: string, poolId: string): PoolwardError {
  const other = name.includes('@') ? 'e-mail address' : name.startsWith('+') ? 'phone number' : 'sub';
  return new PoolwardError('unknown-user', `${poolId} has no user ${visible(name)}.`, {
    fault: 'user',
    help: `It was looked for as user name and as ${other}. Give the user name, the sub, the e-mail address or the phone number (with +) as it is in the pool.`,
  });
}
