/** The requests of these operations. Source: as in values.ts. */

import * as s from './part-structures.js';
import { boolean, list, structure } from './shape.js';
import * as v from './values.js';

export const users = {
  AdminCreateUser: structure(
    {
      UserPoolId: v.userPoolId,
      Username: v.username,
      UserAttributes: list(s.attribute),
      ValidationData: list(s.attribute),
      TemporaryPassword: v.password,
      ForceAliasCreation: boolean,
      MessageAction: v.messageAction,
      DesiredDeliveryMediums: v.deliveryMediumList,
      ClientMetadata: v.clientMetadata,
    },
    ['UserPoolId', 'Username'],
  ),
  AdminGetUser: structure({ UserPoolId: v.userPoolId, Username: v.username }, ['UserPoolId', 'Username']),
  AdminUpdateUserAttributes: structure(
    {
      UserPoolId: v.userPoolId,
      Username: v.username,
      UserAttributes: list(s.attribute),
      ClientMetadata: v.clientMetadata,
    },
    ['UserPoolId', 'Username', 'UserAttributes'],
  ),
  AdminDeleteUserAttributes: structure(
    { UserPoolId: v.userPoolId, Username: v.username, UserAttributeNames: v.attributeNameList },
    ['UserPoolId', 'Username', 'UserAttributeNames'],
  ),
  AdminEnableUser: structure({ UserPoolId: v.userPoolId, Username: v.username }, ['UserPoolId', 'Username']),
  AdminDisableUser: structure({ UserPoolId: v.userPoolId, Username: v.username }, ['UserPoolId', 'Username']),
  AdminDeleteUser: structure({ UserPoolId: v.userPoolId, Username: v.username }, ['UserPoolId', 'Username']),
  AdminSetUserPassword: structure(
    { UserPoolId: v.userPoolId, Username: v.username, Password: v.password, Permanent: boolean },
    ['UserPoolId', 'Username', 'Password'],
  ),
  AdminSetUserMFAPreference: structure(
    {
      SMSMfaSettings: s.smsMfaSettings,
      SoftwareTokenMfaSettings: s.softwareTokenMfaSettings,
      EmailMfaSettings: s.emailMfaSettings,
      WebAuthnMfaSettings: s.webAuthnMfaSettings,
      Username: v.username,
      UserPoolId: v.userPoolId,
    },
    ['Username', 'UserPoolId'],
  ),
  AdminDeleteSoftwareToken: structure({ UserPoolId: v.userPoolId, Username: v.username }, ['UserPoolId', 'Username']),
  AdminGetUserAuthFactors: structure({ UserPoolId: v.userPoolId, Username: v.username }, ['UserPoolId', 'Username']),
  ListUsers: structure(
    {
      UserPoolId: v.userPoolId,
      AttributesToGet: v.searchedAttributeNamesList,
      Limit: v.queryLimit,
      PaginationToken: v.searchPaginationToken,
      Filter: v.userFilter,
    },
    ['UserPoolId'],
  ),
  CreateGroup: structure(
    {
      GroupName: v.groupName,
      UserPoolId: v.userPoolId,
      Description: v.description,
      RoleArn: v.arnOrEmpty,
      Precedence: v.precedence,
    },
    ['GroupName', 'UserPoolId'],
  ),
  GetGroup: structure({ GroupName: v.groupName, UserPoolId: v.userPoolId }, ['GroupName', 'UserPoolId']),
  UpdateGroup: structure(
    {
      GroupName: v.groupName,
      UserPoolId: v.userPoolId,
      Description: v.description,
      RoleArn: v.arnOrEmpty,
      Precedence: v.precedence,
    },
    ['GroupName', 'UserPoolId'],
  ),
  DeleteGroup: structure({ GroupName: v.groupName, UserPoolId: v.userPoolId }, ['GroupName', 'UserPoolId']),
  ListGroups: structure({ UserPoolId: v.userPoolId, Limit: v.queryLimit, NextToken: v.paginationKey }, ['UserPoolId']),
  AdminAddUserToGroup: structure({ UserPoolId: v.userPoolId, Username: v.username, GroupName: v.groupName }, [
    'UserPoolId',
    'Username',
    'GroupName',
  ]),
  AdminRemoveUserFromGroup: structure({ UserPoolId: v.userPoolId, Username: v.username, GroupName: v.groupName }, [
    'UserPoolId',
    'Username',
    'GroupName',
  ]),
  AdminListGroupsForUser: structure(
    { Username: v.username, UserPoolId: v.userPoolId, Limit: v.queryLimit, NextToken: v.paginationKey },
    ['Username', 'UserPoolId'],
  ),
  ListUsersInGroup: structure(
    { UserPoolId: v.userPoolId, GroupName: v.groupName, Limit: v.queryLimit, NextToken: v.paginationKey },
    ['UserPoolId', 'GroupName'],
  ),
} as const;
