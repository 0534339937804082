import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseSpec } from '../../src/spec/parse.js';
import { type Validator, validateSpec } from '../../src/spec/validate.js';
import { exampleSchema } from './example-schema.js';
import { loadValidator } from './load-validator.js';
import { CASES, POOL } from './schema-cases.js';

let validator: Validator;

beforeAll(async () => {
  validator = await loadValidator(exampleSchema);
});

function findingsOf(text: string) {
  const { document, findings } = parseSpec('f', new TextEncoder().encode(text));
  if (document === undefined) throw new Error('no document');
  return [...findings, ...validateSpec(document, validator)];
}

describe('schemaFindings', () => {
  test.each(CASES)('%s', (_, text, ...expected) => {
    const found = findingsOf(POOL + text).map(({ rule, at, message, help }) => [
      rule,
      `${at?.start.line}:${at?.start.column}`,
      message,
      help,
    ]);
    expect(found).toEqual(expected.map(([rule, ...rest]) => [`schema/${rule}`, ...rest]));
  });

  test.each([
    ['012345678901', 'Put it in quotes: "012345678901". YAML reads 12345678901: leading zeros are lost.'],
    ['123456789012', 'Put it in quotes: "123456789012". Without quotes leading zeros would be lost.'],
  ])('account %s', (account, help) => {
    const found = findingsOf(`pool: {id: a, region: b, account: ${account}}`);
    expect(found).toMatchObject([
      {
        rule: 'schema/wrong-type',
        message: `pool.account is the number ${account}; expected twelve digits, in quotes.`,
        help,
      },
    ]);
  });

  test('all problems, in the order of the file, each with its own fingerprint', () => {
    const found = findingsOf('tags: 1\npool:\n  regoin: x\n  id: Main\n  name: ""\n  account: "1"\n');
    expect(found.map(({ rule, setting }) => `${rule} ${setting}`)).toEqual([
      'schema/wrong-type tags',
      'schema/unknown-key pool.regoin',
      'schema/pattern pool.id',
      'schema/too-short pool.name',
      'schema/pattern pool.account',
    ]);
    expect(found[0]?.fingerprint).toBe('Main:schema/wrong-type:tags');
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(found.length);
  });

  test('a missing key points at its section and shows an example', () => {
    expect(findingsOf('pool:\n  id: main\n  account: "123456789012"\n')).toMatchObject([
      { at: { start: { line: 1, column: 1 } }, setting: 'pool.region', help: 'Add region: eu-west-1 under pool.' },
    ]);
    expect(findingsOf('mfa: {}\n')).toMatchObject([
      { rule: 'schema/missing-key', setting: 'pool', fingerprint: 'f:schema/missing-key:pool' },
    ]);
  });

  test('too long text says by how much', () => {
    expect(findingsOf(POOL.replace('main', 'a'.repeat(22)))).toMatchObject([
      {
        rule: 'schema/too-long',
        message: 'pool.id has 22 characters; at most 20 characters are allowed.',
        help: 'Shorten it by 2 characters.',
      },
    ]);
  });

  test('nothing is said about a document whose YAML is broken', () => {
    expect(findingsOf('a: 1\na: 2\n').map(({ rule }) => rule)).toEqual(['yaml/duplicate-key']);
  });

  const key = fc.constantFrom(
    'pool',
    'id',
    'mode',
    'mfa',
    'arn',
    'from',
    'type',
    'metadata',
    'email',
    'on',
    'role',
    'a b',
    'web',
    'toString',
  );
  const leaf = fc.constantFrom('x', 'ON', 'SAML', 'arn:x', '1h', 1, 0, -1, true, null, 'COGNITO');
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('tree'), { maxLength: 4 }), fc.dictionary(key, tie('tree'))),
  }));
  const section = fc.constantFrom(...Object.keys(exampleSchema.properties), 'none');

  test('there is a finding exactly when the value is invalid, and each is complete', () => {
    fc.assert(
      fc.property(fc.dictionary(section, tree, { minKeys: 1 }), (value) => {
        const text = stringify(value, { aliasDuplicateObjects: false });
        const found = findingsOf(text);
        expect(found.length === 0).toBe(validator(JSON.parse(JSON.stringify(value))));
        for (const { message, help, at } of found) {
          expect(message).toMatch(/\.$/);
          expect(help).toMatch(/[.?]$/);
          expect(at?.start.line).toBeLessThanOrEqual(text.split('\n').length);
        }
        const causes = found.map(({ rule, setting }) => `${rule} ${setting}`);
        expect(new Set(causes).size).toBe(causes.length);
      }),
      { numRuns: 1000 },
    );
  });
});
