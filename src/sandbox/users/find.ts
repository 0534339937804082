import type { AliasAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import { type Call, poolOf } from '../operation.js';
import type { StoredPool, StoredUser } from '../store.js';
import { ServiceError } from '../wire.js';
import { attributeValue } from './attributes.js';

/** A name as the pool compares it: a pool that says it is case-insensitive folds it. */
export function folded({ pool }: StoredPool, name: string): string {
  return pool.UsernameConfiguration?.CaseSensitive === false ? name.toLowerCase() : name;
}

/** The attributes by which a user of this pool can be named, besides the user name. */
export function aliasesOf({ pool }: StoredPool): readonly AliasAttributeType[] {
  return [...(pool.AliasAttributes ?? []), ...(pool.UsernameAttributes ?? [])];
}

/** By user name, by `sub`, or by an alias; an alias counts when it is verified or is the pool's user name. */
export function findUser(stored: StoredPool, name: string): StoredUser | undefined {
  const wanted = folded(stored, name);
  const direct = stored.users.get(wanted);
  if (direct) return direct;
  const aliases = aliasesOf(stored);
  for (const user of stored.users.values()) {
    const { attributes } = user;
    if (attributeValue(attributes, 'sub') === name) return user;
    if (aliases.some((alias) => isNamed(stored, attributes, alias, wanted))) return user;
  }
  return undefined;
}

function isNamed(stored: StoredPool, attributes: StoredUser['attributes'], alias: AliasAttributeType, wanted: string) {
  const value = attributeValue(attributes, alias);
  if (value === undefined || folded(stored, value) !== wanted) return false;
  return !!stored.pool.UsernameAttributes?.length || alias === 'preferred_username' || isVerified(attributes, alias);
}

const isVerified = (attributes: StoredUser['attributes'], name: string) =>
  attributeValue(attributes, `${name}_verified`) === 'true';

export function userOf(request: { UserPoolId: string; Username: string }, call: Call): StoredUser {
  const found = findUser(poolOf(request.UserPoolId, call), request.Username);
  if (!found) throw new ServiceError('UserNotFoundException', 'User does not exist.');
  return found;
}
