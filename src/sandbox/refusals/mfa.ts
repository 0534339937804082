import type { AuthFactorType } from '@aws-sdk/client-cognito-identity-provider';
import type { Refusal } from '../refusal.js';
import type { PoolSubject } from './pool.js';

const factors = ({ next }: PoolSubject): readonly AuthFactorType[] =>
  next.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? ['PASSWORD'];

const mfaOn = ({ next }: PoolSubject): boolean => next.MfaConfiguration === 'ON';

/** The only recovery channel of a pool, if it has exactly one. */
function onlyRecovery({ next }: PoolSubject): string | undefined {
  const all = next.AccountRecoverySetting?.RecoveryMechanisms ?? [];
  return all.length === 1 ? all[0]?.Name : undefined;
}

function recoveryClash(attribute: string, factor: string): string {
  return `Invalid account recovery setting parameter. Account Recovery Setting cannot use ${attribute} as a recovery mechanism when ${factor} MFA is configured.`;
}

/** What AWS refuses of the factors of a pool, whichever operation would bring it about. */
export const mfaRefusals: readonly Refusal<PoolSubject>[] = [
  {
    id: 'signin-password-required',
    evidence: 'measured',
    words: (subject) =>
      !factors(subject).includes('PASSWORD') &&
      'Password should be configured as one of the allowed first auth factors.',
  },
  {
    id: 'signin-sms-otp-needs-sms',
    evidence: 'measured',
    words: (subject) =>
      factors(subject).includes('SMS_OTP') &&
      !subject.next.SmsConfiguration &&
      'SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration',
  },
  {
    id: 'mfa-on-excludes-otp',
    evidence: 'measured',
    words: (subject) =>
      mfaOn(subject) &&
      factors(subject).some((factor) => factor === 'EMAIL_OTP' || factor === 'SMS_OTP') &&
      'Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled',
  },
  {
    id: 'mfa-on-passkey-single-factor',
    evidence: 'measured',
    words: (subject) =>
      mfaOn(subject) &&
      factors(subject).includes('WEB_AUTHN') &&
      subject.mfa.webAuthn?.FactorConfiguration === 'SINGLE_FACTOR' &&
      'Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor',
  },
  {
    id: 'mfa-on-passkey-unconfigured',
    evidence: 'measured',
    words: (subject) =>
      mfaOn(subject) &&
      factors(subject).includes('WEB_AUTHN') &&
      subject.mfa.webAuthn === undefined &&
      'WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured for MFA.',
  },
  {
    id: 'email-mfa-sender',
    evidence: 'measured',
    words: ({ next, mfa }) =>
      mfa.email !== undefined &&
      next.EmailConfiguration?.EmailSendingAccount !== 'DEVELOPER' &&
      'Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT. Update the value of EmailSendingAccount.',
  },
  {
    id: 'email-mfa-recovery',
    evidence: 'inferred',
    words: (subject) =>
      subject.mfa.email !== undefined &&
      onlyRecovery(subject) === 'verified_email' &&
      recoveryClash('verified_email', 'Email'),
  },
  {
    id: 'sms-mfa-recovery',
    evidence: 'reported',
    words: (subject) =>
      subject.mfa.sms &&
      onlyRecovery(subject) === 'verified_phone_number' &&
      recoveryClash('verified_phone_number', 'SMS'),
  },
];
