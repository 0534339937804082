import type { UserPoolMfaType, UserPoolType } from '@aws-sdk/client-cognito-identity-provider';
import type { Refusal } from '../refusal.js';
import type { StoredDomain, StoredMfa } from '../store.js';

export interface Deletion {
  readonly pool: UserPoolType;
  readonly domains: readonly StoredDomain[];
}

export const deletionRefusals: readonly Refusal<Deletion>[] = [
  {
    id: 'delete-protected',
    evidence: 'reported',
    words: ({ pool }) =>
      pool.DeletionProtection === 'ACTIVE' &&
      'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
  },
  {
    id: 'delete-with-domain',
    evidence: 'reported',
    words: ({ domains }) =>
      domains.length > 0 && 'User pool cannot be deleted. It has a domain configured that should be deleted first.',
  },
];

/** A change of the MFA level by an operation other than `SetUserPoolMfaConfig`. */
export interface MfaLevelChange {
  readonly before: UserPoolMfaType;
  readonly next: UserPoolType;
  readonly mfa: StoredMfa;
}

export const mfaLevelRefusals: readonly Refusal<MfaLevelChange>[] = [
  {
    id: 'mfa-level-raised-by-update',
    evidence: 'reported',
    words: ({ before, next }) =>
      next.MfaConfiguration === 'ON' &&
      before !== 'ON' &&
      'Cannot turn MFA functionality ON, once the user pool has been created.',
  },
  {
    id: 'mfa-level-without-factor',
    evidence: 'measured',
    words: ({ next, mfa }) =>
      (next.MfaConfiguration ?? 'OFF') !== 'OFF' &&
      !(mfa.totp?.Enabled || mfa.sms || mfa.email) &&
      'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
  },
];
