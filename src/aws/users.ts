import {
  AdminGetUserAuthFactorsCommand,
  type CognitoIdentityProviderClient,
  ListUsersCommand,
  ListUsersInGroupCommand,
  UserNotFoundException,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Address, ListedUser, UserPage, UserReader, UserSettings } from '../users/ports.js';
import { inWords } from './errors.js';
import { PAGE } from './sections/context.js';
import { userNamed } from './user-names.js';
import { settingsOf } from './user-settings.js';

/** The real UserReader. */
export function userReader(client: CognitoIdentityProviderClient): UserReader {
  client.config.cacheMiddleware = true;
  const list = async (UserPoolId: string, PaginationToken: string | undefined, Filter?: string): Promise<UserPage> => {
    // No AttributesToGet: AWS answers with an error unless every user has each of the attributes.
    const answer = await client.send(new ListUsersCommand({ UserPoolId, PaginationToken, Filter, Limit: PAGE }));
    return { users: (answer.Users ?? []).map(listed), ...(answer.PaginationToken && { next: answer.PaginationToken }) };
  };
  return {
    page: (poolId, token) => inWords(list(poolId, token)),
    find: (poolId, name) => inWords(find((filter, token) => list(poolId, token, filter), name)),
    settings: (poolId, username) => inWords(settings(client, poolId, username)),
    members: (poolId, group, token) => inWords(members(client, poolId, group, token)),
  };
}

async function members(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  GroupName: string,
  NextToken: string | undefined,
): Promise<UserPage> {
  const answer = await client.send(new ListUsersInGroupCommand({ UserPoolId, GroupName, NextToken, Limit: PAGE }));
  return { users: (answer.Users ?? []).map(listed), ...(answer.NextToken && { next: answer.NextToken }) };
}

async function find(
  list: (filter: string, token: string | undefined) => Promise<UserPage>,
  name: string,
): Promise<ListedUser | undefined> {
  return userNamed(
    name,
    async (filter, token) => {
      const { users, next } = await list(filter, token);
      return { users, NextToken: next };
    },
    ({ username, attributes }) => ({ username, attribute: (attribute) => attributes?.[attribute] }),
  );
}

function listed(user: UserType): ListedUser {
  const attributes = new Map((user.Attributes ?? []).map(({ Name = '', Value = '' }) => [Name, Value]));
  const address = (name: string): Address | undefined => {
    const value = attributes.get(name);
    return value ? { value, verified: attributes.get(`${name}_verified`)?.toLowerCase() === 'true' } : undefined;
  };
  const [sub, email, phone] = [attributes.get('sub'), address('email'), address('phone_number')];
  return {
    username: user.Username ?? '',
    status: user.UserStatus ?? 'UNKNOWN',
    enabled: user.Enabled ?? true,
    ...(sub && { sub }),
    ...(email && { email }),
    ...(phone && { phone }),
    attributes: Object.fromEntries(attributes),
  };
}

async function settings(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  Username: string,
): Promise<UserSettings | undefined> {
  try {
    return settingsOf(await client.send(new AdminGetUserAuthFactorsCommand({ UserPoolId, Username })));
  } catch (error) {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  }
}
