import type {
  AddCustomAttributesRequest,
  AddCustomAttributesResponse,
  CreateUserPoolRequest,
  CreateUserPoolResponse,
  DeleteUserPoolRequest,
  DescribeUserPoolRequest,
  DescribeUserPoolResponse,
  ListUserPoolsRequest,
  ListUserPoolsResponse,
  UpdateUserPoolRequest,
  UpdateUserPoolResponse,
  UserPoolDescriptionType,
  UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Call, domainsOf, type Operation, poolArn, poolOf } from '../operation.js';
import { page } from '../paging.js';
import { customAttribute, schemaOf } from '../pool/schema.js';
import { settingsAfter, settingsFor } from '../pool/settings.js';
import { refuse } from '../refusal.js';
import { deletionRefusals, mfaLevelRefusals } from '../refusals/lifecycle.js';
import { poolRefusals } from '../refusals/pool.js';
import { schemaRefusals } from '../refusals/schema.js';
import { emptyPool, type StoredMfa, type StoredPool } from '../store.js';
import { forgetFactors, isTurnedOff } from '../users/forget-factors.js';
import { ServiceError } from '../wire.js';

export const createUserPool: Operation<CreateUserPoolRequest, CreateUserPoolResponse> = (request, call) => {
  const settings = settingsFor(request, call);
  const mfa: StoredMfa = { sms: hasSmsMfa(settings) };
  refuse(schemaRefusals, { declared: request.Schema ?? [], existing: [] });
  refuse(mfaLevelRefusals, { before: settings.MfaConfiguration ?? 'OFF', next: settings, mfa });
  refuse(poolRefusals, { next: settings, request, mfa, context: call });
  const id = call.ids.poolId(call.region);
  const now = call.now();
  const stored = emptyPool(
    {
      Id: id,
      Arn: poolArn(id, call),
      ...settings,
      SchemaAttributes: schemaOf(request.Schema ?? [], call.world.identitiesAttribute),
      CreationDate: now,
      LastModifiedDate: now,
    },
    mfa,
  );
  call.store.pools.set(id, stored);
  return { UserPool: describe(stored, call) };
};

export const hasSmsMfa = (pool: UserPoolType): boolean =>
  (pool.MfaConfiguration ?? 'OFF') !== 'OFF' && pool.SmsConfiguration !== undefined;

export const describeUserPool: Operation<DescribeUserPoolRequest, DescribeUserPoolResponse> = (request, call) => ({
  UserPool: describe(poolOf(request.UserPoolId, call), call),
});

function describe(stored: StoredPool, call: Call): UserPoolType {
  const domains = domainsOf(stored.pool.Id ?? '', call);
  const prefix = domains.find((domain) => !domain.custom);
  const custom = domains.find((domain) => domain.custom);
  return {
    ...stored.pool,
    EstimatedNumberOfUsers: stored.users.size,
    ...(prefix && { Domain: prefix.domain }),
    ...(custom && { CustomDomain: custom.domain }),
  };
}

export const updateUserPool: Operation<UpdateUserPoolRequest, UpdateUserPoolResponse> = (request, call) => {
  const stored = poolOf(request.UserPoolId, call);
  const { UserPoolId: _id, ...settings } = request;
  const next = settingsAfter(settings, stored.pool, call);
  const mfa = mfaAfter(next, stored.mfa, call);
  refuse(mfaLevelRefusals, { before: stored.pool.MfaConfiguration ?? 'OFF', next, mfa });
  refuse(poolRefusals, { next, request: settings, mfa, context: call });
  if (isTurnedOff(stored.pool, next)) forgetFactors(stored, call.world);
  replace(stored.pool, { ...next, LastModifiedDate: call.now() });
  replace(stored.mfa, mfa);
  return {};
};

/** A pool whose MFA is turned off has no factors; otherwise SMS comes and goes with its sender, unless the world parts them. */
function mfaAfter(next: UserPoolType, mfa: StoredMfa, call: Call): StoredMfa {
  const { email: _email, totp: _totp, ...rest } = mfa;
  if (next.MfaConfiguration === 'OFF') return { ...rest, sms: false };
  return { ...mfa, sms: call.world.smsMfaSeparable ? mfa.sms && !!next.SmsConfiguration : hasSmsMfa(next) };
}

/** Gives an object that others hold new content. */
export function replace<T extends object>(target: T, content: T): void {
  for (const name of Object.keys(target) as (keyof T)[]) if (!Object.hasOwn(content, name)) delete target[name];
  Object.assign(target, content);
}

export const deleteUserPool: Operation<DeleteUserPoolRequest, object> = (request, call) => {
  const stored = poolOf(request.UserPoolId, call);
  refuse(deletionRefusals, { pool: stored.pool, domains: domainsOf(request.UserPoolId, call) });
  call.store.pools.delete(request.UserPoolId);
  return {};
};

export const listUserPools: Operation<ListUserPoolsRequest, ListUserPoolsResponse> = (request, { store }) => {
  const { items, next } = page(store.pools, request.MaxResults, request.NextToken);
  return { UserPools: items.map(description), ...(next && { NextToken: next }) };
};

function description({ pool }: StoredPool): UserPoolDescriptionType {
  const { Id, Name, LambdaConfig, Status, LastModifiedDate, CreationDate } = pool;
  return { Id, Name, LambdaConfig, Status, LastModifiedDate, CreationDate };
}

const customAttributeLimit = 50;

export const addCustomAttributes: Operation<AddCustomAttributesRequest, AddCustomAttributesResponse> = (
  request,
  call,
) => {
  const { pool } = poolOf(request.UserPoolId, call);
  const schema = pool.SchemaAttributes ?? [];
  refuse(schemaRefusals, { declared: request.CustomAttributes, existing: schema.map(({ Name = '' }) => Name) });
  const next = [...schema, ...request.CustomAttributes.map(customAttribute)];
  if (next.filter(({ Name = '' }) => Name.includes(':')).length > customAttributeLimit) {
    throw new ServiceError(
      'LimitExceededException',
      `Exceeded the limit of ${customAttributeLimit} custom attributes.`,
    );
  }
  pool.SchemaAttributes = next;
  return {};
};
