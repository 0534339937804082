import type {
  AddUserPoolClientSecretRequest,
  AddUserPoolClientSecretResponse,
  DeleteUserPoolClientSecretRequest,
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { clientOf, type Operation, poolOf } from '../operation.js';
import { page } from '../paging.js';
import type { StoredSecret } from '../store.js';
import { invalidParameter, notFound, ServiceError } from '../wire.js';

/** `<client id>--<creation in epoch milliseconds>` (API reference, ClientSecretDescriptorType). */
export function secretOf(
  clientId: string,
  value: string,
  created: Date,
  before: readonly StoredSecret[] = [],
): StoredSecret {
  let epoch = created.getTime();
  while (before.some((secret) => secret.id === `${clientId}--${epoch}`)) epoch += 1;
  return { id: `${clientId}--${epoch}`, value, created };
}

/** The value is answered once, and only when Cognito made it up. */
export const addUserPoolClientSecret: Operation<AddUserPoolClientSecretRequest, AddUserPoolClientSecretResponse> = (
  request,
  call,
) => {
  const { secrets } = clientOf(poolOf(request.UserPoolId, call), request.ClientId);
  if (secrets.length >= 2) throw new ServiceError('LimitExceededException', 'A client can have at most 2 secrets.');
  const value = request.ClientSecret ?? call.ids.clientSecret();
  const secret = secretOf(request.ClientId, value, call.now(), secrets);
  secrets.push(secret);
  const shown = request.ClientSecret === undefined ? { ClientSecretValue: value } : {};
  return { ClientSecretDescriptor: { ...descriptor(secret), ...shown } };
};

const descriptor = ({ id, created }: StoredSecret) => ({ ClientSecretId: id, ClientSecretCreateDate: created });

export const listUserPoolClientSecrets: Operation<
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse
> = (request, call) => {
  const { secrets } = clientOf(poolOf(request.UserPoolId, call), request.ClientId);
  const entries = secrets.map((secret) => [secret.id, descriptor(secret)] as const);
  const { items, next } = page(entries, 60, request.NextToken);
  return { ClientSecrets: items, ...(next && { NextToken: next }) };
};

export const deleteUserPoolClientSecret: Operation<DeleteUserPoolClientSecretRequest, object> = (request, call) => {
  const { secrets } = clientOf(poolOf(request.UserPoolId, call), request.ClientId);
  const index = secrets.findIndex((secret) => secret.id === request.ClientSecretId);
  if (index < 0) throw notFound(`Client secret ${request.ClientSecretId} does not exist.`);
  if (secrets.length === 1) throw invalidParameter('The last secret of a client cannot be deleted.');
  secrets.splice(index, 1);
  return {};
};
