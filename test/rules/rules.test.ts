import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { PoolSpec } from '../../src/facets/index.js';
import type { Finding } from '../../src/model/finding.js';
import { wholeSpec } from '../../src/rules/example.js';
import { RULES } from '../../src/rules/index.js';
import { runRules } from '../../src/rules/run.js';
import { parseSpec } from '../../src/spec/parse.js';
import { validateSpec } from '../../src/spec/validate.js';
import validator from '../../src/spec/validator.generated.js';

const FOLDER = join(import.meta.dirname, '../../src/rules');
const ENGINE = ['example', 'index', 'run'];

/** What the rules find in an example, which must be a valid spec by the schema. */
function judge(example: string): Finding[] {
  const { document, findings } = parseSpec('pool.yaml', new TextEncoder().encode(wholeSpec(example)));
  expect(findings).toEqual([]);
  if (!document) throw new Error('no document');
  expect(validateSpec(document, validator).map(({ message }) => message)).toEqual([]);
  return runRules(document, document.value as PoolSpec);
}

const ids = RULES.map(({ id }) => id);
const camelCase = (id: string) => id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

describe('the registry', () => {
  test('has every rule of the folder, sorted, and nothing else', () => {
    const files = readdirSync(FOLDER, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name.replace(/\.ts$/, ''));
    expect(ids).toEqual(files.filter((file) => !ENGINE.includes(file)).sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(ids)('%s is the export of its file', async (id) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const file = pathToFileURL(join(FOLDER, `${id}.ts`)).href;
    const module = (await import(/* @vite-ignore */ file)) as Record<string, unknown>;
    expect(module[camelCase(id)]).toBe(RULES.find((rule) => rule.id === id));
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
    expect(judge(example).map((finding) => finding.rule)).toEqual([]);
  });

  test.each(rule.examples.invalid)('refuses\n%s', (example) => {
    const findings = judge(example);
    expect([...new Set(findings.map((finding) => finding.rule))]).toEqual([id]);
    for (const { message, help, at, setting, fingerprint, severity, docs } of findings) {
      expect(message).toMatch(/^[^\n]+[."]$/);
      expect(help).toMatch(/^[^\n]+\.$/);
      expect(at?.start.line).toBeGreaterThan(1);
      expect(fingerprint).toBe(`example:${id}:${setting}`);
      expect({ severity, docs }).toEqual({ severity: rule.severity, docs: rule.references[0] });
    }
  });
});
