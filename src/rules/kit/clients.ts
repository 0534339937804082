import { clientType } from './intent.js';
import type { PoolInput } from './pool-rule.js';
import { objects, section } from './resolved.js';

export type Client = ReturnType<typeof objects<'clients'>>[number];

/** With this scope a token may change its user: attributes, password, second factors; and delete the account. */
export const SELF_SERVICE_SCOPE = 'aws.cognito.signin.user.admin';

/** Clients that sign people in; the client-credentials grant stands alone. */
export function clientsOfPeople(input: PoolInput): Client[] {
  return [...eachClientOfPeople(input)];
}

/** The same one by one: what is found of one stands, though the next was not read. */
export function* eachClientOfPeople(input: PoolInput): Iterable<Client> {
  for (const client of objects(input, 'clients'))
    if (!client.settings.oauthFlows?.includes('clientCredentials')) yield client;
}

/** Whether people sign in with it at the pool's domain. */
export function usesSignInPage({ settings }: Client): boolean {
  const { oauth, oauthFlows = [] } = settings;
  return oauth === true && (oauthFlows.includes('code') || oauthFlows.includes('implicit'));
}

/** Whether whoever has the application has all that it knows: as the spec says, else as the client has no secret. */
export function isPublic(input: PoolInput, { key, settings }: Client): boolean {
  return (clientType(input, key) ?? (settings.secret ? 'confidential' : 'public')) === 'public';
}

/** The flows in which a user of the pool itself signs in through the API. */
export function apiSignIn({ settings }: Client): readonly string[] {
  return (settings.authFlows ?? []).filter((flow) => flow !== 'refreshToken');
}

/** Whether anybody can make a user with it: `SignUp` takes a client's id, and its secret where it has one. */
export function opensSignUp(input: PoolInput, { settings }: Client): boolean {
  return !settings.secret && section(input, 'signUp').selfSignUp === true;
}

/** The providers besides the pool itself. */
export function federated({ settings }: Client): readonly string[] {
  return (settings.identityProviders ?? []).filter((name) => name !== 'COGNITO');
}
