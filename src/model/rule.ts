import type { Severity } from './finding.js';
import type { Path } from './source.js';
import type { PoolState } from './state.js';

/** What a rule may look at. */
export interface RuleInput<Spec> {
  /** As the YAML says it. */
  readonly spec: Spec;
  /** Every setting resolved: what the YAML is silent about is Cognito's default. */
  readonly desired: PoolState;
  /** A resolved setting by its name (`mfa.mode`), for facets that a pool has once. */
  value(name: string): unknown;
}

/** One problem that a rule found; the engine adds rule, severity, position and docs. */
export interface Problem {
  /** Where in the YAML; for a setting that is not there, its nearest ancestor is pointed at. */
  readonly path: Path;
  /** One sentence: what is wrong, and what AWS would answer where that is known, in its words. */
  readonly message: string;
  /** What to write instead. */
  readonly help: string;
}

/** A judgement of a spec that needs more than one field's schema. One file each. */
export interface Rule<Spec> {
  /** Kebab-case, says what is wrong, never reused. */
  readonly id: string;
  readonly severity: Severity;
  /** One line. */
  readonly summary: string;
  /** Why it matters; a paragraph. */
  readonly why: string;
  /** AWS pages and provider issues. */
  readonly references: readonly string[];
  readonly sets: readonly ('recommended' | 'strict')[];
  readonly needs: 'spec' | 'live';
  /** YAML without the `pool` section (one is supplied where it is missing): tests and documentation at once. */
  readonly examples: { readonly valid: readonly string[]; readonly invalid: readonly string[] };
  check(input: RuleInput<Spec>): Iterable<Problem>;
}
