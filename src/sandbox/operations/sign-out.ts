import type {
  AdminUserGlobalSignOutRequest,
  AdminUserGlobalSignOutResponse,
  GlobalSignOutRequest,
  GlobalSignOutResponse,
  RevokeTokenRequest,
  RevokeTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { clientById } from '../auth/clients.js';
import { bearerOf } from '../auth/tokens.js';
import { type Operation, poolOf } from '../operation.js';
import { signInError } from '../refusals/sign-in.js';
import type { StoredPool, StoredUser } from '../store.js';
import { userOf } from '../users/find.js';

/** Every sign-in of the user so far is over, and its tokens with it. */
function signOut({ refreshTokens, revoked }: StoredPool, { username }: StoredUser): object {
  for (const grant of refreshTokens.values()) {
    if (grant.username !== username) continue;
    grant.revoked = true;
    revoked.add(grant.originJti);
  }
  return {};
}

export const globalSignOut: Operation<GlobalSignOutRequest, GlobalSignOutResponse> = ({ AccessToken }, call) => {
  const { stored, user } = bearerOf(AccessToken, call);
  return signOut(stored, user);
};

export const adminUserGlobalSignOut: Operation<AdminUserGlobalSignOutRequest, AdminUserGlobalSignOutResponse> = (
  request,
  call,
) => signOut(poolOf(request.UserPoolId, call), userOf(request, call));

/** The refresh token and every access token that came of it. A token that is not known is no error (RFC 7009). */
export const revokeToken: Operation<RevokeTokenRequest, RevokeTokenResponse> = (request, call) => {
  const { stored, client } = clientById(request.ClientId, call);
  const proven = client.secrets.length === 0 || client.secrets.some(({ value }) => value === request.ClientSecret);
  if (!proven) throw signInError('client-secret-wrong');
  if (client.client.EnableTokenRevocation === false) throw signInError('revocation-off');
  const grant = stored.refreshTokens.get(request.Token);
  if (grant?.clientId === request.ClientId) {
    grant.revoked = true;
    stored.revoked.add(grant.originJti);
  }
  return {};
};
