import { describe, expect, it } from 'vitest';
import { loadTree, told } from './load-tree.js';

const SHARED = 'pool:\n  name: acme\n  region: eu-west-1\nmfa:\n  mode: optional\n  totp: true\n  sms: false\n';
const OVERLAYS = `overlays:
  development:
    pool: {id: acme-dev, account: "111111111111"}
  production:
    pool: {id: acme-prod, account: "222222222222"}
    mfa: {mode: required}
    remove: [mfa.sms]
`;
const TREE = { 'configs/acme.yaml': SHARED + OVERLAYS };

describe('overlays', () => {
  it('make a spec of each environment', () => {
    const { specs, findings, specFiles } = loadTree(TREE);
    expect(findings).toEqual([]);
    expect(specs.map(({ spec }) => [spec.pool.id, spec.mfa])).toEqual([
      ['acme-dev', { mode: 'optional', totp: true, sms: false }],
      ['acme-prod', { mode: 'required', totp: true }],
    ]);
    expect(specFiles).toEqual([
      'configs/acme.yaml --environment development',
      'configs/acme.yaml --environment production',
    ]);
    const at = (path: string[]) => specs[1]?.document.locate(path);
    expect(at(['mfa', 'mode'])).toMatchObject({ file: 'configs/acme.yaml', start: { line: 13, column: 17 } });
    expect(at(['pool', 'name'])).toMatchObject({ file: 'configs/acme.yaml', start: { line: 2, column: 9 } });
  });

  it('are chosen from by name', () => {
    const { specs, specFiles } = loadTree(TREE, { environment: 'production' });
    expect(specs.map(({ spec }) => spec.pool.id)).toEqual(['acme-prod']);
    expect(specFiles).toEqual(['configs/acme.yaml --environment production']);
  });

  it('need no variable of another environment', () => {
    const text = (SHARED + OVERLAYS).replace('"222222222222"', '"${PROD_ACCOUNT}"');
    expect(loadTree({ 'configs/acme.yaml': text }, { environment: 'development' }).findings).toEqual([]);
    expect(loadTree({ 'configs/acme.yaml': text }).findings.map(told)).toEqual([
      'variables/unresolved configs/acme.yaml:12:37',
    ]);
  });

  it('of a base lie over the files, the nearer last', () => {
    const { specs, findings } = loadTree({
      'configs/acme.yaml': `extends: ../base.yaml\n${SHARED}overlays:\n  production:\n    pool: {id: acme, account: "222222222222"}\n    mfa: {smsMessage: "near {####}"}\n`,
      'base.yaml': 'overlays:\n  production:\n    mfa: {mode: required, smsMessage: "far {####}"}\n',
    });
    expect(findings).toEqual([]);
    expect(specs[0]?.spec.mfa).toEqual({ mode: 'required', totp: true, sms: false, smsMessage: 'near {####}' });
    expect(specs[0]?.document.locate(['mfa', 'mode'])).toMatchObject({ file: 'base.yaml', start: { line: 3 } });
  });

  it('change what an included file declares', () => {
    const { specs, findings } = loadTree({
      'configs/acme.yaml': `${SHARED}include: [../teams/billing.yaml]\noverlays:\n  production:\n    pool: {id: acme, account: "222222222222"}\n    clients: {billing: {authSessionMinutes: 5}}\n`,
      'teams/billing.yaml': 'clients:\n  billing:\n    tokenRevocation: false\n',
    });
    expect(findings).toEqual([]);
    expect(specs[0]?.spec.clients).toEqual({ billing: { tokenRevocation: false, authSessionMinutes: 5 } });
  });

  it.each<[string, string, string | undefined, string, string]>([
    [
      'an unknown name',
      SHARED + OVERLAYS,
      'prodution',
      'overlays/unknown configs/acme.yaml:8:1',
      'known: development or production',
    ],
    [
      'a file without any',
      `${SHARED}signUp: {selfSignUp: false}\n`,
      'production',
      'overlays/unknown configs/acme.yaml:1:1',
      'has no environments',
    ],
    ['none', `${SHARED}overlays: {}\n`, undefined, 'overlays/form configs/acme.yaml:8:11', 'names no environment'],
    [
      'more than a hundred',
      `${SHARED}overlays: {${Array.from({ length: 101 }, (_, at) => `e${at}: `).join(', ')}}\n`,
      undefined,
      'overlays/form configs/acme.yaml:8:11',
      'more than 100',
    ],
    [
      'a list',
      `${SHARED}overlays: [production]\n`,
      undefined,
      'overlays/form configs/acme.yaml:8:11',
      'names no environment',
    ],
    [
      'a name with spaces',
      `${SHARED}overlays:\n  the prod: {}\n`,
      undefined,
      'overlays/form configs/acme.yaml:9:3',
      'the prod',
    ],
    ['a text', `${SHARED}overlays:\n  prod: yes\n`, undefined, 'overlays/form configs/acme.yaml:9:9', 'not a mapping'],
    [
      'an include',
      `${SHARED}overlays:\n  prod:\n    include: [x.yaml]\n`,
      undefined,
      'overlays/form configs/acme.yaml:10:5',
      'cannot stand in an overlay',
    ],
    [
      'a misspelt key',
      SHARED + OVERLAYS.replace('{mode: required}', '{mod: required}'),
      'production',
      'schema/unknown-key configs/acme.yaml:13:11',
      'mod',
    ],
    [
      'two of one id',
      SHARED + OVERLAYS.replace('acme-prod', 'acme-dev'),
      undefined,
      'spec/shared-id configs/acme.yaml:12:16',
      'acme-dev',
    ],
  ])('refuse %s', (_what, text, environment, place, message) => {
    const { findings, invalid } = loadTree({ 'configs/acme.yaml': text }, { environment });
    expect(invalid).toBe(true);
    expect(findings.map(told)).toEqual([place]);
    expect(findings[0]?.message).toContain(message);
  });
});
