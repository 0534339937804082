import type {
  AuthenticationResultType,
  TimeUnitsType,
  UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Call } from '../operation.js';
import { signInError } from '../refusals/sign-in.js';
import type { StoredPool, StoredRefreshToken, StoredUser } from '../store.js';
import { attributeValue } from '../users/attributes.js';
import type { PoolClient } from './clients.js';
import { type Claims, claimsOf, signedToken, verifiedClaims } from './jwt.js';

const seconds: Readonly<Record<TimeUnitsType, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** How long a token of this client is good for, in seconds. Never set: an hour, and 30 days to refresh. */
function validity({ client }: PoolClient['client'], token: 'access' | 'id' | 'refresh'): number {
  const value = {
    access: client.AccessTokenValidity,
    id: client.IdTokenValidity,
    refresh: client.RefreshTokenValidity,
  };
  const units = client.TokenValidityUnits ?? {};
  const unit = { access: units.AccessToken, id: units.IdToken, refresh: units.RefreshToken }[token];
  if (token === 'refresh') return (value.refresh ?? 30) * seconds[unit ?? 'days'];
  return (value[token] ?? 1) * seconds[unit ?? 'hours'];
}

/** The tokens of a sign-in that is complete. */
export function issueTokens(at: PoolClient, user: StoredUser, call: Call): AuthenticationResultType {
  const refresh = call.ids.token();
  const now = call.now().getTime();
  const grant: StoredRefreshToken = {
    username: user.username,
    clientId: at.client.client.ClientId ?? '',
    originJti: call.ids.uuid(),
    authTime: Math.floor(now / 1000),
    expires: now + validity(at.client, 'refresh') * 1000,
  };
  at.stored.refreshTokens.set(refresh, grant);
  return { ...shortTokens(at, user, grant, call), RefreshToken: refresh };
}

/** The access and the id token of a sign-in, new or refreshed. */
function shortTokens(
  at: PoolClient,
  user: StoredUser,
  grant: StoredRefreshToken,
  call: Call,
): AuthenticationResultType {
  const [event, iat] = [call.ids.uuid(), Math.floor(call.now().getTime() / 1000)];
  const common = (use: 'access' | 'id'): Claims => ({
    sub: attributeValue(user.attributes, 'sub'),
    ...(user.groups.size > 0 && { 'cognito:groups': groupsOf(at.stored, user) }),
    iss: issuerOf(at.stored, call.region),
    origin_jti: grant.originJti,
    event_id: event,
    token_use: use,
    auth_time: grant.authTime,
    iat,
    exp: iat + validity(at.client, use),
    jti: call.ids.uuid(),
  });
  return {
    AccessToken: signedToken({ ...common('access'), ...accessClaims(user, grant) }),
    IdToken: signedToken({ ...common('id'), ...idClaims(at, user, grant) }),
    ExpiresIn: validity(at.client, 'access'),
    TokenType: 'Bearer',
  };
}

function accessClaims({ username }: StoredUser, { clientId }: StoredRefreshToken): Claims {
  return { client_id: clientId, scope: 'aws.cognito.signin.user.admin', username };
}

function idClaims({ client }: PoolClient, user: StoredUser, { clientId }: StoredRefreshToken): Claims {
  return { ...profile(client.client, user), 'cognito:username': user.username, aud: clientId };
}

export function issuerOf({ pool }: StoredPool, region: string): string {
  return `https://cognito-idp.${region}.amazonaws.com/${pool.Id}`;
}

/** By precedence, those without one last. */
function groupsOf({ groups }: StoredPool, user: StoredUser): string[] {
  const rank = (name: string): number => groups.get(name)?.Precedence ?? Number.POSITIVE_INFINITY;
  return [...user.groups].toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/** The attributes that the client may read. Flags are booleans in a token, strings everywhere else. */
function profile({ ReadAttributes }: UserPoolClientType, { attributes }: StoredUser): Record<string, unknown> {
  const shown = attributes.filter(({ Name = '' }) => Name !== 'sub' && (ReadAttributes?.includes(Name) ?? true));
  return Object.fromEntries(
    shown.map(({ Name = '', Value }) => [Name, Name.endsWith('_verified') ? Value === 'true' : Value]),
  );
}

/** New tokens for an old sign-in. */
export function refreshedTokens(token: string, at: PoolClient, call: Call): AuthenticationResultType {
  const grant = at.stored.refreshTokens.get(token);
  if (!grant || grant.clientId !== at.client.client.ClientId) throw signInError('refresh-invalid');
  if (call.now().getTime() >= grant.expires) throw signInError('refresh-expired');
  const user = at.stored.users.get(grant.username);
  if (!user) throw signInError('refresh-invalid');
  if (grant.revoked) throw signInError('refresh-revoked');
  if (!user.enabled) throw signInError('user-disabled');
  return shortTokens(at, user, grant, call);
}

export interface SignedIn extends PoolClient {
  readonly user: StoredUser;
}

/** Whose access token this is, if it is still good. */
export function bearerOf(token: string, call: Call): SignedIn {
  const claims = verifiedClaims(token);
  if (claims?.['token_use'] !== 'access') throw signInError('access-invalid');
  const stored = call.store.pools.get(String(claims['iss']).split('/').at(-1) ?? '');
  const client = stored?.clients.get(String(claims['client_id']));
  if (!stored || !client) throw signInError('access-invalid');
  if (call.now().getTime() / 1000 >= Number(claims['exp'])) throw signInError('access-expired');
  const user = stored.users.get(String(claims['username']));
  if (!user) throw signInError('user-unknown');
  if (stored.revoked.has(String(claims['origin_jti']))) throw signInError('access-revoked');
  if (!user.enabled) throw signInError('user-disabled');
  return { stored, client, user };
}

/** The region that a token was issued in, whoever signed it: what a call without a signature goes by. */
export function regionOfToken(token: string): string | undefined {
  return /^https:\/\/cognito-idp\.([a-z0-9-]+)\./.exec(String(claimsOf(token)?.['iss']))?.[1];
}
