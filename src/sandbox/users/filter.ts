import type { StoredUser } from '../store.js';
import { invalidParameter } from '../wire.js';
import { attributeValue } from './attributes.js';

/** The attributes that `ListUsers` can search by (API reference); custom ones cannot be searched. */
const searchable = [
  'username',
  'email',
  'phone_number',
  'name',
  'given_name',
  'family_name',
  'preferred_username',
  'cognito:user_status',
  'status',
  'sub',
];

/** `attribute = "value"` or `attribute ^= "prefix"`, as a test of a user. */
export function userFilter(filter: string | undefined): (user: StoredUser) => boolean {
  if (filter === undefined || filter.trim() === '') return () => true;
  const parts = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter);
  const [, name = '', operator, raw = ''] = parts ?? [];
  if (!parts) throw invalidParameter('Error while parsing filter');
  if (!searchable.includes(name)) throw invalidParameter(`Invalid search attribute: ${name}`);
  const wanted = raw.replaceAll(/\\(.)/g, '$1');
  const read = reader(name);
  return operator === '=' ? (user) => read(user) === wanted : (user) => read(user)?.startsWith(wanted) ?? false;
}

function reader(name: string): (user: StoredUser) => string | undefined {
  switch (name) {
    case 'username':
      return (user) => user.username;
    case 'cognito:user_status':
      return (user) => user.status;
    case 'status':
      return (user) => (user.enabled ? 'Enabled' : 'Disabled');
    default:
      return (user) => attributeValue(user.attributes, name);
  }
}
