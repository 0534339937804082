// A user's MFA settings in AWS's words and in ours. Types only: a function of a stack has it in its bundle.
import type {
  AdminGetUserAuthFactorsResponse,
  AdminSetUserMFAPreferenceRequest,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Factor } from '../users/pool-mfa.js';
import type { UserSettings } from '../users/ports.js';

const FACTOR: Readonly<Record<string, Factor>> = { EMAIL_OTP: 'email', SMS_MFA: 'sms', SOFTWARE_TOKEN_MFA: 'totp' };

/** What AWS answers of a user; AdminGetUser has part of it. */
export function settingsOf(answer: Omit<AdminGetUserAuthFactorsResponse, 'Username'>): UserSettings {
  const enabled = (answer.UserMFASettingList ?? []).flatMap((name) => FACTOR[name] ?? []);
  const preferred = FACTOR[answer.PreferredMfaSetting ?? ''];
  const app =
    enabled.includes('totp') || (answer.ConfiguredUserAuthFactors ?? []).some((one) => one === 'SOFTWARE_TOKEN');
  const passkey = (answer.UserMFASettingList ?? []).includes('WEB_AUTHN');
  return { enabled, app, ...(passkey && { passkey: true as const }), ...(preferred && { preferred }) };
}

const MEMBER = {
  email: 'EmailMfaSettings',
  sms: 'SMSMfaSettings',
  totp: 'SoftwareTokenMfaSettings',
} as const satisfies Record<Factor, keyof AdminSetUserMFAPreferenceRequest>;

type Preference = Pick<AdminSetUserMFAPreferenceRequest, (typeof MEMBER)[Factor]>;

/** Nothing of an app that the user does not have. */
export function preferenceOf({ enabled, preferred, app }: UserSettings, about: readonly Factor[]): Preference {
  const said = about.filter((factor) => factor !== 'totp' || app || enabled.includes('totp'));
  return Object.fromEntries(
    said.map((factor) => [
      MEMBER[factor],
      { Enabled: enabled.includes(factor), PreferredMfa: enabled.includes(factor) && preferred === factor },
    ]),
  );
}
