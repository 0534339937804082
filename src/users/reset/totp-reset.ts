import { effectiveFactor } from '../effective-factor.js';
import type { Recorded } from '../journal-lines.js';
import type { Outcome } from '../outcome.js';
import type { PoolMfa } from '../pool-mfa.js';
import type { ListedUser, UserSettings } from '../ports.js';
import { profile } from '../profile.js';

/** Why the app of a user is not deleted. */
export type ResetObstacle = 'federated' | 'unconfirmed' | 'locks-out';

/** What deleting the authenticator app of a user comes to. */
export type TotpReset =
  | {
      readonly kind: 'possible';
      readonly before: Recorded;
      readonly wanted: Recorded;
      /** AWS lists an app. One that is registered and not enabled is in no list, and is deleted too. */
      readonly listed: boolean;
      /** What the next sign-in asks for after the password. */
      readonly next: Outcome;
    }
  | { readonly kind: 'impossible'; readonly why: ResetObstacle };

/**
 * "Removes the user's software token registration and any preference for TOTP MFA. It doesn't deactivate the other MFA factors";
 * a user who is not confirmed is refused (UserNotConfirmedException).
 * Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteSoftwareToken.html
 */
export function totpReset(pool: PoolMfa, user: ListedUser, settings: UserSettings | undefined): TotpReset {
  if (user.status === 'EXTERNAL_PROVIDER') return { kind: 'impossible', why: 'federated' };
  if (user.status === 'UNCONFIRMED') return { kind: 'impossible', why: 'unconfirmed' };
  const { enabled, preferred, app } = settings ?? { enabled: [], preferred: undefined, app: false };
  const before = recorded(enabled, preferred);
  const wanted = recorded(
    enabled.filter((factor) => factor !== 'totp'),
    preferred === 'totp' ? undefined : preferred,
  );
  const { outcome: next } = effectiveFactor(pool, profile(user, { ...wanted, app: false }));
  if (next.kind === 'lockedOut') return { kind: 'impossible', why: 'locks-out' };
  return { kind: 'possible', before, wanted, listed: app, next };
}

function recorded(enabled: Recorded['enabled'], preferred: Recorded['preferred']): Recorded {
  return { enabled, ...(preferred && { preferred }) };
}
