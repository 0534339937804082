import type {
  AdminCreateUserRequest,
  AdminCreateUserResponse,
  AdminDeleteUserAttributesRequest,
  AdminDeleteUserAttributesResponse,
  AdminDeleteUserRequest,
  AdminDisableUserRequest,
  AdminDisableUserResponse,
  AdminEnableUserRequest,
  AdminEnableUserResponse,
  AdminGetUserRequest,
  AdminGetUserResponse,
  AdminUpdateUserAttributesRequest,
  AdminUpdateUserAttributesResponse,
  ListUsersRequest,
  ListUsersResponse,
  UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Call, type Checked, type Operation, poolOf } from '../operation.js';
import { refuse } from '../refusal.js';
import { attributeRefusals, nameRefusals } from '../refusals/users.js';
import type { StoredUser } from '../store.js';
import { merged, schemaAttribute, withVerification } from '../users/attributes.js';
import { userFilter } from '../users/filter.js';
import { findUser, userOf } from '../users/find.js';
import { invite, temporaryPassword } from '../users/invitation.js';
import { newUser } from '../users/new-user.js';
import { shownSettings } from '../users/preference.js';
import { userPage } from '../users/user-page.js';
import { invalidParameter, ServiceError } from '../wire.js';
import { demandPassword } from './credentials.js';

export const adminCreateUser: Operation<AdminCreateUserRequest, AdminCreateUserResponse> = (request, call) => {
  const pool = poolOf(request.UserPoolId, call);
  const existing = findUser(pool, request.Username);
  if (request.MessageAction === 'RESEND') return resend(existing, request, call);
  if (existing) throw new ServiceError('UsernameExistsException', 'User account already exists');
  refuse(nameRefusals, { pool, name: request.Username });
  const given = request.UserAttributes ?? [];
  refuse(attributeRefusals, { pool, given, updating: false });
  if (request.TemporaryPassword !== undefined) demandPassword(request.TemporaryPassword, pool);
  const user = newUser(request.Username, given, pool, call);
  const password = request.TemporaryPassword ?? temporaryPassword(user, pool);
  user.password = password;
  pool.users.set(user.username, user);
  if (request.MessageAction !== 'SUPPRESS') invite(user, request, pool, call);
  return { User: summary(user) };
};

function resend(
  user: StoredUser | undefined,
  request: Checked<AdminCreateUserRequest>,
  call: Call,
): AdminCreateUserResponse {
  if (!user) throw new ServiceError('UserNotFoundException', 'User does not exist.');
  if (user.status !== 'FORCE_CHANGE_PASSWORD') {
    throw new ServiceError(
      'UnsupportedUserStateException',
      `Resend not possible. ${user.username} status is not FORCE_CHANGE_PASSWORD`,
    );
  }
  user.modified = call.now();
  user.passwordSet = call.now();
  invite(user, request, poolOf(request.UserPoolId, call), call);
  return { User: summary(user) };
}

/** A user as lists show it: without the second factors, which only `AdminGetUser` answers. */
export function summary(user: StoredUser): UserType {
  return {
    Username: user.username,
    Attributes: user.attributes,
    UserCreateDate: user.created,
    UserLastModifiedDate: user.modified,
    Enabled: user.enabled,
    UserStatus: user.status,
  };
}

export const adminGetUser: Operation<AdminGetUserRequest, AdminGetUserResponse> = (request, call) => {
  const user = userOf(request, call);
  const { Attributes: UserAttributes, ...rest } = summary(user);
  return {
    ...rest,
    Username: user.username,
    UserAttributes,
    ...(shownSettings(user, call.world).length > 0 && { UserMFASettingList: shownSettings(user, call.world) }),
    ...(user.preferred !== undefined && { PreferredMfaSetting: user.preferred }),
  };
};

export const adminUpdateUserAttributes: Operation<
  AdminUpdateUserAttributesRequest,
  AdminUpdateUserAttributesResponse
> = (request, call) => {
  const pool = poolOf(request.UserPoolId, call);
  const user = userOf(request, call);
  refuse(attributeRefusals, { pool, given: request.UserAttributes, updating: true });
  const after = merged(user.attributes, request.UserAttributes);
  user.attributes = withVerification(user.attributes, after, request.UserAttributes);
  user.modified = call.now();
  return {};
};

export const adminDeleteUserAttributes: Operation<
  AdminDeleteUserAttributesRequest,
  AdminDeleteUserAttributesResponse
> = (request, call) => {
  const pool = poolOf(request.UserPoolId, call);
  const user = userOf(request, call);
  const given = request.UserAttributeNames.map((Name) => ({ Name, Value: '' }));
  refuse(attributeRefusals, { pool, given, updating: true });
  user.attributes = withVerification(user.attributes, merged(user.attributes, given), []);
  user.modified = call.now();
  return {};
};

function setEnabled(request: { UserPoolId: string; Username: string }, call: Call, enabled: boolean): object {
  const user = userOf(request, call);
  user.enabled = enabled;
  user.modified = call.now();
  return {};
}

export const adminEnableUser: Operation<AdminEnableUserRequest, AdminEnableUserResponse> = (request, call) =>
  setEnabled(request, call, true);

export const adminDisableUser: Operation<AdminDisableUserRequest, AdminDisableUserResponse> = (request, call) =>
  setEnabled(request, call, false);

export const adminDeleteUser: Operation<AdminDeleteUserRequest, object> = (request, call) => {
  const { username } = userOf(request, call);
  poolOf(request.UserPoolId, call).users.delete(username);
  return {};
};

export const listUsers: Operation<ListUsersRequest, ListUsersResponse> = (request, call) => {
  const pool = poolOf(request.UserPoolId, call);
  const wanted = request.AttributesToGet;
  if (wanted?.some((name) => !schemaAttribute(pool, name))) {
    throw invalidParameter('One or more requested attributes do not exist.');
  }
  const { users, next } = userPage(pool, userFilter(request.Filter), request.Limit || 60, request.PaginationToken);
  return { Users: users.map((user) => chosen(summary(user), wanted)), ...(next && { PaginationToken: next }) };
};

function chosen(user: UserType, wanted: readonly string[] | undefined): UserType {
  if (!wanted) return user;
  return { ...user, Attributes: (user.Attributes ?? []).filter(({ Name = '' }) => wanted.includes(Name)) };
}
