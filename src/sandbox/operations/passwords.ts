import type {
  AdminResetUserPasswordRequest,
  AdminResetUserPasswordResponse,
  ConfirmForgotPasswordRequest,
  ConfirmForgotPasswordResponse,
  ForgotPasswordRequest,
  ForgotPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { demandCode, sendStoredCode, useUp } from '../auth/codes.js';
import { namedUser } from '../auth/named-user.js';
import { firstOf, recoveryChannel } from '../auth/recovery.js';
import { deliveryDetails } from '../messages/send.js';
import { type AsyncOperation, type Operation, poolOf } from '../operation.js';
import { signInError } from '../refusals/sign-in.js';
import type { StoredUser } from '../store.js';
import { afterConfirmation } from '../triggers/confirmation.js';
import { userOf } from '../users/find.js';
import { demandPassword } from './credentials.js';

/** Who does not exist is told of a mail that nobody gets, where the client is not to know. */
const simulated = {
  CodeDeliveryDetails: { Destination: 'u***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
} as const;

export const forgotPassword: Operation<ForgotPasswordRequest, ForgotPasswordResponse> = (request, call) => {
  const { stored, user } = namedUser(request, call);
  if (!user) return simulated;
  if (!user.enabled) throw signInError('user-disabled');
  if (!resettable.includes(user.status)) throw signInError('reset-state');
  const channel = recoveryChannel(stored, user);
  sendStoredCode({ stored, user }, 'resetPassword', channel, call);
  return { CodeDeliveryDetails: deliveryDetails(channel) };
};

/** Without a verified address an unconfirmed user gets no further than that. */
const resettable: readonly StoredUser['status'][] = ['CONFIRMED', 'RESET_REQUIRED', 'UNCONFIRMED'];

export const confirmForgotPassword: AsyncOperation<
  ConfirmForgotPasswordRequest,
  ConfirmForgotPasswordResponse
> = async (request, call) => {
  const at = namedUser(request, call);
  const { stored, user } = at;
  if (!user) throw signInError('code-wrong');
  demandCode(user, 'resetPassword', request.ConfirmationCode, call);
  demandPassword(request.Password, stored);
  useUp(user, 'resetPassword');
  user.password = request.Password;
  user.status = 'CONFIRMED';
  user.modified = call.now();
  delete user.failures;
  await afterConfirmation({ ...at, user }, 'ConfirmForgotPassword', request.ClientMetadata, call);
  return {};
};

export const adminResetUserPassword: Operation<AdminResetUserPasswordRequest, AdminResetUserPasswordResponse> = (
  request,
  call,
) => {
  const stored = poolOf(request.UserPoolId, call);
  const user = userOf(request, call);
  if (user.status !== 'CONFIRMED' && user.status !== 'RESET_REQUIRED') throw signInError('reset-state');
  const channel = firstOf(user, ['email', 'phone_number']);
  user.status = 'RESET_REQUIRED';
  user.modified = call.now();
  sendStoredCode({ stored, user }, 'resetPassword', channel, call);
  return {};
};
