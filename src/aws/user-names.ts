import { listAll } from './sections/context.js';

/** A page of what ListUsers finds. */
interface Page<U> {
  readonly users: readonly U[];
  readonly NextToken: string | undefined;
}

/** How a user is told from others. */
export interface Named {
  readonly username: string | undefined;
  readonly attribute: (name: string) => string | undefined;
}

/**
 * The user of a name. By user name first, then by what else the name looks like: in a pool whose user name is an attribute
 * the name is a UUID, and the address or number is the attribute. A page may be empty, and the next one not.
 */
export async function userNamed<U>(
  name: string,
  ask: (filter: string, token: string | undefined) => Promise<Page<U>>,
  named: (user: U) => Named,
): Promise<U | undefined> {
  const value = name.replace(/(["\\])/g, '\\$1');
  const own = name.includes('@') ? 'email' : name.startsWith('+') ? 'phone_number' : 'sub';
  for (const attribute of ['username', own]) {
    const found = await listAll(
      (token) => ask(`${attribute} = "${value}"`, token),
      ({ users }) => users,
      (user) => named(user).username,
    );
    if (!found.every((user) => isNamed(named(user), attribute, name)))
      throw new Error(`ListUsers answered with a user whose ${attribute} is not ${name}`);
    if (found[0]) return found[0];
  }
  return undefined;
}

/** In a pool whose names are case-insensitive AWS finds them so. */
function isNamed(user: Named, attribute: string, name: string): boolean {
  const value = attribute === 'username' ? user.username : user.attribute(attribute);
  return value?.toLowerCase() === name.toLowerCase();
}
