// What no deploy changes, by Terraform's state alone.
import { expect, it } from 'vitest';
import { fixedSettings } from '../../src/plan/fixed.js';
import { subjectOf } from '../harness/specs.js';

const said = (word: string) => `signIn:\n  caseSensitive: ${word}\n`;

it.each<[string, string, object[] | undefined, string[]]>([
  ['as it was made', said('false'), [{ case_sensitive: false }], []],
  ['otherwise than it was made', said('true'), [{ case_sensitive: false }], ['signIn.caseSensitive']],
  ['what the pool was made without', said('false'), [], ['signIn.caseSensitive']],
  ['nothing', '', [{ case_sensitive: true }], []],
  ['of a pool that is not deployed', said('true'), undefined, []],
])('a spec that says it %s', (_what, yaml, username_configuration, settings) => {
  const { document, spec } = subjectOf(yaml);
  const state = new Map(username_configuration && [['aws_cognito_user_pool.pool', { username_configuration }]]);
  expect(fixedSettings({ document, spec, state }).map(({ setting }) => setting)).toEqual(settings);
});
