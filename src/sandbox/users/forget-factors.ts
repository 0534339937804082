import type { UserPoolType } from '@aws-sdk/client-cognito-identity-provider';
import type { StoredPool } from '../store.js';
import type { World } from '../world.js';

export function isTurnedOff(before: UserPoolType, next: UserPoolType): boolean {
  return (before.MfaConfiguration ?? 'OFF') !== 'OFF' && (next.MfaConfiguration ?? 'OFF') === 'OFF';
}

/** What users have set goes with the pool's MFA, and does not come back with it. */
export function forgetFactors({ users }: StoredPool, { lostWithMfaOff }: World): void {
  if (lostWithMfaOff === 'nothing') return;
  for (const user of users.values()) {
    user.settings = [];
    delete user.preferred;
    if (lostWithMfaOff === 'settings') continue;
    user.totpRegistered = false;
    delete user.totpSecret;
  }
}
