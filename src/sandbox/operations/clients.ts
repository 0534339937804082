import type {
  CreateUserPoolClientRequest,
  CreateUserPoolClientResponse,
  DeleteUserPoolClientRequest,
  DescribeUserPoolClientRequest,
  DescribeUserPoolClientResponse,
  ListUserPoolClientsRequest,
  ListUserPoolClientsResponse,
  UpdateUserPoolClientRequest,
  UpdateUserPoolClientResponse,
  UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider';
import { clientAfter, clientFor } from '../client-settings.js';
import { type Call, clientOf, type Operation, poolOf } from '../operation.js';
import { page } from '../paging.js';
import { refuse } from '../refusal.js';
import { clientRefusals } from '../refusals/clients.js';
import type { StoredClient, StoredSecret } from '../store.js';
import { secretOf } from './client-secrets.js';
import { replace } from './user-pools.js';

export const createUserPoolClient: Operation<CreateUserPoolClientRequest, CreateUserPoolClientResponse> = (
  request,
  call,
) => {
  const pool = poolOf(request.UserPoolId, call);
  const id = call.ids.clientId();
  const secrets = firstSecret(request.GenerateSecret ?? false, request.ClientSecret, id, call);
  const settings = clientFor(request);
  refuse(clientRefusals, { next: settings, hasSecret: secrets.length > 0, pool, verb: 'creating', context: call });
  const now = call.now();
  const client = {
    UserPoolId: request.UserPoolId,
    ClientId: id,
    ...settings,
    CreationDate: now,
    LastModifiedDate: now,
  };
  const stored: StoredClient = { client, secrets };
  pool.clients.set(id, stored);
  return { UserPoolClient: describe(stored) };
};

function firstSecret(generate: boolean, given: string | undefined, clientId: string, call: Call): StoredSecret[] {
  const value = given ?? (generate ? call.ids.clientSecret() : undefined);
  return value === undefined ? [] : [secretOf(clientId, value, call.now())];
}

export const describeUserPoolClient: Operation<DescribeUserPoolClientRequest, DescribeUserPoolClientResponse> = (
  request,
  call,
) => ({ UserPoolClient: describe(clientOf(poolOf(request.UserPoolId, call), request.ClientId)) });

/** A secret is shown as AWS shows it: in clear text, the oldest one. */
function describe({ client, secrets: [secret] }: StoredClient): UserPoolClientType {
  return { ...client, ...(secret && { ClientSecret: secret.value }) };
}

export const updateUserPoolClient: Operation<UpdateUserPoolClientRequest, UpdateUserPoolClientResponse> = (
  request,
  call,
) => {
  const pool = poolOf(request.UserPoolId, call);
  const stored = clientOf(pool, request.ClientId);
  const next = clientAfter(request, stored.client, call.world);
  refuse(clientRefusals, { next, hasSecret: stored.secrets.length > 0, pool, verb: 'updating', context: call });
  replace(stored.client, { ...next, LastModifiedDate: call.now() });
  return { UserPoolClient: describe(stored) };
};

export const deleteUserPoolClient: Operation<DeleteUserPoolClientRequest, object> = (request, call) => {
  const pool = poolOf(request.UserPoolId, call);
  clientOf(pool, request.ClientId);
  pool.clients.delete(request.ClientId);
  return {};
};

export const listUserPoolClients: Operation<ListUserPoolClientsRequest, ListUserPoolClientsResponse> = (
  request,
  call,
) => {
  const { clients } = poolOf(request.UserPoolId, call);
  // Nothing registers clients dynamically here, so every client is a regular one.
  const listed = request.ClientType === 'DCR' ? [] : clients;
  const { items, next } = page(listed, request.MaxResults ?? 60, request.NextToken);
  const UserPoolClients = items.map(({ client: { ClientId, UserPoolId, ClientName } }) => {
    return { ClientId, UserPoolId, ClientName };
  });
  return { UserPoolClients, ...(next && { NextToken: next }) };
};
