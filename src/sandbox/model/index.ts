import { clients } from './clients.js';
import { pages } from './pages.js';
import { pools } from './pools.js';
import type { StructureShape } from './shape.js';
import { signIn } from './sign-in.js';
import { users } from './users.js';

/** The request shape of every operation that the sandbox implements. */
export const requests: Readonly<Record<string, StructureShape>> = {
  ...pools,
  ...clients,
  ...users,
  ...signIn,
  ...pages,
};
