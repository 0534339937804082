import type { Refusal } from '../refusal.js';
import type { StoredPool, StoredUser } from '../store.js';
import { attributeValue } from '../users/attributes.js';
import type { World } from '../world.js';

/** A choice of second factors, by the user or an administrator. */
export interface PreferenceSubject {
  readonly stored: StoredPool;
  readonly user: StoredUser;
  /** What the request turns on, and off. */
  readonly enabled: readonly string[];
  readonly disabled: readonly string[];
  readonly preferred: readonly string[];
  readonly world: World;
}

const undeliverable = (factor: string): string => `User does not have delivery config set to turn on ${factor}`;
const has = ({ user }: PreferenceSubject, attribute: string): boolean =>
  attributeValue(user.attributes, attribute) !== undefined;

function offered({ stored: { mfa } }: PreferenceSubject, factor: string): boolean {
  if (factor === 'SMS_MFA') return mfa.sms;
  if (factor === 'EMAIL_OTP') return mfa.email !== undefined;
  return factor !== 'SOFTWARE_TOKEN_MFA' || mfa.totp?.Enabled === true;
}

export const preferenceRefusals: readonly Refusal<PreferenceSubject>[] = [
  {
    id: 'preference-not-offered',
    evidence: 'inferred',
    words: (subject) => {
      if (subject.world.unofferedFactor === 'accepted') return undefined;
      const factor = subject.enabled.find((one) => !offered(subject, one));
      return factor && `${factor} is not enabled for the user pool.`;
    },
  },
  {
    id: 'preference-totp-unregistered',
    evidence: 'measured',
    words: ({ user, enabled }) =>
      enabled.includes('SOFTWARE_TOKEN_MFA') && !user.totpRegistered && undeliverable('SOFTWARE_TOKEN_MFA'),
  },
  {
    id: 'preference-sms-without-phone',
    evidence: 'reported',
    words: (subject) =>
      subject.enabled.includes('SMS_MFA') && !has(subject, 'phone_number') && undeliverable('SMS_MFA'),
  },
  {
    id: 'preference-email-without-address',
    evidence: 'inferred',
    words: (subject) => subject.enabled.includes('EMAIL_OTP') && !has(subject, 'email') && undeliverable('EMAIL_OTP'),
  },
  {
    id: 'preference-not-enabled',
    evidence: 'inferred',
    words: ({ enabled, preferred }) =>
      preferred.some((factor) => !enabled.includes(factor)) && 'A factor that is not enabled cannot be preferred.',
  },
  {
    id: 'preference-two-preferred',
    evidence: 'inferred',
    words: ({ preferred }) => preferred.length > 1 && 'Only one MFA can be preferred.',
  },
  {
    // "You can't turn off SMS MFA for any of your users when MFA is required in your user pool" (API reference, SMSMfaSettingsType).
    id: 'preference-required',
    evidence: 'documented',
    words: ({ stored, user, disabled }) => {
      const lost = stored.pool.MfaConfiguration === 'ON' && disabled.find((factor) => user.settings.includes(factor));
      return lost && `Cannot turn off ${lost}: MFA is required in this user pool.`;
    },
  },
];
