import type {
  AdminDeleteSoftwareTokenRequest,
  AdminDeleteSoftwareTokenResponse,
  AdminGetUserAuthFactorsRequest,
  AdminGetUserAuthFactorsResponse,
  AdminSetUserMFAPreferenceRequest,
  AdminSetUserMFAPreferenceResponse,
  AdminSetUserPasswordRequest,
  AdminSetUserPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Operation, poolOf } from '../operation.js';
import { refuse } from '../refusal.js';
import { signInError } from '../refusals/sign-in.js';
import { softwareTokenRefusals } from '../refusals/software-token.js';
import { passwordRefusals } from '../refusals/users.js';
import type { StoredPool } from '../store.js';
import { userOf } from '../users/find.js';
import { authFactors, setPreference } from '../users/preference.js';

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
  user.passwordSet = call.now();
  user.modified = call.now();
  return {};
};

export const adminSetUserMFAPreference: Operation<
  AdminSetUserMFAPreferenceRequest,
  AdminSetUserMFAPreferenceResponse
> = (request, call) => {
  setPreference(poolOf(request.UserPoolId, call), userOf(request, call), request, call);
  return {};
};

/**
 * "Removes the user's software token registration and any preference for TOTP MFA. It doesn't deactivate the other MFA factors".
 * Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteSoftwareToken.html
 */
export const adminDeleteSoftwareToken: Operation<AdminDeleteSoftwareTokenRequest, AdminDeleteSoftwareTokenResponse> = (
  request,
  call,
) => {
  const user = userOf(request, call);
  if (user.status === 'UNCONFIRMED') throw signInError('user-unconfirmed');
  refuse(softwareTokenRefusals, { user, world: call.world });
  user.totpRegistered = false;
  for (const member of ['totpSecret', 'totpStep', 'pendingTotpSecret', 'totpSwitchedOff'] as const) delete user[member];
  user.settings = user.settings.filter((factor) => factor !== 'SOFTWARE_TOKEN_MFA');
  if (user.preferred === 'SOFTWARE_TOKEN_MFA') delete user.preferred;
  user.modified = call.now();
  return {};
};

export const adminGetUserAuthFactors: Operation<AdminGetUserAuthFactorsRequest, AdminGetUserAuthFactorsResponse> = (
  request,
  call,
) => authFactors(userOf(request, call), poolOf(request.UserPoolId, call), call.world);
