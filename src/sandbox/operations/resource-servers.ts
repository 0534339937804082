import type {
  CreateResourceServerRequest,
  CreateResourceServerResponse,
  DeleteResourceServerRequest,
  DescribeResourceServerRequest,
  DescribeResourceServerResponse,
  ListResourceServersRequest,
  ListResourceServersResponse,
  ResourceServerScopeType,
  ResourceServerType,
  UpdateResourceServerRequest,
  UpdateResourceServerResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Call, type Checked, type Operation, poolOf } from '../operation.js';
import { page } from '../paging.js';
import { invalidParameter, notFound } from '../wire.js';

type Named = { UserPoolId: string; Identifier: string };

function serverOf({ UserPoolId, Identifier }: Named, call: Call): ResourceServerType {
  const found = poolOf(UserPoolId, call).resourceServers.get(Identifier);
  if (!found) throw notFound('Resource server does not exist.');
  return found;
}

export const createResourceServer: Operation<CreateResourceServerRequest, CreateResourceServerResponse> = (
  request,
  call,
) => {
  const { resourceServers } = poolOf(request.UserPoolId, call);
  if (resourceServers.has(request.Identifier)) {
    throw invalidParameter(`${request.Identifier} already exists in user pool ${request.UserPoolId}.`);
  }
  return save(request, call);
};

/** Scopes are a set by name, answered sorted (measured), and replaced as a whole. */
function save(request: Checked<CreateResourceServerRequest>, call: Call) {
  const scopes: ResourceServerScopeType[] = request.Scopes ?? [];
  const Scopes = scopes.toSorted((a, b) => ((a.ScopeName ?? '') < (b.ScopeName ?? '') ? -1 : 1));
  const server = { ...request, Scopes };
  poolOf(request.UserPoolId, call).resourceServers.set(request.Identifier, server);
  return { ResourceServer: server };
}

export const describeResourceServer: Operation<DescribeResourceServerRequest, DescribeResourceServerResponse> = (
  request,
  call,
) => ({ ResourceServer: serverOf(request, call) });

export const updateResourceServer: Operation<UpdateResourceServerRequest, UpdateResourceServerResponse> = (
  request,
  call,
) => {
  serverOf(request, call);
  return save(request, call);
};

export const deleteResourceServer: Operation<DeleteResourceServerRequest, object> = (request, call) => {
  serverOf(request, call);
  poolOf(request.UserPoolId, call).resourceServers.delete(request.Identifier);
  return {};
};

export const listResourceServers: Operation<ListResourceServersRequest, ListResourceServersResponse> = (
  request,
  call,
) => {
  const { resourceServers } = poolOf(request.UserPoolId, call);
  const { items, next } = page(resourceServers, request.MaxResults ?? 50, request.NextToken);
  return { ResourceServers: items, ...(next && { NextToken: next }) };
};
