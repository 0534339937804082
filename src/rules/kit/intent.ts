import { clients } from '../../facets/clients.js';
import { identityOf } from '../../spec/desired.js';
import type { PoolInput } from './pool-rule.js';

/** What only people know of a pool. A live pool has no say in it. */
export interface Intent {
  readonly production: boolean;
  /** Who signs in; undefined where the spec does not say. */
  readonly audience: 'customers' | 'workforce' | 'machines' | undefined;
}

/** What the spec says its pool is for; a pool whose spec is silent is taken for a production one. */
export function intent({ spec }: PoolInput): Intent {
  const { environment = 'production', audience } = spec.pool;
  return { production: environment === 'production', audience };
}

/**
 * Whether the application behind a client can keep a secret (RFC 6749, section 2.1): as the spec says, else what follows
 * from the rest that it says of the client; undefined where nobody says.
 */
export function clientType({ spec }: PoolInput, key: string): 'confidential' | 'public' | undefined {
  const said = spec.clients?.[key] ?? {};
  return said.type ?? clients.fields.type.implied?.(said, identityOf(spec));
}
