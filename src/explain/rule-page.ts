import { FACETS } from '../facets/index.js';
import type { Confidence } from '../model/finding.js';
import type { PoolRule } from '../rules/kit/pool-rule.js';
import { controlTexts } from './controls.js';
import { judgedExample } from './examples.js';
import { settingsOf } from './looked-at.js';
import { type Block, code, listed, type Page, type Span, type Text, web } from './page.js';
import { nameOf, ROWS } from './rows.js';

/** Everything that is known of one rule, with what it prints of its own examples. */
export function rulePage(rule: PoolRule): Page {
  return {
    name: rule.id,
    what: rule.kind === 'refusal' ? 'a rule: AWS or a deploy refuses it' : 'a rule: it deploys, and should not',
    blocks: [
      { kind: 'text', text: rule.summary },
      { kind: 'text', text: rule.why },
      { kind: 'facts', rows: facts(rule) },
      { kind: 'heading', text: 'Bad' },
      ...rule.examples.invalid.flatMap((example) => bad(rule, example)),
      { kind: 'heading', text: 'Good' },
      ...rule.examples.valid.map((text) => ({ kind: 'yaml', text }) as const),
      { kind: 'heading', text: 'Configure it' },
      ...configuration(rule),
      { kind: 'heading', text: 'References' },
      { kind: 'list', items: rule.references.map((url) => [web(url)]) },
    ],
  };
}

const SURE: Readonly<Record<Exclude<Confidence, 'inferred'>, string>> = {
  measured: 'measured on real pools',
  documented: 'documented by AWS',
};

function facts(rule: PoolRule): [string, Text][] {
  const settings = settingsOf(rule);
  return [
    ['severity', rule.severity],
    ['kind', rule.kind],
    ['sets', rule.kind === 'refusal' ? 'any: it runs in all' : rule.sets.join(', ')],
    ['runs in', runsIn(rule)],
    ['how sure', SURE[rule.confidence]],
    ...(settings.length === 0 ? [] : ([['points at', listed(settings.map(settingLink))]] as [string, Text][])),
    ...(rule.kind === 'posture' ? controlTexts(rule.controls) : []),
  ];
}

function runsIn({ kind }: PoolRule): string {
  return kind === 'refusal' ? 'validate, and every command that reads specs' : 'validate, and audit of the live pool';
}

/** `clients.callbackUrls` as people write it, leading to its page. */
export function settingLink(path: string): Span {
  const row = ROWS.find((one) => one.path === path);
  if (row) return { link: nameOf(row), to: { section: row.facet.id, setting: row.name } };
  return FACETS.some(({ id }) => id === path) ? { link: path, to: { section: path } } : code(path);
}

function bad(rule: PoolRule, example: string): Block[] {
  const { document, findings = [] } = judgedExample(rule, example) ?? {};
  const printed: Block[] = document && findings.length > 0 ? [{ kind: 'report', findings, document }] : [];
  return [{ kind: 'yaml', text: example }, ...printed];
}

/** A spec accepts one finding, with a reason and an end; the configuration speaks of all specs. */
function configuration({ id }: PoolRule): Block[] {
  const accept = `accept: [{ rule: ${id}, owner: identity team, reason: Why it is meant., expires: "2027-01-31" }]`;
  const config = `rules: { severity: { ${id}: off } } # or note, warning, error`;
  return [
    { kind: 'text', text: 'Where it is meant, the spec accepts it, at one `path` or everywhere:' },
    { kind: 'yaml', text: accept },
    { kind: 'text', text: 'For all specs of a folder, in `poolward.yaml`:' },
    { kind: 'yaml', text: config },
  ];
}
