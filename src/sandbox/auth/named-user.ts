import type { Call } from '../operation.js';
import { signInError } from '../refusals/sign-in.js';
import type { StoredUser } from '../store.js';
import { findUser } from '../users/find.js';
import { clientById, demandSecretHash, type PoolClient } from './clients.js';

export interface Named {
  readonly ClientId: string;
  readonly Username: string;
  readonly SecretHash?: string | undefined;
}

/** The client of an unsigned call and the user that it names, who may not exist. */
export function namedUser(request: Named, call: Call): PoolClient & { readonly user: StoredUser | undefined } {
  const at = clientById(request.ClientId, call);
  const user = findUser(at.stored, request.Username);
  demandSecretHash(at.client, request.SecretHash, user ? [request.Username, user.username] : [request.Username]);
  if (!user && at.client.client.PreventUserExistenceErrors !== 'ENABLED') throw signInError('name-unknown');
  return { ...at, user };
}
