// What an editor says of one file, of which the rest may be elsewhere.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { POOL } from '../harness/specs.js';

const accepts = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schema/pool.schema.json', 'utf8')));

it.each<[string, object, boolean]>([
  ['a whole spec', { pool: POOL }, true],
  ['a spec without an account', { pool: { ...POOL, account: undefined } }, false],
  ['a spec without a pool', { mfa: { mode: 'off' } }, false],
  ['a file that extends another', { extends: '../base.yaml', pool: { id: 'acme' } }, true],
  ['a file that extends others', { extends: ['a.yaml', 'b.yml'] }, true],
  ['a base that is no YAML', { extends: 'base.json' }, false],
  [
    'a file with overlays',
    { overlays: { prod: { pool: { id: 'acme' }, mfa: { mode: 'required' } }, dev: null } },
    true,
  ],
  ['an overlay with a misspelt section', { overlays: { prod: { mfas: {} } } }, false],
  ['an overlay with a misspelt setting', { overlays: { prod: { mfa: { mod: 'off' } } } }, false],
  ['an overlay of an object that must say something', { overlays: { prod: { identityProviders: { A: {} } } } }, true],
  ['a misspelt setting in a file that extends', { extends: 'a.yaml', mfa: { mod: 'off' } }, false],
])('%s', (_what, file, expected) => {
  expect(accepts(JSON.parse(JSON.stringify(file)))).toBe(expected);
});
