import { attributes } from '../../facets/attributes.js';
import { identityOf } from '../../spec/desired.js';
import type { PoolInput } from './pool-rule.js';

/** The type of an attribute that every pool has; undefined for one that is the pool's own. */
export function standardType({ spec }: PoolInput, name: string): string | undefined {
  return attributes.fields.type.implied?.({}, identityOf(spec), name);
}
