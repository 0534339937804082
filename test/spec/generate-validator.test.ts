import { beforeAll, expect, test } from 'vitest';
import { generateValidator } from '../../scripts/generate-validator.js';
import { parseSpec } from '../../src/spec/parse.js';
import { type Validator, validateSpec } from '../../src/spec/validate.js';
import { exampleSchema } from './example-schema.js';
import { loadValidator } from './load-validator.js';

let validator: Validator;

beforeAll(async () => {
  validator = await loadValidator(exampleSchema);
});

const rules = (text: string) => {
  const { document } = parseSpec('f', new TextEncoder().encode(text));
  return document && validateSpec(document, validator).map(({ rule, setting }) => `${rule} ${setting}`);
};

test('is generated the same every time, without static imports', async () => {
  const code = await generateValidator(exampleSchema);
  expect(code).toMatch(/^\/\/ @ts-nocheck\n/);
  expect(code).not.toMatch(/^\s*import\b/m);
  expect(await generateValidator(exampleSchema)).toBe(code);
});

test('validates as ajv does, helpers included', () => {
  expect(rules('pool: {id: main, region: eu-west-1, account: "123456789012"}')).toEqual([]);
  expect(
    rules('pool: {id: main, region: x, account: 1, name: ""}\nclients: {w: {callbackUrls: [https://a, https://a]}}'),
  ).toEqual([
    'schema/wrong-type pool.account',
    'schema/too-short pool.name',
    'schema/duplicate-item clients.w.callbackUrls.1',
  ]);
});

test('refuses misspelt keywords of a schema', async () => {
  await expect(generateValidator({ type: 'object', requird: ['a'] })).rejects.toThrow('requird');
});

test('refuses references that do not end or lead nowhere', async () => {
  await expect(
    generateValidator({ definitions: { a: { items: { $ref: '#/definitions/a' } } }, $ref: '#/definitions/a' }),
  ).rejects.toThrow('itself');
  await expect(generateValidator({ properties: { a: { $ref: '#/definitions/none' } } })).rejects.toThrow(
    'not in this schema',
  );
});
