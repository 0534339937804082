import { servesOwnUsers } from './people.js';
import type { PoolInput } from './pool-rule.js';
import { objects, section } from './resolved.js';

/** What the pool’s own risk configuration says; undefined where threat protection does not act, or nobody relies on it. */
export function enforcedRisk(input: PoolInput) {
  if (section(input, 'threatProtection').mode !== 'enforced' || !servesOwnUsers(input)) return undefined;
  return objects(input, 'risk').find(({ key }) => key === 'pool')?.settings ?? {};
}
