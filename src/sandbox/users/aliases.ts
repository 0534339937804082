import { signInError } from '../refusals/sign-in.js';
import type { StoredPool, StoredUser } from '../store.js';
import { attributeValue, merged } from './attributes.js';

/** A verified alias belongs to one user: it is refused to a second one, or taken from the first. */
export function demandAliasFree(
  stored: StoredPool,
  user: StoredUser,
  attribute: 'email' | 'phone_number',
  force: boolean,
): void {
  if (!stored.pool.AliasAttributes?.includes(attribute)) return;
  const value = attributeValue(user.attributes, attribute);
  const flag = `${attribute}_verified`;
  for (const other of stored.users.values()) {
    if (other === user || attributeValue(other.attributes, attribute) !== value) continue;
    if (attributeValue(other.attributes, flag) !== 'true') continue;
    if (!force) throw signInError('alias-taken', { name: attribute });
    other.attributes = merged(other.attributes, [{ Name: flag, Value: 'false' }]);
  }
}
