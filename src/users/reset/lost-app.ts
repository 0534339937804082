import type { PoolMfa } from '../pool-mfa.js';
import type { ListedUser, UserSettings } from '../ports.js';

/** The way out where the authenticator app is lost; none where the pool offers no apps and AWS lists none. */
export function lostAppWays(
  { offered }: PoolMfa,
  { status }: ListedUser,
  settings: UserSettings | undefined,
  operands: string,
): readonly string[] {
  if (settings === undefined || status === 'UNCONFIRMED') return [];
  if (!settings.app && !offered.includes('totp')) return [];
  return [`Lost app   poolward users reset-totp ${operands} (AdminDeleteSoftwareToken)`];
}
