import type {
  AdminGetUserAuthFactorsRequest,
  AdminGetUserAuthFactorsResponse,
  AdminSetUserMFAPreferenceRequest,
  AdminSetUserMFAPreferenceResponse,
  AdminSetUserPasswordRequest,
  AdminSetUserPasswordResponse,
  AuthFactorType,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Checked, type Operation, poolOf } from '../operation.js';
import { refuse } from '../refusal.js';
import { passwordRefusals, preferenceRefusals } from '../refusals/users.js';
import type { StoredPool, StoredUser } from '../store.js';
import { attributeValue } from '../users/attributes.js';
import { userOf } from '../users/find.js';

export function demandPassword(password: string, { pool }: StoredPool): void {
  refuse(passwordRefusals, { password, policy: pool.Policies?.PasswordPolicy ?? {} });
}

export const adminSetUserPassword: Operation<AdminSetUserPasswordRequest, AdminSetUserPasswordResponse> = (
  request,
  call,
) => {
  const user = userOf(request, call);
  demandPassword(request.Password, poolOf(request.UserPoolId, call));
  user.password = request.Password;
  user.status = request.Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
  user.modified = call.now();
  return {};
};

/** The member of the request that speaks for a factor, and AWS's name of the factor. */
const factors = [
  ['SMSMfaSettings', 'SMS_MFA'],
  ['SoftwareTokenMfaSettings', 'SOFTWARE_TOKEN_MFA'],
  ['EmailMfaSettings', 'EMAIL_OTP'],
  ['WebAuthnMfaSettings', 'WEB_AUTHN'],
] as const;

type Preference = Checked<AdminSetUserMFAPreferenceRequest>;

/** A factor that the request leaves out stays as it is. */
export const adminSetUserMFAPreference: Operation<
  AdminSetUserMFAPreferenceRequest,
  AdminSetUserMFAPreferenceResponse
> = (request, call) => {
  const user = userOf(request, call);
  const enabled = factors.filter(([member, factor]) => enables(request, member) ?? user.settings.includes(factor));
  const names = enabled.map(([, factor]) => factor as string);
  const preferred = factors.filter(([member]) => prefers(request, member)).map(([, factor]) => factor as string);
  refuse(preferenceRefusals, { user, enabled: newly(request), preferred, ...addresses(user) });
  user.settings = names;
  setPreferred(user, request, preferred[0]);
  user.modified = call.now();
  return {};
};

type Member = (typeof factors)[number][0];

const enables = (request: Preference, member: Member): boolean | undefined => request[member]?.Enabled;

function prefers(request: Preference, member: Member): boolean {
  const settings = request[member];
  return settings !== undefined && 'PreferredMfa' in settings && settings.PreferredMfa === true;
}

function newly(request: Preference): string[] {
  return factors.filter(([member]) => enables(request, member)).map(([, factor]) => factor);
}

const addresses = ({ attributes }: StoredUser) => ({
  hasPhone: attributeValue(attributes, 'phone_number') !== undefined,
  hasEmail: attributeValue(attributes, 'email') !== undefined,
});

/** The preference goes when its factor goes, or when the request says that it is no longer preferred. */
function setPreferred(user: StoredUser, request: Preference, preferred: string | undefined): void {
  const [member] = factors.find(([, factor]) => factor === user.preferred) ?? [];
  const dropped = member !== undefined && request[member] !== undefined && !prefers(request, member);
  if (preferred !== undefined) user.preferred = preferred;
  else if (dropped || !user.settings.includes(user.preferred ?? '')) delete user.preferred;
}

/** Password and one-time codes as the user's record has them; passkeys belong to the user and are not modelled. */
export const adminGetUserAuthFactors: Operation<AdminGetUserAuthFactorsRequest, AdminGetUserAuthFactorsResponse> = (
  request,
  call,
) => {
  const user = userOf(request, call);
  return {
    Username: user.username,
    ...(user.preferred !== undefined && { PreferredMfaSetting: user.preferred }),
    UserMFASettingList: user.settings,
    ConfiguredUserAuthFactors: configured(user, poolOf(request.UserPoolId, call)),
  };
};

function configured({ attributes }: StoredUser, { pool }: StoredPool): AuthFactorType[] {
  const allowed = pool.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? ['PASSWORD'];
  const has: Partial<Record<AuthFactorType, boolean>> = {
    PASSWORD: true,
    EMAIL_OTP: attributeValue(attributes, 'email_verified') === 'true',
    SMS_OTP: attributeValue(attributes, 'phone_number_verified') === 'true',
  };
  return allowed.filter((factor) => has[factor]);
}
