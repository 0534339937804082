import type { PoolSpec } from '../../facets/index.js';
import type { Confidence } from '../../model/finding.js';
import type { Controls, Rule, RuleInput } from '../../model/rule.js';

/** What a rule is given. */
export type PoolInput = RuleInput<PoolSpec>;

interface Judgement extends Rule<PoolSpec> {
  /** How sure its statement about AWS is: refused on real pools, or documented. */
  readonly confidence: Exclude<Confidence, 'inferred'>;
}

/** A rule about what AWS, or a deploy, refuses. It judges specs only: a live pool was not refused. */
export interface RefusalRule extends Judgement {
  readonly kind: 'refusal';
}

/** A rule about what deploys and should not. It judges specs, and live pools by their own settings. */
export interface PostureRule extends Judgement {
  readonly kind: 'posture';
  readonly controls: Controls;
}

/** A rule about pools. */
export type PoolRule = RefusalRule | PostureRule;
