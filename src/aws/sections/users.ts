import { ListUsersCommand, type UserType } from '@aws-sdk/client-cognito-identity-provider';
import type { Fetched } from '../../model/facet.js';
import { userNamed } from '../user-names.js';
import { attempt, inParallel, type ReadContext, type SectionReader } from './context.js';

/** Declared users only, by ListUsers: AdminGetUser would bill each of them as monthly active. */
export const users: SectionReader<'users'> = async (context) => {
  const found = await inParallel(context.request.users, async (name) => {
    const item = await attempt(() => find(context, name));
    return item.ok && item.value === undefined ? [] : [{ name, item: item as Fetched<UserType> }];
  });
  return found.flat();
};

async function find({ client, UserPoolId }: ReadContext, name: string): Promise<UserType | undefined> {
  return userNamed(
    name,
    async (Filter, PaginationToken) => {
      const page = await client.send(new ListUsersCommand({ UserPoolId, Filter, Limit: 2, PaginationToken }));
      return { users: page.Users ?? [], NextToken: page.PaginationToken };
    },
    ({ Username, Attributes = [] }) => ({
      username: Username,
      attribute: (attribute) => Attributes.find(({ Name }) => Name === attribute)?.Value,
    }),
  );
}
