import { type Client, clientsOfPeople } from './clients.js';
import { intent } from './intent.js';
import type { PoolInput } from './pool-rule.js';
import { objects } from './resolved.js';

/**
 * Whether people prove who they are to this pool itself, with its password, a code or a passkey: it is neither for
 * machines alone, nor for users of other providers alone. A pool without clients is taken for one that will have people.
 */
export function hasOwnUsers(input: PoolInput): boolean {
  if (intent(input).audience === 'machines') return false;
  return clientsOfPeople(input).some(signsInOwnUsers) || objects(input, 'clients').length === 0;
}

/** A client without providers signs in through the API. */
function signsInOwnUsers({ settings }: Client): boolean {
  const { identityProviders = [] } = settings;
  return identityProviders.length === 0 || identityProviders.includes('COGNITO');
}

/** Whether people rely on what a rule looks at: it is a production pool with users of its own. */
export function servesOwnUsers(input: PoolInput): boolean {
  return intent(input).production && hasOwnUsers(input);
}
