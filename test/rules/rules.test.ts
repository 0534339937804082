import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { PoolSpec } from '../../src/facets/index.js';
import type { RuleChoice } from '../../src/model/config.js';
import type { Finding } from '../../src/model/finding.js';
import { RULE_SETS } from '../../src/model/rule.js';
import { wholeSpec } from '../../src/rules/example.js';
import { RULES } from '../../src/rules/index.js';
import type { PoolRule } from '../../src/rules/kit/pool-rule.js';
import { POSTURE } from '../../src/rules/posture/index.js';
import { REFUSALS } from '../../src/rules/refusals/index.js';
import { posture, refusals } from '../../src/rules/run.js';
import { parseSpec } from '../../src/spec/parse.js';
import { validateSpec } from '../../src/spec/validate.js';
import validator from '../../src/spec/validator.generated.js';

const FOLDER = join(import.meta.dirname, '../../src/rules');

const ALL: RuleChoice = { sets: RULE_SETS, severity: {} };

/** What the rules of one kind find in an example, which must be a valid spec by the schema. */
function judge(example: string, kind: PoolRule['kind']): Finding[] {
  const { document, findings } = parseSpec('pool.yaml', new TextEncoder().encode(wholeSpec(example)));
  expect(findings).toEqual([]);
  if (!document) throw new Error('no document');
  expect(validateSpec(document, validator).map(({ message }) => message)).toEqual([]);
  return (kind === 'refusal' ? refusals : posture)(document, document.value as PoolSpec, ALL, '2026-01-01');
}

const camelCase = (id: string) => id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

describe.each([
  ['refusals', 'refusal', REFUSALS],
  ['posture', 'posture', POSTURE],
] as const)('the registry of %s', (folder, kind, rules: readonly PoolRule[]) => {
  const ids = rules.map(({ id }) => id);

  test('has every rule of the folder, sorted, and nothing else', () => {
    const files = readdirSync(join(FOLDER, folder)).map((name) => name.replace(/\.ts$/, ''));
    expect(ids).toEqual(files.filter((file) => file !== 'index').sort());
    expect(rules.filter((rule) => rule.kind !== kind)).toEqual([]);
  });

  test('names no rule twice', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  test.each(ids)('%s is the export of its file', async (id) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const file = pathToFileURL(join(FOLDER, folder, `${id}.ts`)).href;
    const module = (await import(/* @vite-ignore */ file)) as Record<string, unknown>;
    expect(module[camelCase(id)]).toBe(rules.find((rule) => rule.id === id));
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('says what it is', () => {
    for (const text of [rule.summary, rule.why]) expect(text).toMatch(/^[^\n]+\.$/);
    expect(rule.references.length).toBeGreaterThan(0);
    for (const reference of rule.references) expect(() => new URL(reference)).not.toThrow();
    expect(rule.sets.length).toBeGreaterThan(0);
    expect(rule.examples.valid.length).toBeGreaterThan(0);
    expect(rule.examples.invalid.length).toBeGreaterThan(0);
  });

  test.each(rule.examples.valid)('passes\n%s', (example) => {
    expect(judge(example, 'refusal').map((finding) => finding.rule)).toEqual([]);
    expect(judge(example, 'posture').filter((finding) => finding.rule === id)).toEqual([]);
  });

  test.each(rule.examples.invalid)('refuses\n%s', (example) => {
    // What is refused is refused for this alone; other rules may find fault with what deploys.
    const found = judge(example, rule.kind);
    const findings = rule.kind === 'refusal' ? found : found.filter((finding) => finding.rule === id);
    expect(findings).not.toEqual([]);
    expect(findings.filter((finding) => finding.rule !== id)).toEqual([]);
    for (const { message, help, at, setting, fingerprint, severity, docs } of findings) {
      expect(message).toMatch(/^[^\n]+[."]$/);
      expect(help).toMatch(/^[^\n]+\.$/);
      expect(at?.start.line).toBeGreaterThan(1);
      expect(fingerprint).toBe(`example:${id}:${setting}`);
      expect({ severity, docs }).toEqual({ severity: rule.severity, docs: rule.references[0] });
    }
  });
});
