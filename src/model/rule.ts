import type { Severity } from './finding.js';
import type { Path } from './source.js';
import type { PoolState } from './state.js';

/** What a rule may look at. */
export interface RuleInput<Spec> {
  /** As the YAML says it. Of a live pool too: what only people know (environment, audience) stands there. */
  readonly spec: Spec;
  /**
   * The pool that is judged: what the spec wants, or what is live. Every setting is resolved: what the YAML, or AWS, is
   * silent about is Cognito's default.
   */
  readonly state: PoolState;
  /** YYYY-MM-DD; what ends on a day is not judged without it. */
  readonly today?: string;
  /** Gathers the settings that the rule looks at, by name; only where somebody wants to know. */
  readonly looked?: Set<string>;
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

/** `recommended` holds what hardly any pool has a reason for; `strict` adds what is good and has its price. */
export type RuleSet = 'recommended' | 'strict';

export const RULE_SETS: readonly RuleSet[] = ['recommended', 'strict'];

/** A judgement of a spec that needs more than one field's schema. One file each. */
export interface Rule<Spec> {
  /** Kebab-case, says what is wrong, never reused. */
  readonly id: string;
  /** `refusal`: AWS or a deploy refuses it. `posture`: it deploys, and an engineer should not want it. */
  readonly kind: 'refusal' | 'posture';
  readonly severity: Severity;
  /** One line. */
  readonly summary: string;
  /** Why it matters; a paragraph. */
  readonly why: string;
  /** AWS pages and provider issues. */
  readonly references: readonly string[];
  readonly sets: readonly RuleSet[];
  /** YAML without the `pool` section (one is supplied where it is missing): tests and documentation at once. */
  readonly examples: { readonly valid: readonly string[]; readonly invalid: readonly string[] };
  check(input: RuleInput<Spec>): Iterable<Problem>;
}

/** Where published standards ask for the same; ids as they print them. */
export interface Controls {
  /** AWS Security Hub: `Cognito.3`. */
  readonly securityHub?: readonly string[];
  /** NIST SP 800-53 revision 5: `IA-2(1)`. */
  readonly nist80053?: readonly string[];
  /** PCI DSS 4.0.1 requirements: `8.4.2`. */
  readonly pciDss?: readonly string[];
  /** Sections of RFC 9700, OAuth 2.0 Security Best Current Practice: `2.1.2`. */
  readonly rfc9700?: readonly string[];
}
