import type {
  AdminAddUserToGroupRequest,
  AdminListGroupsForUserRequest,
  AdminListGroupsForUserResponse,
  AdminRemoveUserFromGroupRequest,
  CreateGroupRequest,
  CreateGroupResponse,
  DeleteGroupRequest,
  GetGroupRequest,
  GetGroupResponse,
  GroupType,
  ListGroupsRequest,
  ListGroupsResponse,
  ListUsersInGroupRequest,
  ListUsersInGroupResponse,
  UpdateGroupRequest,
  UpdateGroupResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Call, type Checked, type Operation, poolOf } from '../operation.js';
import { page } from '../paging.js';
import { refuse } from '../refusal.js';
import { groupRefusals } from '../refusals/groups.js';
import type { StoredUser } from '../store.js';
import { userOf } from '../users/find.js';
import { userPage } from '../users/user-page.js';
import { notFound, ServiceError } from '../wire.js';
import { replace } from './user-pools.js';
import { summary } from './users.js';

type Named = { UserPoolId: string; GroupName: string };

function groupOf({ UserPoolId, GroupName }: Named, call: Call): GroupType {
  const found = poolOf(UserPoolId, call).groups.get(GroupName);
  if (!found) throw notFound('Group not found.');
  return found;
}

export const createGroup: Operation<CreateGroupRequest, CreateGroupResponse> = (request, call) => {
  const { groups } = poolOf(request.UserPoolId, call);
  if (groups.has(request.GroupName)) {
    throw new ServiceError('GroupExistsException', 'A group with the name already exists.');
  }
  refuse(groupRefusals, { request, context: call });
  const group = { ...settings(request), CreationDate: call.now(), LastModifiedDate: call.now() };
  groups.set(request.GroupName, group);
  return { Group: group };
};

function settings(request: Checked<CreateGroupRequest>): GroupType {
  const { RoleArn, ...rest } = request;
  return { ...rest, ...(RoleArn && { RoleArn }) };
}

export const getGroup: Operation<GetGroupRequest, GetGroupResponse> = (request, call) => ({
  Group: groupOf(request, call),
});

/** What the request leaves out stays (inferred: Terraform removes a description by sending an empty one). */
export const updateGroup: Operation<UpdateGroupRequest, UpdateGroupResponse> = (request, call) => {
  const group = groupOf(request, call);
  refuse(groupRefusals, { request, context: call });
  const { RoleArn: _role, ...rest } = group;
  const before = request.RoleArn === '' ? rest : group;
  replace(group, { ...before, ...settings(request), LastModifiedDate: call.now() });
  return { Group: group };
};

export const deleteGroup: Operation<DeleteGroupRequest, object> = (request, call) => {
  groupOf(request, call);
  const pool = poolOf(request.UserPoolId, call);
  pool.groups.delete(request.GroupName);
  for (const user of pool.users.values()) user.groups.delete(request.GroupName);
  return {};
};

export const listGroups: Operation<ListGroupsRequest, ListGroupsResponse> = (request, call) => {
  const { items, next } = page(poolOf(request.UserPoolId, call).groups, request.Limit || 60, request.NextToken);
  return { Groups: items, ...(next && { NextToken: next }) };
};

export const adminAddUserToGroup: Operation<AdminAddUserToGroupRequest, object> = (request, call) => {
  groupOf(request, call);
  userOf(request, call).groups.add(request.GroupName);
  return {};
};

export const adminRemoveUserFromGroup: Operation<AdminRemoveUserFromGroupRequest, object> = (request, call) => {
  groupOf(request, call);
  userOf(request, call).groups.delete(request.GroupName);
  return {};
};

export const adminListGroupsForUser: Operation<AdminListGroupsForUserRequest, AdminListGroupsForUserResponse> = (
  request,
  call,
) => {
  const user = userOf(request, call);
  const own = [...poolOf(request.UserPoolId, call).groups].filter(([name]) => user.groups.has(name));
  const { items, next } = page(own, request.Limit || 60, request.NextToken);
  return { Groups: items, ...(next && { NextToken: next }) };
};

export const listUsersInGroup: Operation<ListUsersInGroupRequest, ListUsersInGroupResponse> = (request, call) => {
  groupOf(request, call);
  const isMember = ({ groups }: StoredUser): boolean => groups.has(request.GroupName);
  const { users, next } = userPage(poolOf(request.UserPoolId, call), isMember, request.Limit || 60, request.NextToken);
  return { Users: users.map(summary), ...(next && { NextToken: next }) };
};
