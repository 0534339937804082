import type {
  CreateUserPoolReplicaRequest,
  CreateUserPoolReplicaResponse,
  DeleteUserPoolReplicaRequest,
  DeleteUserPoolReplicaResponse,
  ListUserPoolReplicasRequest,
  ListUserPoolReplicasResponse,
  UpdateUserPoolReplicaRequest,
  UpdateUserPoolReplicaResponse,
  UserPoolReplicaType,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Call, type Operation, poolArn, poolOf } from '../operation.js';
import { page } from '../paging.js';
import { refuse } from '../refusal.js';
import { replicaRefusals } from '../refusals/attachments.js';
import { invalidParameter, notFound } from '../wire.js';

/** A replica is a record of the pool here: the pool cannot be read in the other region. */
export const createUserPoolReplica: Operation<CreateUserPoolReplicaRequest, CreateUserPoolReplicaResponse> = (
  { UserPoolId, RegionName },
  call,
) => {
  const { replicas, pool } = poolOf(UserPoolId, call);
  refuse(replicaRefusals, { pool });
  if (RegionName === call.region || replicas.has(RegionName)) {
    throw invalidParameter(`A replica already exists in ${RegionName}.`);
  }
  const UserPoolArn = poolArn(UserPoolId, { ...call, region: RegionName });
  const replica: UserPoolReplicaType = { RegionName, Status: 'INACTIVE', Role: 'SECONDARY', UserPoolArn };
  replicas.set(RegionName, replica);
  return { UserPoolReplica: replica };
};

function replicaOf({ UserPoolId, RegionName }: { UserPoolId: string; RegionName: string }, call: Call) {
  const found = poolOf(UserPoolId, call).replicas.get(RegionName);
  if (!found) throw notFound(`User pool replica ${RegionName} does not exist.`);
  return found;
}

export const updateUserPoolReplica: Operation<UpdateUserPoolReplicaRequest, UpdateUserPoolReplicaResponse> = (
  request,
  call,
) => {
  const replica = replicaOf(request, call);
  replica.Status = request.Status;
  return { UserPoolReplica: replica };
};

export const deleteUserPoolReplica: Operation<DeleteUserPoolReplicaRequest, DeleteUserPoolReplicaResponse> = (
  request,
  call,
) => {
  const replica = replicaOf(request, call);
  poolOf(request.UserPoolId, call).replicas.delete(request.RegionName);
  return { UserPoolReplica: { ...replica, Status: 'DELETING' } };
};

/** The primary is in the list once the pool has a replica (inferred). */
export const listUserPoolReplicas: Operation<ListUserPoolReplicasRequest, ListUserPoolReplicasResponse> = (
  { UserPoolId, NextToken },
  call,
) => {
  const { replicas, pool } = poolOf(UserPoolId, call);
  const primary: UserPoolReplicaType = {
    RegionName: call.region,
    Status: 'ACTIVE',
    Role: 'PRIMARY',
    UserPoolArn: pool.Arn,
  };
  const all = replicas.size > 0 ? [[call.region, primary] as const, ...replicas] : [];
  const { items, next } = page(all, 60, NextToken);
  return { UserPoolReplicas: items, ...(next && { NextToken: next }) };
};
