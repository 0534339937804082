// The catalogue of findings has every id that the sources can report, and no other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { FAMILIES, FINDINGS } from '../../src/explain/findings/index.js';
import { CHECKS } from '../../src/preflight/checks/index.js';
import { ACCOUNT } from '../../src/preflight/preflight.js';
import { FILES } from '../harness/sources.js';

const ids = FINDINGS.map(({ id }) => id);
const known = new Set(ids.map((id) => id.split('/')[0] ?? ''));

/** Files that make findings without a rule of their own. */
const makers = FILES.filter((file) => !/^(explain|sandbox|rules\/(refusals|posture))\//.test(file));

interface Said {
  /** `schema/wrong-type`, wherever it stands: in a `rule`, or as an argument. */
  readonly whole: Set<string>;
  /** `drift/` of a template. */
  readonly heads: Set<string>;
  /** `two-steps` of a `rule` without a family. */
  readonly parts: Set<string>;
}

function saidIn(file: string, said: Said): void {
  const tree = ts.createSourceFile(file, readFileSync(join('src', file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteral(node)) sayString(node, said);
    if (ts.isTemplateHead(node) && /^[a-z]+\/$/.test(node.text)) said.heads.add(node.text.slice(0, -1));
    ts.forEachChild(node, visit);
  };
  visit(tree);
}

function sayString(node: ts.StringLiteral, { whole, parts }: Said): void {
  const isRule = isRuleName(node);
  if (/^[a-z]+\/[a-z]+(-[a-z0-9]+)*$/.test(node.text)) {
    if (isRule || known.has(node.text.split('/')[0] ?? '')) whole.add(node.text);
  } else if (isRule && /^[a-z]+(-[a-z0-9]+)*$/.test(node.text)) parts.add(node.text);
}

/** The value of a property or variable `rule`, also behind a `?:`. */
function isRuleName(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isConditionalExpression(parent)) return isRuleName(parent);
  return (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) && parent.name.getText() === 'rule';
}

const said: Said = { whole: new Set(), heads: new Set(), parts: new Set() };
for (const file of makers) saidIn(file, said);

/** What the templates are made with; the rules of a plan are named without their family. */
const OF_TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  drift: ['changed', 'extra', 'missing', 'unchecked'],
  plan: [...said.parts],
  preflight: [ACCOUNT, ...CHECKS].flatMap(({ findings }) => Object.keys(findings)),
  schema: ['format', 'pattern'],
};

it('knows every template that makes an id', () => {
  expect([...said.heads].filter((head) => known.has(head)).sort()).toEqual(Object.keys(OF_TEMPLATES).sort());
});

it('has every id of the sources, and no other', () => {
  const made = Object.entries(OF_TEMPLATES).flatMap(([family, names]) => names.map((name) => `${family}/${name}`));
  expect(ids).toEqual([...new Set([...said.whole, ...made])].sort());
});

it('has a title for every family', () => {
  expect(Object.keys(FAMILIES)).toEqual([...known].sort());
});

it.each(FINDINGS.map((finding) => [finding.id, finding] as const))('%s is explained in sentences', (_id, finding) => {
  expect(finding.severity.length).toBeGreaterThan(0);
  for (const text of [finding.summary, finding.why, finding.todo]) expect(text).toMatch(/^[^\n]+\.$/);
});
