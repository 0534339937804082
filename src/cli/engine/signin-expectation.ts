import { PoolwardError } from '../../model/errors.js';
import { type PoolState, valueAt } from '../../model/state.js';
import { visible } from '../../report/parts/visible.js';
import type { Known } from '../../signin/challenges.js';
import {
  EMAIL_CHALLENGE,
  type Expectation,
  expectationOf,
  expectedOf,
  type LockedOut,
  PASSWORDLESS,
  type Unknown,
} from '../../signin/expectation.js';
import type { LoadedSpec } from '../../spec/load.js';
import { effectiveFactor } from '../../users/effective-factor.js';
import { poolMfa } from '../../users/pool-mfa.js';
import type { UserReader } from '../../users/ports.js';
import { profile } from '../../users/profile.js';
import type { SignInArgs } from '../engines.js';
import type { Live } from './live.js';
import { unknownUser } from './one-user.js';
import type { ChosenClient } from './signin-client.js';

/** What this user is to be asked for, as the spec has it. */
export async function expectationFor(
  args: SignInArgs,
  { spec, state }: { readonly spec: LoadedSpec; readonly state: PoolState },
  { flow }: ChosenClient,
  known: Known,
  connections: Live,
  poolId: string,
): Promise<Expectation | LockedOut | Unknown> {
  const said = args.expect === undefined ? undefined : expectedOf(args.expect);
  if (said) return { expected: said, also: [], reasons: [] };
  if (flow === 'custom') return ofCustomFlow(state, known);
  if (flow === 'choice' && known.password === undefined) return PASSWORDLESS;
  try {
    return await ofUser(args.user, await connections.users(spec.spec.pool), poolId, state);
  } catch (error) {
    if (error instanceof PoolwardError) throw error;
    return { unknown: `the user could not be looked up (${(error as Error).message}); ${BY_HAND}` };
  }
}

/** Where MFA is on, Cognito may ask for more between the password and the functions. */
function ofCustomFlow(state: PoolState, { password }: Known): Expectation | Unknown {
  const made = valueAt(state, 'emailChallenge.from') !== undefined && poolMfa(state).mode === 'off';
  if (made && password !== undefined) return EMAIL_CHALLENGE;
  return { unknown: `functions of the pool decide what a custom flow asks for; ${BY_HAND}` };
}

const BY_HAND = 'say it with --expect';

async function ofUser(
  name: string,
  users: UserReader,
  poolId: string,
  state: PoolState,
): Promise<Expectation | LockedOut> {
  const user = await users.find(poolId, name);
  if (user === undefined) throw unknownUser(name, poolId);
  if (user.status === 'EXTERNAL_PROVIDER') throw federated(name);
  const mine = profile(user, await users.settings(poolId, user.username));
  const pool = poolMfa(state);
  const withApp = mine.app ? undefined : effectiveFactor(pool, { ...mine, app: true });
  return expectationOf(effectiveFactor(pool, mine), user.status, withApp);
}

function federated(name: string): PoolwardError {
  return new PoolwardError('federated-user', `${visible(name)} signs in with an identity provider.`, {
    fault: 'user',
    help: 'Cognito asks such users for nothing; make a user with a password for this.',
  });
}
