import type { RuleDescription } from '../model/report.js';
import { RULES } from '../rules/index.js';
import type { PoolRule } from '../rules/kit/pool-rule.js';
import { shell } from '../text/shell.js';
import { controlNames } from './controls.js';
import { FINDINGS, type FindingKind } from './findings/index.js';
import { markdown } from './markdown.js';
import { type Block, type Page, type Text, web } from './page.js';
import { terminal } from './terminal.js';

/** What a rule, or a finding that no rule makes, is about; undefined for an id that is neither. */
export function describe(id: string): RuleDescription | undefined {
  const rule = RULES.find((one) => one.id === id);
  if (rule) return ofRule(rule);
  const finding = FINDINGS.find((one) => one.id === id);
  return finding && ofFinding(finding);
}

function ofRule(rule: PoolRule): RuleDescription {
  const { id, kind, severity, summary, why, references } = rule;
  const blocks: Block[] = [
    { kind: 'text', text: summary },
    { kind: 'text', text: why },
    ...rule.examples.valid.slice(0, 1).flatMap((text) => [{ kind: 'heading', text: 'Good' } as const, yaml(text)]),
    ...linksTo(references),
  ];
  return {
    summary,
    why,
    severity,
    help: helpOf({ name: id, what: kind, blocks: [...blocks, more(id)] }),
    tags: tagsOf(rule),
    ...urlOf(references),
  };
}

function ofFinding({ id, severity, summary, why, todo, references = [] }: FindingKind): RuleDescription {
  const blocks: Block[] = [summary, why, `What to do: ${todo}`].map((text) => ({ kind: 'text', text }));
  return {
    summary,
    why,
    severity: severity[0] ?? 'warning',
    help: helpOf({ name: id, what: 'a finding', blocks: [...blocks, ...linksTo(references), more(id)] }),
    tags: [id.split('/')[0] ?? id],
    ...urlOf(references),
  };
}

function tagsOf(rule: PoolRule): readonly string[] {
  if (rule.kind === 'refusal') return [rule.kind];
  return [rule.kind, ...rule.sets, ...controlNames(rule.controls)];
}

const yaml = (text: string): Block => ({ kind: 'yaml', text });

function linksTo(references: readonly string[]): Block[] {
  if (references.length === 0) return [];
  return [{ kind: 'list', items: references.map((url): Text => [web(url)]) }];
}

function more(id: string): Block {
  return { kind: 'text', text: shell`\`poolward explain ${id}\` says more.` };
}

function helpOf(page: Page): RuleDescription['help'] {
  return { text: terminal(page, false), markdown: markdown(page, { file: '' }) };
}

function urlOf([url]: readonly string[]): Pick<RuleDescription, 'url'> {
  return url === undefined ? {} : { url };
}
