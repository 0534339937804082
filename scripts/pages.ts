// The generated pages about rules, findings and settings. `poolward explain` prints the same.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { controlIds } from '../src/explain/controls.js';
import { findingPage } from '../src/explain/finding-page.js';
import { FAMILIES, FINDINGS } from '../src/explain/findings/index.js';
import { keyPage } from '../src/explain/key-page.js';
import { cell, markdown, table } from '../src/explain/markdown.js';
import { ROWS } from '../src/explain/rows.js';
import { rulePage } from '../src/explain/rule-page.js';
import { sectionPage } from '../src/explain/section-page.js';
import { settingPage } from '../src/explain/setting-page.js';
import { FACETS } from '../src/facets/index.js';
import type { Facet } from '../src/model/facet.js';
import { SEVERITIES } from '../src/model/finding.js';
import { SPEC_KEYS } from '../src/model/spec-keys.js';
import { RULES } from '../src/rules/index.js';
import type { PoolRule } from '../src/rules/kit/pool-rule.js';

const GENERATED = '<!-- Made by `npm run generate`; do not edit. -->\n\n';

/** Folders that hold generated pages only. */
const FOLDERS = ['docs/rules', 'docs/settings'];

/** Every page by its path. */
export function pages(): Record<string, string> {
  const made: readonly (readonly [string, string])[] = [
    ...RULES.map((rule) => [`rules/${rule.id}.md`, markdown(rulePage(rule), { file: `rules/${rule.id}.md` })] as const),
    ['rules/README.md', rulesIndex()],
    ['findings.md', findingsPage()],
    ...(FACETS as readonly Facet[]).map((facet) => [`settings/${facet.id}.md`, settingsPage(facet)] as const),
    ...Object.keys(SPEC_KEYS).map(
      (key) => [`settings/${key}.md`, markdown(keyPage(key), { file: `settings/${key}.md` })] as const,
    ),
    ['settings/README.md', settingsIndex()],
  ];
  return Object.fromEntries(made.map(([file, text]) => [`docs/${file}`, GENERATED + text]));
}

/** Pages of what is no more. */
export function stalePages(): string[] {
  const known = pages();
  return FOLDERS.flatMap((folder) => filesIn(folder).map((name) => `${folder}/${name}`)).filter(
    (file) => !(file in known),
  );
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(fileURLToPath(new URL(`../${folder}`, import.meta.url)));
  } catch {
    return [];
  }
}

function rulesIndex(): string {
  return `# Rules

A rule judges what one setting's schema cannot. One that is a **refusal** stands for what AWS, or a deploy, would answer; one of
**posture** for what deploys and an engineer should not want. The set \`recommended\` runs unless \`poolward.yaml\` says otherwise;
\`strict\` adds what is good and has its price. \`poolward explain <rule>\` prints a page. The examples leave out the keys of \`pool\`
that every spec has, so the lines that are printed are those of the whole spec.

Findings that no rule makes are [a page of their own](../findings.md).
${(['posture', 'refusal'] as const).map(ofKind).join('')}`;
}

const TITLES = { posture: 'Posture', refusal: 'Refusals' } as const;

function ofKind(kind: PoolRule['kind']): string {
  const rules = RULES.filter((rule) => rule.kind === kind);
  if (rules.length === 0) return '';
  const head = kind === 'posture' ? ['rule', 'severity', 'sets', 'says', 'controls'] : ['rule', 'severity', 'says'];
  return `\n## ${TITLES[kind]}\n\n${table(head, [...rules].sort(byWeight).map(ruleRow))}\n`;
}

function byWeight(a: PoolRule, b: PoolRule): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.id < b.id ? -1 : 1);
}

function ruleRow(rule: PoolRule): string[] {
  const summary = cell(rule.summary, 'rules/README.md');
  const name = `[${rule.id}](${rule.id}.md)`;
  if (rule.kind === 'refusal') return [name, rule.severity, summary];
  return [name, rule.severity, rule.sets.join(', '), summary, controlIds(rule.controls)];
}

function findingsPage(): string {
  const family = ([name, title]: [string, string]) => {
    const own = FINDINGS.filter(({ id }) => id.startsWith(`${name}/`));
    const parts = own.map((finding) => markdown(findingPage(finding), { file: 'findings.md', level: 3 }));
    return `## ${title}\n\n${parts.join('\n')}`;
  };
  return `# Findings

What Poolward reports beside [the rules](rules/README.md), by id. \`poolward explain <id>\` prints the same.

${Object.entries(FAMILIES).map(family).join('\n')}`;
}

function settingsPage(facet: Facet): string {
  const file = `settings/${facet.id}.md`;
  const rows = ROWS.filter((row) => row.facet === facet);
  const parts = rows.map((row) => markdown(settingPage(row), { file, level: 2, heading: row.name }));
  return [markdown(sectionPage(facet, true), { file, heading: `${facet.id}: ${facet.title}` }), ...parts].join('\n');
}

function settingsIndex(): string {
  const file = 'settings/README.md';
  const sections = (FACETS as readonly Facet[]).map((facet) => {
    const count = ROWS.filter((row) => row.facet === facet).length;
    return [`[${facet.id}](${facet.id}.md)`, cell(facet.summary, file), String(count)];
  });
  const keys = Object.entries(SPEC_KEYS).map(([key, schema]) => [
    `[${key}](${key}.md)`,
    cell(String(schema['description']), file),
  ]);
  return `# Settings

Every setting of a spec, by section: what it may be, what silence means, what Terraform and \`fix\` do with it, and which rules
point at it. \`poolward explain mfa.sms\` prints the same. [What silence means](../silence.md) · [Coverage](../coverage.md)

${table(['section', 'about', 'settings'], sections)}

## Keys that say how a spec is read

${table(['key', 'about'], keys)}
`;
}
