import type {
  CreateTermsRequest,
  CreateTermsResponse,
  DeleteTermsRequest,
  DescribeTermsByClientRequest,
  DescribeTermsByClientResponse,
  DescribeTermsRequest,
  DescribeTermsResponse,
  ListTermsRequest,
  ListTermsResponse,
  TermsType,
  UpdateTermsRequest,
  UpdateTermsResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Call, clientOf, type Operation, poolOf } from '../operation.js';
import { page } from '../paging.js';
import type { StoredPool } from '../store.js';
import { notFound, ServiceError } from '../wire.js';
import { replace } from './user-pools.js';

export const createTerms: Operation<CreateTermsRequest, CreateTermsResponse> = (request, call) => {
  const pool = poolOf(request.UserPoolId, call);
  clientOf(pool, request.ClientId);
  if (termsOfClient(pool, request.ClientId, request.TermsName)) {
    throw new ServiceError('TermsExistsException', `Terms ${request.TermsName} already exist for this client.`);
  }
  const now = call.now();
  const Terms: TermsType = {
    TermsId: call.ids.uuid(),
    ...request,
    Links: request.Links ?? {},
    CreationDate: now,
    LastModifiedDate: now,
  };
  pool.terms.set(Terms.TermsId ?? '', Terms);
  return { Terms };
};

const termsOfClient = ({ terms }: StoredPool, clientId: string, name: string): TermsType | undefined =>
  [...terms.values()].find((entry) => entry.ClientId === clientId && entry.TermsName === name);

function termsOf({ UserPoolId, TermsId }: { UserPoolId: string; TermsId: string }, call: Call): TermsType {
  const found = poolOf(UserPoolId, call).terms.get(TermsId);
  if (!found) throw notFound(`Terms ${TermsId} do not exist.`);
  return found;
}

export const describeTerms: Operation<DescribeTermsRequest, DescribeTermsResponse> = (request, call) => ({
  Terms: termsOf(request, call),
});

export const describeTermsByClient: Operation<DescribeTermsByClientRequest, DescribeTermsByClientResponse> = (
  request,
  call,
) => {
  const found = termsOfClient(poolOf(request.UserPoolId, call), request.ClientId, request.TermsName);
  if (!found) throw notFound(`Terms ${request.TermsName} do not exist for client ${request.ClientId}.`);
  return { Terms: found };
};

export const updateTerms: Operation<UpdateTermsRequest, UpdateTermsResponse> = (request, call) => {
  const terms = termsOf(request, call);
  replace(terms, { ...terms, ...request, LastModifiedDate: call.now() });
  return { Terms: terms };
};

export const deleteTerms: Operation<DeleteTermsRequest, object> = (request, call) => {
  termsOf(request, call);
  poolOf(request.UserPoolId, call).terms.delete(request.TermsId);
  return {};
};

export const listTerms: Operation<ListTermsRequest, ListTermsResponse> = (request, call) => {
  const { items, next } = page(poolOf(request.UserPoolId, call).terms, request.MaxResults ?? 60, request.NextToken);
  const Terms = items.map(({ TermsId, TermsName, Enforcement, CreationDate, LastModifiedDate }) => {
    return { TermsId, TermsName, Enforcement, CreationDate, LastModifiedDate };
  });
  return { Terms, ...(next && { NextToken: next }) };
};
