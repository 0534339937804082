import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider';
import type { Call } from '../operation.js';
import { isEmail } from '../refusals/users.js';
import type { StoredPool, StoredUser } from '../store.js';
import { merged } from './attributes.js';
import { folded } from './find.js';

/** A user without a password. Where the pool signs in by email or phone, the name given is that attribute and the user name is the `sub`. */
export function newUser(name: string, given: readonly AttributeType[], pool: StoredPool, call: Call): StoredUser {
  const sub = call.ids.uuid();
  const byAttribute = !!pool.pool.UsernameAttributes?.length;
  const sign: AttributeType[] = byAttribute ? [{ Name: isEmail(name) ? 'email' : 'phone_number', Value: name }] : [];
  const now = call.now();
  return {
    username: byAttribute ? sub : folded(pool, name),
    attributes: merged([{ Name: 'sub', Value: sub }], [...given, ...sign]),
    status: 'FORCE_CHANGE_PASSWORD',
    enabled: true,
    created: now,
    modified: now,
    settings: [],
    totpRegistered: false,
    groups: new Set(),
  };
}
