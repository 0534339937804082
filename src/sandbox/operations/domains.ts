import type {
  CreateUserPoolDomainRequest,
  CreateUserPoolDomainResponse,
  DeleteUserPoolDomainRequest,
  DescribeUserPoolDomainRequest,
  DescribeUserPoolDomainResponse,
  DomainDescriptionType,
  UpdateUserPoolDomainRequest,
  UpdateUserPoolDomainResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Call, type Checked, domainsOf, type Operation, poolOf } from '../operation.js';
import { refuse } from '../refusal.js';
import { domainRefusals } from '../refusals/domains.js';
import type { StoredDomain } from '../store.js';
import { invalidParameter } from '../wire.js';

type Request = Checked<CreateUserPoolDomainRequest | UpdateUserPoolDomainRequest>;

export const createUserPoolDomain: Operation<CreateUserPoolDomainRequest, CreateUserPoolDomainResponse> = (
  request,
  call,
) => {
  refuse(domainRefusals, subject(request, call, true));
  const stored = {
    domain: request.Domain,
    poolId: request.UserPoolId,
    cloudFront: call.ids.cloudFront(),
    ...settings(request),
  };
  call.store.domains.set(request.Domain, stored);
  return outcome(stored);
};

function subject(request: Request, call: Call, creating: boolean) {
  const pool = poolOf(request.UserPoolId, call);
  const owner = call.store.domains.get(request.Domain);
  const custom = request.CustomDomainConfig ?? (creating ? undefined : owner?.custom);
  const managedLoginVersion = request.ManagedLoginVersion;
  const others = domainsOf(request.UserPoolId, call);
  const { region } = call;
  return { domain: request.Domain, custom, managedLoginVersion, pool, owner, others, creating, region };
}

function settings({ CustomDomainConfig, ManagedLoginVersion, Routing }: Request): Partial<StoredDomain> {
  return {
    ...(CustomDomainConfig && { custom: CustomDomainConfig }),
    ...(ManagedLoginVersion !== undefined && { managedLoginVersion: ManagedLoginVersion }),
    ...(Routing && { routing: Routing }),
  };
}

function outcome({ custom, cloudFront, managedLoginVersion, routing }: StoredDomain): CreateUserPoolDomainResponse {
  return {
    ...(managedLoginVersion !== undefined && { ManagedLoginVersion: managedLoginVersion }),
    ...(custom && { CloudFrontDomain: cloudFront }),
    ...(routing && { Routing: routing }),
  };
}

/** A domain that nobody has is answered with an empty description, not with an error. */
export const describeUserPoolDomain: Operation<DescribeUserPoolDomainRequest, DescribeUserPoolDomainResponse> = (
  { Domain },
  call,
) => {
  const stored = call.store.domains.get(Domain);
  return { DomainDescription: stored ? describe(stored, call) : {} };
};

function describe(stored: StoredDomain, { account }: Call): DomainDescriptionType {
  return {
    UserPoolId: stored.poolId,
    AWSAccountId: account,
    Domain: stored.domain,
    S3Bucket: 'aws-cognito-prod-sandbox-assets',
    CloudFrontDistribution: stored.cloudFront,
    Version: '20160418000000',
    Status: stored.status ?? 'ACTIVE',
    CustomDomainConfig: stored.custom ?? ({} as NonNullable<DomainDescriptionType['CustomDomainConfig']>),
    ...(stored.managedLoginVersion !== undefined && { ManagedLoginVersion: stored.managedLoginVersion }),
    ...(stored.routing && { Routing: stored.routing }),
  };
}

export const updateUserPoolDomain: Operation<UpdateUserPoolDomainRequest, UpdateUserPoolDomainResponse> = (
  request,
  call,
) => {
  const stored = owned(request, call);
  refuse(domainRefusals, subject(request, call, false));
  Object.assign(stored, settings(request));
  return outcome(stored);
};

export const deleteUserPoolDomain: Operation<DeleteUserPoolDomainRequest, object> = (request, call) => {
  owned(request, call);
  call.store.domains.delete(request.Domain);
  return {};
};

function owned({ Domain, UserPoolId }: { Domain: string; UserPoolId: string }, call: Call): StoredDomain {
  const stored = call.store.domains.get(Domain);
  if (stored?.poolId !== UserPoolId) throw invalidParameter('No such domain or user pool exists.');
  return stored;
}
