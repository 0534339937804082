import type { PoolSpec } from '../facets/index.js';
import type { Finding } from '../model/finding.js';
import type { Problem } from '../model/rule.js';
import type { Path, SourceDocument } from '../model/source.js';
import { valueAt } from '../model/state.js';
import { desired } from '../spec/desired.js';
import { RULES } from './index.js';
import type { PoolInput, PoolRule } from './kit/pool-rule.js';

/** What every finding of one spec shares. */
interface About {
  readonly document: SourceDocument;
  readonly spec: PoolSpec;
}

/** Judges a valid spec by all rules; sorted by place. Never throws: a rule that breaks is a finding itself. */
export function runRules(document: SourceDocument, spec: PoolSpec): Finding[] {
  const about = { document, spec };
  const findings = guarded(about, 'rules', () => {
    const input = inputOf(spec);
    return RULES.filter(({ needs }) => needs === 'spec').flatMap((rule) =>
      guarded(about, rule.id, () => Array.from(rule.check(input), (problem) => findingOf(about, rule, problem))),
    );
  });
  return findings.sort(byPlace);
}

function inputOf(spec: PoolSpec): PoolInput {
  const state = desired(spec);
  return { spec, desired: state, value: (name) => valueAt(state, name) };
}

function findingOf({ document, spec }: About, rule: PoolRule, { path, message, help }: Problem): Finding {
  const setting = path.join('.');
  const [docs] = rule.references;
  return {
    rule: rule.id,
    severity: rule.severity,
    message,
    target: document.file,
    setting,
    at: document.locate(path, partOf(document.value, path)),
    confidence: rule.confidence,
    help,
    ...(docs !== undefined && { docs }),
    fingerprint: `${spec.pool.id}:${rule.id}:${setting}`,
  };
}

/** A value is pointed at itself; an object by its key, and so is the nearest ancestor of what is not there. */
function partOf(root: unknown, path: Path): 'key' | 'value' {
  const value = path.reduce<unknown>(
    (parent, step) => (parent as Record<string, unknown> | null | undefined)?.[step],
    root,
  );
  const object = typeof value === 'object' && !Array.isArray(value);
  return value === undefined || object ? 'key' : 'value';
}

/** A spec that a rule could not judge must not pass for a good one. */
function guarded({ document, spec }: About, what: string, find: () => Finding[]): Finding[] {
  try {
    return find();
  } catch (error) {
    const id = spec.pool?.id ?? document.file;
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        rule: 'spec/rule-failed',
        severity: 'error',
        message: `The spec could not be judged (${what}): ${reason.replaceAll(/\s+/g, ' ')}.`,
        target: document.file,
        at: document.locate([], 'key'),
        confidence: 'measured',
        help: 'This is a fault of Poolward; please report it with the spec.',
        fingerprint: `${id}:spec/rule-failed:${what}`,
      },
    ];
  }
}

const line = (finding: Finding): number => finding.at?.start.line ?? 0;
const column = (finding: Finding): number => finding.at?.start.column ?? 0;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byPlace(a: Finding, b: Finding): number {
  return line(a) - line(b) || column(a) - column(b) || compare(a.rule, b.rule) || compare(a.message, b.message);
}
