import type { RuleChoice } from '../model/config.js';
import type { Severity } from '../model/finding.js';
import type { PoolRule } from './kit/pool-rule.js';

/** A rule that runs, and how much what it finds weighs. */
export interface Chosen {
  readonly rule: PoolRule;
  readonly severity: Severity;
}

/** The rules that run. A refusal runs in any set: AWS knows none. */
export function chosen(rules: readonly PoolRule[], { sets, severity }: RuleChoice): Chosen[] {
  return rules.flatMap((rule) => {
    const own = severity[rule.id];
    const runs = own !== undefined || rule.kind === 'refusal' || inSets(rule, sets);
    return runs && own !== 'off' ? [{ rule, severity: own ?? rule.severity }] : [];
  });
}

function inSets(rule: PoolRule, sets: RuleChoice['sets']): boolean {
  return rule.sets.some((set) => sets.includes(set)) || (sets.includes('strict') && rule.sets.includes('recommended'));
}
