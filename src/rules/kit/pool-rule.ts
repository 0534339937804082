import type { PoolSpec } from '../../facets/index.js';
import type { Confidence } from '../../model/finding.js';
import type { Rule, RuleInput } from '../../model/rule.js';

/** What a rule is given. */
export type PoolInput = RuleInput<PoolSpec>;

/** A rule about specs of pools. */
export interface PoolRule extends Rule<PoolSpec> {
  /** How sure its statement about AWS is: refused on real pools, or documented. */
  readonly confidence: Exclude<Confidence, 'inferred'>;
}
