import { regionOfToken } from './auth/tokens.js';
import type { Store } from './store.js';
import { regionOf } from './wire.js';

/**
 * The region that a request is for. A signature names it. A call that users make has none: there AWS's host name tells, and
 * here, on one host for all regions, the client, the session or the token that it brings.
 */
export function locate(authorization: string | undefined, body: unknown, stores: ReadonlyMap<string, Store>): string {
  const signed = regionOf(authorization);
  if (signed !== undefined) return signed;
  const { ClientId, AccessToken, Session } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof AccessToken === 'string') return regionOfToken(AccessToken) ?? 'us-east-1';
  for (const [region, { pools }] of stores) {
    for (const { clients, signIns } of pools.values()) {
      if (clients.has(String(ClientId)) || signIns.has(String(Session))) return region;
    }
  }
  return 'us-east-1';
}
