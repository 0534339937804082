// The steps are those of the developer guide, "Details of MFA logic at user runtime"; the numbers in the sources are its own.
import {
  after,
  type Case,
  challenge,
  choice,
  type Decided,
  end,
  GUIDE,
  NAME,
  PREFERENCES,
  said,
  step,
  type UserMfa,
  usable,
} from './decision.js';
import { demanded, preferred } from './demanded.js';
import { type Observed, observationOf } from './observations.js';
import type { Outcome } from './outcome.js';
import type { MfaMode, PoolMfa } from './pool-mfa.js';

export type { UserMfa } from './decision.js';

/** What a user is asked for as documented, and why. */
export interface Effective extends Decided {
  /** What a risky sign-in is asked for instead, where threat protection acts. */
  readonly whenRisky?: Outcome;
  /** What was seen of such a user on a real pool, where that is not the documented outcome. */
  readonly observed?: Observed;
}

/** What Cognito asks of a user who gave the right password. */
export function effectiveFactor(pool: PoolMfa, user: UserMfa): Effective {
  const one: Case = { ...user, pool, primary: pool.recovery[0] };
  const decided = decide(one);
  const risky = pool.adaptive && decided.outcome.kind === 'none' && !user.federated && pool.mode !== 'off';
  const observed = observationOf(pool, user, decided.outcome);
  return { ...decided, ...(risky && { whenRisky: demanded(one).outcome }), ...(observed && { observed }) };
}

function decide(one: Case): Decided {
  if (one.federated)
    return end(
      { kind: 'none' },
      'federated',
      'Cognito leaves the sign-in of federated users to their provider.',
      GUIDE,
    );
  return BY_MODE[one.pool.mode](one);
}

const BY_MODE: Readonly<Record<MfaMode, (one: Case) => Decided>> = {
  off: () => end({ kind: 'none' }, 'mfa-off', 'MFA is off in the pool (mfa.mode: off).', step('2')),
  optional: (one) =>
    after(said('mfa-optional', 'MFA is optional in the pool (mfa.mode: optional).', step('2')), asked(one)),
  required: (one) =>
    after(said('mfa-required', 'MFA is required in the pool (mfa.mode: required).', step('3')), demanded(one)),
};

/** MFA is optional: who has set nothing up is asked for nothing. */
function asked(one: Case): Decided {
  const own = preferred(one);
  if (own) return own;
  const [first, ...rest] = usable(one, one.enabled);
  if (first && rest.length > 0)
    return end(
      choice([first, ...rest]),
      'several-enabled',
      'Several factors are enabled for the user, and none is preferred.',
      PREFERENCES,
    );
  if (one.app)
    return end(challenge('totp'), 'app-registered', 'The user has registered an authenticator app.', step('2.1'));
  if (first) return end(challenge(first), 'one-enabled', `The user has ${NAME[first]} enabled.`, PREFERENCES);
  return end({ kind: 'none' }, 'nothing-set-up', 'The user has set up no second factor.', step('2.2'));
}
