/** What users do with their access tokens. */
import type {
  AttributeType,
  ChangePasswordRequest,
  ChangePasswordResponse,
  CodeDeliveryDetailsType,
  DeleteUserAttributesRequest,
  DeleteUserAttributesResponse,
  DeleteUserRequest,
  GetUserAttributeVerificationCodeRequest,
  GetUserAttributeVerificationCodeResponse,
  GetUserAuthFactorsRequest,
  GetUserAuthFactorsResponse,
  GetUserRequest,
  GetUserResponse,
  SetUserMFAPreferenceRequest,
  SetUserMFAPreferenceResponse,
  UpdateUserAttributesRequest,
  UpdateUserAttributesResponse,
  VerifyUserAttributeRequest,
  VerifyUserAttributeResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { demandCode, sendStoredCode, useUp } from '../auth/codes.js';
import { channelOf } from '../auth/factors.js';
import { demandRight } from '../auth/password.js';
import { bearerOf, type SignedIn } from '../auth/tokens.js';
import { type Channel, deliveryDetails } from '../messages/send.js';
import type { Call, Operation } from '../operation.js';
import { refuse } from '../refusal.js';
import { signInError } from '../refusals/sign-in.js';
import { attributeRefusals } from '../refusals/users.js';
import { demandAliasFree } from '../users/aliases.js';
import { attributeValue, merged, withVerification } from '../users/attributes.js';
import { authFactors, setPreference, shownSettings } from '../users/preference.js';
import { demandWritable } from '../users/writable.js';
import { demandPassword } from './credentials.js';

export const getUser: Operation<GetUserRequest, GetUserResponse> = ({ AccessToken }, call) => {
  const { user, client } = bearerOf(AccessToken, call);
  const readable = client.client.ReadAttributes;
  const shown = user.attributes.filter(({ Name = '' }) => Name === 'sub' || (readable?.includes(Name) ?? true));
  return {
    Username: user.username,
    UserAttributes: shown,
    ...(shownSettings(user, call.world).length > 0 && { UserMFASettingList: shownSettings(user, call.world) }),
    ...(user.preferred !== undefined && { PreferredMfaSetting: user.preferred }),
  };
};

export const getUserAuthFactors: Operation<GetUserAuthFactorsRequest, GetUserAuthFactorsResponse> = (
  { AccessToken },
  call,
) => {
  const { user, stored } = bearerOf(AccessToken, call);
  return authFactors(user, stored, call.world);
};

export const setUserMFAPreference: Operation<SetUserMFAPreferenceRequest, SetUserMFAPreferenceResponse> = (
  request,
  call,
) => {
  const { user, stored } = bearerOf(request.AccessToken, call);
  setPreference(stored, user, request, call);
  return {};
};

export const changePassword: Operation<ChangePasswordRequest, ChangePasswordResponse> = (request, call) => {
  const { user, stored } = bearerOf(request.AccessToken, call);
  if (user.password !== undefined) demandRight(request.PreviousPassword === user.password, user, call);
  demandPassword(request.ProposedPassword, stored);
  user.password = request.ProposedPassword;
  user.modified = call.now();
  return {};
};

export const deleteUser: Operation<DeleteUserRequest, object> = ({ AccessToken }, call) => {
  const { user, stored } = bearerOf(AccessToken, call);
  stored.users.delete(user.username);
  return {};
};

const verifiable = ['email', 'phone_number'] as const;
type Verifiable = (typeof verifiable)[number];

export const updateUserAttributes: Operation<UpdateUserAttributesRequest, UpdateUserAttributesResponse> = (
  { AccessToken, UserAttributes: given },
  call,
) => {
  const at = bearerOf(AccessToken, call);
  const { user, stored, client } = at;
  demandWritable(client, given);
  refuse(attributeRefusals, { pool: stored, given, updating: true });
  const waiting = verifiable.filter((name) => waits(at, name, given));
  const now = given.filter(({ Name }) => !waiting.some((name) => name === Name));
  user.attributes = withVerification(user.attributes, merged(user.attributes, now), now);
  user.modified = call.now();
  const CodeDeliveryDetailsList = verifiable.flatMap((name) => verify(at, name, given, waiting.includes(name), call));
  return { CodeDeliveryDetailsList };
};

/** Whether a new address takes effect only once its code has come back. */
function waits({ user, stored }: SignedIn, name: Verifiable, given: readonly AttributeType[]): boolean {
  const settings = stored.pool.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate;
  const value = attributeValue(given, name);
  return !!settings?.includes(name) && !!value && value !== attributeValue(user.attributes, name);
}

function verify(
  { stored, user }: SignedIn,
  attribute: Verifiable,
  given: readonly AttributeType[],
  waiting: boolean,
  call: Call,
): CodeDeliveryDetailsType[] {
  const address = attributeValue(given, attribute);
  if (!address || !(waiting || stored.pool.AutoVerifiedAttributes?.includes(attribute))) return [];
  const channel: Channel = { medium: attribute === 'email' ? 'EMAIL' : 'SMS', attribute, address };
  sendStoredCode({ stored, user }, attribute, channel, call, waiting ? address : undefined);
  return [deliveryDetails(channel)];
}

export const deleteUserAttributes: Operation<DeleteUserAttributesRequest, DeleteUserAttributesResponse> = (
  { AccessToken, UserAttributeNames },
  call,
) => {
  const { user, stored, client } = bearerOf(AccessToken, call);
  const given = UserAttributeNames.map((Name) => ({ Name, Value: '' }));
  demandWritable(client, given);
  refuse(attributeRefusals, { pool: stored, given, updating: true });
  user.attributes = withVerification(user.attributes, merged(user.attributes, given), []);
  user.modified = call.now();
  return {};
};

function verifiableName(name: string): Verifiable {
  const found = verifiable.find((one) => one === name);
  if (!found) throw signInError('attribute-not-verifiable', { name });
  return found;
}

export const getUserAttributeVerificationCode: Operation<
  GetUserAttributeVerificationCodeRequest,
  GetUserAttributeVerificationCodeResponse
> = ({ AccessToken, AttributeName }, call) => {
  const { stored, user } = bearerOf(AccessToken, call);
  const attribute = verifiableName(AttributeName);
  const channel = channelOf(user, attribute);
  if (!channel) throw signInError('attribute-not-set', { name: AttributeName });
  sendStoredCode({ stored, user }, attribute, channel, call);
  return { CodeDeliveryDetails: deliveryDetails(channel) };
};

export const verifyUserAttribute: Operation<VerifyUserAttributeRequest, VerifyUserAttributeResponse> = (
  { AccessToken, AttributeName, Code },
  call,
) => {
  const { stored, user } = bearerOf(AccessToken, call);
  const attribute = verifiableName(AttributeName);
  const { pending } = demandCode(user, attribute, Code, call);
  const changed = pending === undefined ? [] : [{ Name: attribute, Value: pending }];
  const attributes = merged(user.attributes, [...changed, { Name: `${attribute}_verified`, Value: 'true' }]);
  demandAliasFree(stored, { ...user, attributes }, attribute, false);
  useUp(user, attribute);
  user.attributes = attributes;
  user.modified = call.now();
  return {};
};
