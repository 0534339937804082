import type { SetUserPoolMfaConfigRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Checked } from '../operation.js';
import type { Refusal } from '../refusal.js';
import type { StoredPool } from '../store.js';
import type { World } from '../world.js';
import { notAvailable } from './words.js';

/** A call of `SetUserPoolMfaConfig` and the pool that it would change. */
export interface MfaCall {
  readonly request: Checked<SetUserPoolMfaConfigRequest>;
  readonly stored: StoredPool;
  readonly world: World;
}

const off = ({ request }: MfaCall): boolean => (request.MfaConfiguration ?? 'OFF') === 'OFF';

/** Whether the pool would have an SMS sender and so, unless the world parts the two, SMS as a factor. */
function smsAfter({ request, stored, world }: MfaCall): boolean {
  if (request.SmsMfaConfiguration) {
    return (request.SmsMfaConfiguration.SmsConfiguration ?? stored.pool.SmsConfiguration) !== undefined;
  }
  return world.smsConfigurationOnOmit !== 'dropped' && !world.smsMfaSeparable && !!stored.pool.SmsConfiguration;
}

/** What AWS refuses of the call itself; what it refuses of the outcome is in mfa.ts. */
export const mfaCallRefusals: readonly Refusal<MfaCall>[] = [
  {
    id: 'mfa-off-with-factor',
    evidence: 'measured',
    words: (call) => {
      const {
        SmsMfaConfiguration: sms,
        SoftwareTokenMfaConfiguration: totp,
        EmailMfaConfiguration: email,
      } = call.request;
      return (
        off(call) &&
        (sms ?? totp ?? email) !== undefined &&
        "Invalid MFA configuration given, can't turn off MFA and configure an MFA together."
      );
    },
  },
  {
    id: 'sms-dropped-under-phone-verification',
    evidence: 'measured',
    words: ({ request, stored }) =>
      !request.SmsMfaConfiguration &&
      stored.pool.AutoVerifiedAttributes?.includes('phone_number') &&
      'SMS configuration is required when phone_number is selected for auto verification',
  },
  {
    id: 'sms-mfa-cannot-be-turned-off',
    evidence: 'reported',
    words: (call) =>
      call.world.smsConfigurationOnOmit === 'refused' &&
      !off(call) &&
      !call.request.SmsMfaConfiguration &&
      call.stored.pool.SmsConfiguration !== undefined &&
      "Can't turn off SMS_MFA when SMS configuration is set for the user pool",
  },
  {
    id: 'mfa-without-factor',
    evidence: 'measured',
    words: (call) => {
      const { SoftwareTokenMfaConfiguration: totp, EmailMfaConfiguration: email } = call.request;
      return (
        !off(call) &&
        !(totp?.Enabled || email || smsAfter(call)) &&
        'Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.'
      );
    },
  },
  {
    id: 'email-mfa-tier',
    evidence: 'documented',
    type: 'FeatureUnavailableInTierException',
    words: ({ request, stored }) =>
      request.EmailMfaConfiguration !== undefined &&
      stored.pool.UserPoolTier === 'LITE' &&
      notAvailable('LITE', 'Email MFA'),
  },
  {
    id: 'passkey-mfa-tier',
    evidence: 'inferred',
    type: 'FeatureUnavailableInTierException',
    words: ({ request, stored }) =>
      request.WebAuthnConfiguration?.FactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION' &&
      stored.pool.UserPoolTier === 'LITE' &&
      notAvailable('LITE', 'Passkey MFA'),
  },
  {
    id: 'relying-party-format',
    evidence: 'measured',
    words: ({ request }) =>
      /[^\w.-]/.test(request.WebAuthnConfiguration?.RelyingPartyId ?? '') &&
      'RelyingPartyId contains invalid characters',
  },
];
