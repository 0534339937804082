import type { UserMfa } from './decision.js';
import type { Outcome } from './outcome.js';
import { CHANNEL, type Channel, mayShare, type PoolMfa, resetChannels } from './pool-mfa.js';

/** Where the code of a forgotten password goes, or why it goes nowhere. */
export type Reset =
  | { readonly kind: 'sent'; readonly to: Channel; readonly disputed: boolean }
  /** Recovery is left to an administrator, or the user's provider has the password. */
  | { readonly kind: 'notHere' }
  /** The user has none of the addresses, or none of them is verified. */
  | { readonly kind: 'unverified' }
  /** Every verified address carries the user's second factor. */
  | { readonly kind: 'shared'; readonly with: Channel };

/**
 * What ForgotPassword does for a user. `disputed`: the guide speaks of the factor that a user prefers; the reference of
 * AccountRecoverySetting ("if the user also has SMS multi-factor authentication (MFA) activated") of each that is enabled,
 * and by it the code would not be sent.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html (things to know: users cannot
 * receive MFA and password reset codes at the same address, and are answered with InvalidParameterException)
 */
export function passwordReset(pool: PoolMfa, user: UserMfa, verified: readonly Channel[], asked: Outcome): Reset {
  const channels = resetChannels(pool);
  if (user.federated || channels.length === 0) return { kind: 'notHere' };
  const ways = channels.filter((channel) => verified.includes(channel));
  const taken = takenBy(pool, user, asked);
  const free = ways.find((channel) => channel !== taken || mayShare(pool, channel));
  if (free !== undefined) return { kind: 'sent', to: free, disputed: isEnabled(free, pool, user) };
  return taken !== undefined && ways.length > 0 ? { kind: 'shared', with: taken } : { kind: 'unverified' };
}

function isEnabled(channel: Channel, pool: PoolMfa, { enabled }: UserMfa): boolean {
  return pool.mode !== 'off' && !mayShare(pool, channel) && enabled.some((factor) => CHANNEL[factor] === channel);
}

/** The channel of the factor that the user prefers, or is asked for without a preference. */
function takenBy({ mode }: PoolMfa, { preferred }: UserMfa, asked: Outcome): Channel | undefined {
  if (mode === 'off') return undefined;
  const factor = preferred ?? (asked.kind === 'challenge' ? asked.factor : undefined);
  return factor && CHANNEL[factor];
}
