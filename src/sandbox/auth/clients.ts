import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Call } from '../operation.js';
import { type SignInErrorId, signInError } from '../refusals/sign-in.js';
import type { StoredClient, StoredPool } from '../store.js';

export interface PoolClient {
  readonly stored: StoredPool;
  readonly client: StoredClient;
}

/** The client, in whichever pool it is: a user's call names no pool. */
export function clientById(clientId: string, { store }: Call): PoolClient {
  for (const stored of store.pools.values()) {
    const client = stored.clients.get(clientId);
    if (client) return { stored, client };
  }
  throw signInError('client-unknown', { client: clientId });
}

/** A client with a secret must prove it by a hash over one of these names. */
export function demandSecretHash(
  { secrets, client }: StoredClient,
  hash: string | undefined,
  names: readonly string[],
): void {
  const id = client.ClientId ?? '';
  if (secrets.length === 0) return;
  if (hash === undefined) throw signInError('secret-hash-missing', { client: id });
  const genuine = secrets.some(({ value }) => names.some((name) => same(hash, secretHash(value, name, id))));
  if (!genuine) throw signInError('secret-hash-wrong', { client: id });
}

function secretHash(secret: string, username: string, clientId: string): string {
  return createHmac('sha256', secret)
    .update(username + clientId)
    .digest('base64');
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** The settings of a client that allow a flow, in the old and the new words, and what is said without them. */
const permissions: Readonly<Record<string, { readonly any: readonly string[]; readonly off: SignInErrorId }>> = {
  USER_SRP_AUTH: { any: ['ALLOW_USER_SRP_AUTH'], off: 'flow-srp-off' },
  CUSTOM_AUTH: { any: ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'], off: 'flow-custom-off' },
  USER_PASSWORD_AUTH: { any: ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'], off: 'flow-password-off' },
  ADMIN_USER_PASSWORD_AUTH: { any: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'], off: 'flow-admin-off' },
  ADMIN_NO_SRP_AUTH: { any: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'], off: 'flow-admin-off' },
  USER_AUTH: { any: ['ALLOW_USER_AUTH'], off: 'flow-choice-off' },
  REFRESH_TOKEN_AUTH: { any: ['ALLOW_REFRESH_TOKEN_AUTH'], off: 'flow-refresh-off' },
  REFRESH_TOKEN: { any: ['ALLOW_REFRESH_TOKEN_AUTH'], off: 'flow-refresh-off' },
};

/** What a client may do of which nobody said anything: SRP, custom challenges and refreshing (API reference, ExplicitAuthFlows). */
const unsaid = ['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];

/** Flows in the old words leave SRP and refreshing on: they only add to them. */
const always = ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];

export function demandFlow({ client }: StoredClient, flow: string): void {
  const permission = permissions[flow];
  if (!permission) throw signInError('flow-unsupported');
  if (!permission.any.some((one) => allowed(client.ExplicitAuthFlows ?? []).includes(one))) {
    throw signInError(permission.off);
  }
}

function allowed(flows: readonly string[]): readonly string[] {
  if (flows.length === 0) return unsaid;
  if (flows.some((flow) => flow.startsWith('ALLOW_'))) return flows;
  return flows.includes('CUSTOM_AUTH_FLOW_ONLY') ? flows : [...flows, ...always];
}
