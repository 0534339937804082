import { describe, expect, it } from 'vitest';
import { loadTree, POOL, told } from './load-tree.js';

const ENV = { HOST: 'app.example.com', LENGTH: '14', ON: 'true', EMPTY: '', ACCOUNT: '000000000012' };

const load = (text: string, env: Readonly<Record<string, string>> = ENV) =>
  loadTree({ 'configs/acme.yaml': POOL + text }, { env });

describe('variables', () => {
  it.each<[string, string, unknown]>([
    [
      'in a text',
      'clients: {web: {callbackUrls: ["https://${HOST}/cb"]}}',
      { clients: { web: { callbackUrls: ['https://app.example.com/cb'] } } },
    ],
    ['twice', 'mfa: {smsMessage: "${LENGTH} ${ON} {####}"}', { mfa: { smsMessage: '14 true {####}' } }],
    ['as a number', 'passwordPolicy:\n  minimumLength: ${LENGTH}', { passwordPolicy: { minimumLength: 14 } }],
    ['as a boolean', 'signUp:\n  selfSignUp: ${ON}', { signUp: { selfSignUp: true } }],
    ['with a default', 'passwordPolicy:\n  minimumLength: ${NO:-11}', { passwordPolicy: { minimumLength: 11 } }],
    ['with a default where it is empty', 'mfa: {mode: "${EMPTY:-off}"}', { mfa: { mode: 'off' } }],
    ['escaped', 'mfa: {smsMessage: "$${HOST} {####} $5"}', { mfa: { smsMessage: '${HOST} {####} $5' } }],
    [
      'in a block of text',
      'mfa:\n  smsMessage: |-\n    ${LENGTH}\n    {####}\n',
      { mfa: { smsMessage: '14\n{####}' } },
    ],
  ])('are filled in %s', (_what, text, expected) => {
    const { specs, findings } = load(text);
    expect(findings).toEqual([]);
    expect(specs[0]?.spec).toMatchObject(expected as object);
  });

  it('keep what is in quotes a text', () => {
    const { specs } = loadTree({ 'configs/acme.yaml': POOL.replace('123456789012', '${ACCOUNT}') }, { env: ENV });
    expect(specs[0]?.spec.pool.account).toBe('000000000012');
  });

  it('say what to do where a number was to be a text', () => {
    const { findings } = loadTree({ 'configs/acme.yaml': POOL.replace('"123456789012"', '${ACCOUNT}') }, { env: ENV });
    expect(findings.map(told)).toEqual(['schema/wrong-type configs/acme.yaml:5:12']);
    expect(findings[0]?.help).toContain('Put it in quotes: "${ACCOUNT}".');
  });

  it.each<[string, string, string, string]>([
    [
      'no value',
      'mfa:\n  smsMessage: "{####} ${NO} and"\n',
      'variables/unresolved configs/acme.yaml:7:23',
      'The variable NO is not set',
    ],
    ['an empty value', 'signUp:\n  selfSignUp: ${EMPTY}\n', 'variables/unresolved configs/acme.yaml:7:15', 'EMPTY'],
    [
      'no value, on a later line',
      'mfa:\n  smsMessage: |\n    {####}\n    ${NO}\n',
      'variables/unresolved configs/acme.yaml:9:5',
      'NO',
    ],
    [
      'no name',
      'mfa:\n  smsMessage: "${1} {####}"\n',
      'variables/malformed configs/acme.yaml:7:16',
      '"${1}" begins like a variable',
    ],
    [
      'another form of default',
      'mfa:\n  smsMessage: "${HOST-x} {####}"\n',
      'variables/malformed configs/acme.yaml:7:16',
      '${HOST-x}',
    ],
    ['no end', 'mfa:\n  smsMessage: "{####} ${HOST"\n', 'variables/malformed configs/acme.yaml:7:23', '${HOST'],
    [
      'a name that every object has',
      'mfa:\n  smsMessage: "{####} ${constructor}"\n',
      'variables/unresolved configs/acme.yaml:7:23',
      'constructor',
    ],
  ])('are refused with %s', (_what, text, place, message) => {
    const { findings, specs } = load(text);
    expect(specs).toEqual([]);
    expect(findings.map(told)).toEqual([place]);
    expect(findings[0]?.message).toContain(message);
  });

  it('need no value where a nearer file says the setting', () => {
    const { findings, specs } = loadTree({
      'configs/acme.yaml': `extends: ../base.yaml\n${POOL}mfa:\n  mode: off\n`,
      'base.yaml': 'mfa:\n  mode: ${MODE}\n',
    });
    expect(findings).toEqual([]);
    expect(specs[0]?.spec.mfa).toEqual({ mode: 'off' });
  });

  it('are pointed at in the base that has them', () => {
    const { findings } = loadTree({
      'configs/acme.yaml': `extends: ../base.yaml\n${POOL}`,
      'base.yaml': 'mfa:\n  mode: ${MODE}\n',
    });
    expect(findings.map(told)).toEqual(['variables/unresolved base.yaml:2:9']);
  });

  it.each<[string, string]>([
    ['by the schema', 'clients:\n  web:\n    authFlows: ["${SECRET}"]\n'],
    ['by the schema, clipped', 'clients:\n  web:\n    authFlows: ["x ${LONG} x"]\n'],
    [
      'by a rule',
      'clients:\n  web:\n    oauthFlows: [code]\n    oauthScopes: [openid]\n    callbackUrls: ["http://${SECRET}/"]\n',
    ],
    [
      'by a rule, long',
      'clients:\n  web:\n    oauthFlows: [code]\n    oauthScopes: [openid]\n    callbackUrls: ["http://${LONG}/"]\n',
    ],
  ])('never show their value: refused %s', (_what, text) => {
    const env = { SECRET: 'wJalrXUtnFEMIK7MDENG', LONG: 'wJalrXUtnFEMIK7MDENG'.repeat(12) };
    const { findings } = load(text, env);
    expect(findings.map(({ severity }) => severity)).toContain('error');
    expect(JSON.stringify(findings)).not.toMatch(/wJalrXUt/);
    expect(findings.some(({ message }) => message.includes('${'))).toBe(true);
  });
});
