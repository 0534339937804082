import { describe, expect, test } from 'vitest';
import type { PoolSpec } from '../../src/facets/index.js';
import { admitsBelow } from '../../src/model/version.js';
import { wholeSpec } from '../../src/rules/example.js';
import { refusals } from '../../src/rules/run.js';
import { parseSpec } from '../../src/spec/parse.js';

const documentOf = (text: string) => {
  const { document } = parseSpec('pool.yaml', new TextEncoder().encode(wholeSpec(text)));
  if (!document) throw new Error('no document');
  return document;
};
const run = (text: string, spec?: object) => {
  const document = documentOf(text);
  return refusals(document, (spec ?? document.value) as PoolSpec);
};
/** `rule line:column-end`, in the lines below the standard pool section. */
const places = (text: string) =>
  run(text).map(({ rule, at }) => {
    const [start, end] = [at?.start, at?.end];
    return `${rule} ${(start?.line ?? 0) - 5}:${start?.column}-${end?.column}`;
  });

describe('refusals', () => {
  test('says where, how sure and what to read', () => {
    expect(run('mfa:\n  mode: off\n  totp: true\n')).toEqual([
      {
        rule: 'mfa-off-with-factors',
        severity: 'error',
        message: expect.stringContaining("can't turn off MFA and configure an MFA together"),
        target: 'pool.yaml',
        setting: 'mfa.mode',
        at: { file: 'pool.yaml', start: { line: 7, column: 9 }, end: { line: 7, column: 12 } },
        confidence: 'measured',
        help: expect.any(String),
        docs: expect.stringMatching(/^https:/),
        fingerprint: 'example:mfa-off-with-factors:mfa.mode',
      },
    ]);
  });

  test('points at a value, at the key of an object, and at the nearest ancestor of what is missing', () => {
    expect(
      places(
        [
          'domains:',
          '  auth.example.com:',
          '    managedLoginVersion: 2',
          'clients:',
          '  web:',
          '    secret: false',
          '    oauthFlows: [code]',
          '    oauthScopes: [openid]',
          '  app:',
          '    callbackUrls: [https://a.example/, "http://b.example/"]',
        ].join('\n'),
      ),
    ).toEqual([
      'custom-domain-needs-certificate 2:3-19',
      'oauth-needs-callback 5:3-6',
      'callback-url-not-https 10:40-59',
    ]);
  });

  test('knows the settings that the YAML leaves out', () => {
    expect(places('pool:\n  tier: plus\nclients:\n  empty:\ndomains:\nmfa:\n')).toEqual([]);
  });

  test('a rule that breaks is a finding, and silences no other', () => {
    const spec = { ...(documentOf('').value as object), clients: { web: { oauthFlows: 5 } }, mfa: { totp: true } };
    const rules = run('mfa: {totp: true}', spec).map(({ rule }) => rule);
    expect(rules).toContain('spec/rule-failed');
    expect(rules).toContain('mfa-off-with-factors');
    expect(run('a: 1', { pool: null })).toMatchObject([{ rule: 'spec/rule-failed', severity: 'error' }]);
  });
});

describe('wholeSpec', () => {
  test('adds to pool what is missing there', () => {
    const head = 'pool:\n  id: example\n  name: example\n  region: eu-west-1\n  account: "123456789012"\n';
    expect(wholeSpec('mfa:\n  mode: off\n')).toBe(`${head}mfa:\n  mode: off\n`);
    expect(wholeSpec('pool:\n  tier: lite\nclients:\n  a:\n    name: b\n')).toBe(
      `${head}  tier: lite\nclients:\n  a:\n    name: b\n`,
    );
    expect(wholeSpec('pool:\n  id: mine\n')).toBe(`${head.replace('  id: example\n', '')}  id: mine\n`);
  });
});

test.each([
  ['>= 5.98.0, < 7.0.0', true],
  ['>= 6.11.0, < 7.0.0', false],
  ['<7.0.0,>=6.11.0', false],
  ['~> 6.0', true],
  ['~> 6.11', false],
  ['~> 6.11.0', false],
  ['>= 6.9', true],
  ['> 6.11.0', false],
  ['6.14.0', false],
  ['= 6.10.0', true],
  ['>= 7', false],
  ['< 7.0.0', true],
  ['!= 6.11.0', true],
  ['>= 6.11.0-beta1', false],
  ['nonsense', true],
])('%s admits a version below 6.11.0: %s', (constraint, admits) => {
  expect(admitsBelow(constraint, [6, 11, 0])).toBe(admits);
});
