import { type Effective, effectiveFactor, type UserMfa } from '../effective-factor.js';
import { outcomeKey } from '../outcome.js';
import type { PoolMfa } from '../pool-mfa.js';

/**
 * What a user is asked for who has registered an authenticator app that is not enabled. AWS lists the factors that are enabled
 * (UserMFASettingList), so such an app is in no read. Undefined where the pool offers no apps, where one would make no difference,
 * and where it is known.
 */
export function withHiddenApp(pool: PoolMfa, user: UserMfa, without: Effective): Effective | undefined {
  if (user.app || user.federated || !pool.offered.includes('totp')) return undefined;
  const other = effectiveFactor(pool, { ...user, app: true });
  return outcomeKey(other.outcome) === outcomeKey(without.outcome) && !other.observed ? undefined : other;
}

/** Whether the user has an app, as far as AWS says. */
export function appWords({ app }: Pick<UserMfa, 'app'>): string {
  return `authenticator app: ${app ? 'yes' : 'none listed'}`;
}

/** AWS lists no app that is not enabled. */
export const UNLISTED = 'AWS lists no app that is registered and not enabled';
