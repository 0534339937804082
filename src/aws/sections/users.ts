import { ListUsersCommand, type UserType } from '@aws-sdk/client-cognito-identity-provider';
import type { Fetched } from '../../model/facet.js';
import { attempt, inParallel, listAll, type ReadContext, type SectionReader } from './context.js';

/** Declared users only, by ListUsers: AdminGetUser would bill each of them as monthly active. */
export const users: SectionReader<'users'> = async (context) => {
  const found = await inParallel(context.request.users, async (name) => {
    const item = await attempt(() => find(context, name));
    return item.ok && item.value === undefined ? [] : [{ name, item: item as Fetched<UserType> }];
  });
  return found.flat();
};

/** In a pool whose user name is an attribute the name is a UUID, and the address or number is the attribute. */
async function find({ client, UserPoolId }: ReadContext, name: string): Promise<UserType | undefined> {
  const value = name.replace(/(["\\])/g, '\\$1');
  const own = name.includes('@') ? ['email'] : name.startsWith('+') ? ['phone_number'] : [];
  for (const attribute of ['username', ...own]) {
    const Filter = `${attribute} = "${value}"`;
    // A page may be empty, and the next one not.
    const [user] = await listAll(
      async (PaginationToken) => {
        const page = await client.send(new ListUsersCommand({ UserPoolId, Filter, Limit: 2, PaginationToken }));
        return { ...page, NextToken: page.PaginationToken };
      },
      (page) => page.Users,
    );
    if (user) return user;
  }
  return undefined;
}
