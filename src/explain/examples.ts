import type { PoolSpec } from '../facets/index.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { wholeSpec } from '../rules/example.js';
import type { PoolRule } from '../rules/kit/pool-rule.js';
import { posture, refusals } from '../rules/run.js';
import { parseSpec } from '../spec/parse.js';

/** An example of a rule, and what the rule finds in it. */
export interface Judged {
  readonly document: SourceDocument;
  readonly findings: readonly Finding[];
}

/** Examples are judged on a fixed day, so that no page changes overnight. */
const DAY = '2026-01-01';

const judged = new Map<string, Judged | undefined>();

/** Runs a rule over one of its examples; undefined where the example is no YAML. A rule for live pools finds nothing. */
export function judgedExample(rule: PoolRule, example: string): Judged | undefined {
  const key = `${rule.id}\n${example}`;
  if (!judged.has(key)) judged.set(key, judge(rule, example));
  return judged.get(key);
}

function judge(rule: PoolRule, example: string): Judged | undefined {
  const { document } = parseSpec('pool.yaml', new TextEncoder().encode(wholeSpec(example)));
  if (!document) return undefined;
  const spec = document.value as PoolSpec;
  const choice = { sets: [], severity: { [rule.id]: rule.severity } };
  const all = rule.kind === 'refusal' ? refusals(document, spec, choice) : posture(document, spec, choice, DAY);
  return { document, findings: all.filter((finding) => finding.rule === rule.id) };
}
