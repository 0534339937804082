import type {
  AdminGetUserAuthFactorsRequest,
  AdminGetUserAuthFactorsResponse,
  AdminSetUserMFAPreferenceRequest,
  AdminSetUserMFAPreferenceResponse,
  AdminSetUserPasswordRequest,
  AdminSetUserPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Operation, poolOf } from '../operation.js';
import { refuse } from '../refusal.js';
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

export const adminGetUserAuthFactors: Operation<AdminGetUserAuthFactorsRequest, AdminGetUserAuthFactorsResponse> = (
  request,
  call,
) => authFactors(userOf(request, call), poolOf(request.UserPoolId, call));
