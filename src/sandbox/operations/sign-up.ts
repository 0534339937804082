import type {
  AdminConfirmSignUpRequest,
  AdminConfirmSignUpResponse,
  AttributeType,
  ConfirmSignUpRequest,
  ConfirmSignUpResponse,
  ResendConfirmationCodeRequest,
  ResendConfirmationCodeResponse,
  SignUpRequest,
  SignUpResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { clientById, demandSecretHash, type PoolClient } from '../auth/clients.js';
import { demandCode, sendStoredCode, useUp } from '../auth/codes.js';
import { channelOf } from '../auth/factors.js';
import { namedUser } from '../auth/named-user.js';
import { deliveryDetails } from '../messages/send.js';
import { type AsyncOperation, type Call, type Checked, type Operation, poolOf } from '../operation.js';
import { refuse } from '../refusal.js';
import { signInError } from '../refusals/sign-in.js';
import { attributeRefusals, nameRefusals } from '../refusals/users.js';
import type { StoredPool, StoredUser } from '../store.js';
import { afterConfirmation } from '../triggers/confirmation.js';
import { runTrigger, userAttributes } from '../triggers/run-trigger.js';
import { demandAliasFree } from '../users/aliases.js';
import { attributeValue, merged } from '../users/attributes.js';
import { findUser, userOf } from '../users/find.js';
import { newUser } from '../users/new-user.js';
import { demandWritable } from '../users/writable.js';
import { demandPassword } from './credentials.js';

export const signUp: AsyncOperation<SignUpRequest, SignUpResponse> = async (request, call) => {
  const at = clientById(request.ClientId, call);
  demandSecretHash(at.client, request.SecretHash, [request.Username]);
  if (at.stored.pool.AdminCreateUserConfig?.AllowAdminCreateUserOnly) throw signInError('sign-up-closed');
  const user = drafted(request, at, call);
  const wish = await beforeSignUp(request, at, user, call);
  // Functions take time: somebody may have taken the name meanwhile.
  demandNameFree(at.stored, request.Username);
  applyWish(user, wish);
  at.stored.users.set(user.username, user);
  const sub = attributeValue(user.attributes, 'sub') ?? '';
  if (user.status === 'CONFIRMED') {
    await afterConfirmation({ ...at, user }, 'ConfirmSignUp', request.ClientMetadata, call);
    return { UserConfirmed: true, UserSub: sub };
  }
  return { UserConfirmed: false, UserSub: sub, ...sendConfirmation(at.stored, user, call) };
};

function drafted(request: Checked<SignUpRequest>, { stored, client }: PoolClient, call: Call): StoredUser {
  const given = request.UserAttributes ?? [];
  demandNameFree(stored, request.Username);
  refuse(nameRefusals, { pool: stored, name: request.Username });
  refuse(attributeRefusals, { pool: stored, given, updating: false });
  demandWritable(client, given);
  const { Password: password } = request;
  if (password !== undefined) demandPassword(password, stored);
  const user = newUser(request.Username, given, stored, call);
  demandRequired(stored, user.attributes);
  return { ...user, status: 'UNCONFIRMED', ...(password !== undefined && { password }) };
}

function demandNameFree(stored: StoredPool, name: string): void {
  if (!findUser(stored, name)) return;
  const [alias] = stored.pool.UsernameAttributes ?? [];
  throw alias ? signInError('sign-up-alias-taken', { name: alias }) : signInError('sign-up-taken');
}

function demandRequired({ pool }: StoredPool, attributes: readonly AttributeType[]): void {
  const missing = pool.SchemaAttributes?.find(
    ({ Required, Name = '' }) => Required && attributeValue(attributes, Name) === undefined,
  );
  if (missing) throw signInError('sign-up-required-attribute', { name: missing.Name ?? '' });
}

async function beforeSignUp(request: Checked<SignUpRequest>, at: PoolClient, user: StoredUser, call: Call) {
  const { 'cognito:user_status': _status, sub: _sub, ...attributes } = userAttributes(user);
  const answer = await runTrigger(
    {
      trigger: 'PreSignUp',
      occasion: 'SignUp',
      userName: user.username,
      clientId: request.ClientId,
      request: {
        userAttributes: attributes,
        validationData: Object.fromEntries((request.ValidationData ?? []).map(({ Name, Value }) => [Name, Value])),
        ...(request.ClientMetadata && { clientMetadata: request.ClientMetadata }),
      },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    },
    at.stored,
    call,
  );
  return answer ?? {};
}

function applyWish(user: StoredUser, wish: Readonly<Record<string, unknown>>): void {
  const verified = [
    ...(wish['autoVerifyEmail'] === true ? ['email'] : []),
    ...(wish['autoVerifyPhone'] === true ? ['phone_number'] : []),
  ].filter((name) => attributeValue(user.attributes, name) !== undefined);
  user.attributes = merged(
    user.attributes,
    verified.map((name) => ({ Name: `${name}_verified`, Value: 'true' })),
  );
  if (wish['autoConfirmUser'] === true) user.status = 'CONFIRMED';
}

/** To the phone where both are to be verified (developer guide, "Signing up and confirming user accounts"). */
function sendConfirmation(
  stored: StoredPool,
  user: StoredUser,
  call: Call,
): Pick<SignUpResponse, 'CodeDeliveryDetails'> {
  const order = (['phone_number', 'email'] as const).filter((one) => stored.pool.AutoVerifiedAttributes?.includes(one));
  const channel = order.map((one) => channelOf(user, one)).find((one) => one !== undefined);
  if (!channel) return {};
  sendStoredCode({ stored, user }, 'signUp', channel, call);
  return { CodeDeliveryDetails: deliveryDetails(channel) };
}

export const confirmSignUp: AsyncOperation<ConfirmSignUpRequest, ConfirmSignUpResponse> = async (request, call) => {
  const at = namedUser(request, call);
  const { user, stored } = at;
  if (!user) throw signInError('code-expired');
  demandUnconfirmed(user);
  const { attribute } = demandCode(user, 'signUp', request.ConfirmationCode, call);
  const verified = attribute ? [{ Name: `${attribute}_verified`, Value: 'true' }] : [];
  if (attribute) demandAliasFree(stored, user, attribute, request.ForceAliasCreation === true);
  useUp(user, 'signUp');
  user.attributes = merged(user.attributes, verified);
  confirm(user, call);
  await afterConfirmation({ ...at, user }, 'ConfirmSignUp', request.ClientMetadata, call);
  return {};
};

export const adminConfirmSignUp: AsyncOperation<AdminConfirmSignUpRequest, AdminConfirmSignUpResponse> = async (
  request,
  call,
) => {
  const user = userOf(request, call);
  demandUnconfirmed(user);
  confirm(user, call);
  const stored = poolOf(request.UserPoolId, call);
  await afterConfirmation({ stored, user }, 'ConfirmSignUp', request.ClientMetadata, call);
  return {};
};

function demandUnconfirmed({ status }: StoredUser): void {
  if (status !== 'UNCONFIRMED') throw signInError('confirmed-already', { name: status });
}

function confirm(user: StoredUser, call: Call): void {
  user.status = 'CONFIRMED';
  user.modified = call.now();
}

export const resendConfirmationCode: Operation<ResendConfirmationCodeRequest, ResendConfirmationCodeResponse> = (
  request,
  call,
) => {
  const { stored, user } = namedUser(request, call);
  if (!user)
    return { CodeDeliveryDetails: { Destination: 'u***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' } };
  if (user.status !== 'UNCONFIRMED') throw signInError('resend-confirmed');
  const sent = sendConfirmation(stored, user, call);
  if (!sent.CodeDeliveryDetails) throw signInError('resend-not-verified');
  return sent;
};
