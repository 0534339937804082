import type { PoolSpec } from '../facets/index.js';
import { RECOMMENDED, type RuleChoice } from '../model/config.js';
import type { Finding } from '../model/finding.js';
import type { Problem } from '../model/rule.js';
import { Unread, Unverifiable } from '../model/sections.js';
import type { Path, SourceDocument } from '../model/source.js';
import type { PoolState } from '../model/state.js';
import { desired } from '../spec/desired.js';
import { type Chosen, chosen } from './choice.js';
import { namedPlace } from './item-name.js';
import type { PoolInput } from './kit/pool-rule.js';
import { POSTURE } from './posture/index.js';
import { REFUSALS } from './refusals/index.js';

/** What every finding of one spec shares. */
interface About {
  readonly document: SourceDocument;
  readonly spec: PoolSpec;
  /** YYYY-MM-DD. */
  readonly today?: string | undefined;
}

/** A rule that could not judge, because what it looks at was not read (`unchecked`), or is never returned. */
export interface Unjudged {
  readonly rule: string;
  readonly kind: 'unchecked' | 'unverifiable';
  readonly reason: string;
}

/** What the rules say of a live pool. */
export interface LiveJudgement {
  /** Sorted by place; the place is the one in the YAML. With each the settings that its rule looked at. */
  readonly found: readonly { readonly finding: Finding; readonly looked: ReadonlySet<string> }[];
  readonly unjudged: readonly Unjudged[];
}

/** What AWS, or a deploy, would refuse of a spec that its schema accepts; sorted by place. Never throws. */
export function refusals(document: SourceDocument, spec: PoolSpec, choice: RuleChoice = RECOMMENDED): Finding[] {
  return judgeSpec({ document, spec }, chosen(REFUSALS, choice));
}

/** What of a spec deploys and should not; sorted by place. Never throws. */
export function posture(
  document: SourceDocument,
  spec: PoolSpec,
  choice: RuleChoice = RECOMMENDED,
  today?: string,
): Finding[] {
  return judgeSpec({ document, spec, today }, chosen(POSTURE, choice));
}

/** The same rules over a live pool, and those that no spec can be judged by. Never throws. */
export function postureOfLive(
  document: SourceDocument,
  spec: PoolSpec,
  live: { readonly state: PoolState; readonly today?: string },
  choice: RuleChoice = RECOMMENDED,
): LiveJudgement {
  const judged = chosen(POSTURE, choice).map((one) => {
    const looked = new Set<string>();
    return { looked, ...judgeLive({ document, spec }, one, { spec, ...live, looked }) };
  });
  const found = judged.flatMap(({ findings, looked }) => findings.map((finding) => ({ finding, looked })));
  return {
    found: found.sort((a, b) => byPlace(a.finding, b.finding)),
    unjudged: judged.flatMap(({ unjudged }) => unjudged ?? []),
  };
}

/** A rule that breaks is a finding itself, and silences no other. */
function judgeSpec(about: About, rules: readonly Chosen[]): Finding[] {
  const findings = guarded(about, 'rules', () => {
    const input = inputOf(about);
    return rules.flatMap((one) =>
      guarded(about, one.rule.id, () =>
        Array.from(one.rule.check(input), (problem) => findingOf(about, one, problem, input.state)),
      ),
    );
  });
  return findings.sort(byPlace);
}

function inputOf({ spec, today }: About): PoolInput {
  return { spec, state: desired(spec), ...(today && { today }) };
}

/** What a rule found before it met something that was not read stands; the rule itself is not passed. */
function judgeLive(
  about: About,
  one: Chosen,
  input: PoolInput,
): { readonly findings: readonly Finding[]; readonly unjudged?: Unjudged } {
  const findings: Finding[] = [];
  const { rule } = one;
  try {
    for (const problem of rule.check(input)) findings.push(findingOf(about, one, problem, input.state));
    return { findings };
  } catch (error) {
    if (error instanceof Unread)
      return { findings, unjudged: { rule: rule.id, kind: 'unchecked', reason: error.message } };
    if (error instanceof Unverifiable)
      return { findings, unjudged: { rule: rule.id, kind: 'unverifiable', reason: error.message } };
    return { findings: [...findings, failure(about, rule.id, error)] };
  }
}

function findingOf({ document, spec }: About, { rule, severity }: Chosen, problem: Problem, state: PoolState): Finding {
  const { message, help } = problem;
  const { setting, path, formerly } = namedPlace(problem.path, state, document);
  const [docs] = rule.references;
  return {
    rule: rule.id,
    severity,
    message,
    target: document.file,
    setting,
    ...(formerly.length > 0 && { formerly }),
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
function guarded(about: About, what: string, find: () => Finding[]): Finding[] {
  try {
    return find();
  } catch (error) {
    return [failure(about, what, error)];
  }
}

function failure({ document, spec }: About, what: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    rule: 'spec/rule-failed',
    severity: 'error',
    message: `The spec could not be judged (${what}): ${reason.replaceAll(/\s+/g, ' ')}.`,
    target: document.file,
    at: document.locate([], 'key'),
    confidence: 'measured',
    help: 'This is a fault of Poolward; please report it with the spec.',
    fingerprint: `${spec.pool?.id ?? document.file}:spec/rule-failed:${what}`,
  };
}

const line = (finding: Finding): number => finding.at?.start.line ?? 0;
const column = (finding: Finding): number => finding.at?.start.column ?? 0;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byPlace(a: Finding, b: Finding): number {
  return line(a) - line(b) || column(a) - column(b) || compare(a.rule, b.rule) || compare(a.message, b.message);
}
