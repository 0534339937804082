import { factorOf } from './decision.js';
import { effectiveFactor } from './effective-factor.js';
import type { Recorded } from './journal-lines.js';
import { type Channel, type Factor, mayShare, type PoolMfa, resetChannels } from './pool-mfa.js';
import type { ListedUser, UserSettings } from './ports.js';
import { profile, verified } from './profile.js';

/** Why no suspension lets a user reset the password. */
export type Obstacle =
  | 'federated'
  | 'recovery-by-admin'
  | 'disabled'
  | 'unconfirmed'
  | 'invited'
  | 'no-verified-address'
  | 'mfa-required';

/** What a suspension of a user's MFA comes to. */
export type Suspension =
  /** `factor` is switched off, and the code goes `to` there. */
  | {
      readonly kind: 'possible';
      readonly before: Recorded;
      readonly wanted: Recorded;
      readonly factor: Factor;
      readonly to: Channel;
    }
  /** The code goes there as it is. */
  | { readonly kind: 'needless'; readonly to: Channel }
  | { readonly kind: 'impossible'; readonly why: Obstacle };

/**
 * The least that has to be switched off so that the code of a forgotten password can be sent. The guide says that a preferred
 * factor keeps the code from its address, the reference that an enabled one does: this counts both.
 * Sources: https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html (AccountRecoverySetting)
 */
export function suspension(pool: PoolMfa, user: ListedUser, settings: UserSettings | undefined): Suspension {
  const why = ofUser(user) ?? ofRecovery(pool, user);
  if (why) return { kind: 'impossible', why };
  const ways = waysOf(pool, user);
  const taken = takenFactors(pool, user, settings);
  const free = ways.find((channel) => mayShare(pool, channel) || !taken.includes(factorOf(channel)));
  if (free) return { kind: 'needless', to: free };
  if (pool.mode === 'required') return { kind: 'impossible', why: 'mfa-required' };
  return possible(ways[0] as Channel, settings);
}

/** The verified addresses that recovery may use, the first choice first. */
export function waysOf(pool: PoolMfa, user: ListedUser): Channel[] {
  return resetChannels(pool).filter((channel) => verified(user).includes(channel));
}

function possible(to: Channel, settings: UserSettings = { enabled: [], app: false }): Suspension {
  const factor = factorOf(to);
  const { enabled, preferred } = settings;
  return {
    kind: 'possible',
    before: { enabled, ...(preferred && { preferred }) },
    wanted: {
      enabled: enabled.filter((one) => one !== factor),
      ...(preferred && preferred !== factor && { preferred }),
    },
    factor,
    to,
  };
}

function ofUser({ status, enabled }: ListedUser): Obstacle | undefined {
  if (status === 'EXTERNAL_PROVIDER') return 'federated';
  if (!enabled) return 'disabled';
  return BY_STATUS[status];
}

/** AWS answers these with “User password cannot be reset in the current state.”, or finds no verified address. */
const BY_STATUS: Readonly<Record<string, Obstacle>> = {
  UNCONFIRMED: 'unconfirmed',
  FORCE_CHANGE_PASSWORD: 'invited',
};

function ofRecovery(pool: PoolMfa, user: ListedUser): Obstacle | undefined {
  if (resetChannels(pool).length === 0) return 'recovery-by-admin';
  return waysOf(pool, user).length === 0 ? 'no-verified-address' : undefined;
}

/** The factors to whose addresses no code goes. */
function takenFactors(pool: PoolMfa, user: ListedUser, settings: UserSettings | undefined): Factor[] {
  if (pool.mode === 'off') return [];
  const mine = profile(user, settings);
  const { outcome } = effectiveFactor(pool, mine);
  const asked = outcome.kind === 'challenge' ? [outcome.factor] : [];
  return [...mine.enabled, ...(mine.preferred ? [mine.preferred] : []), ...asked];
}
