import { describe, expect, it } from 'vitest';
import { loadTree, POOL, told } from './load-tree.js';

const OWN = `extends: ../base.yaml\n${POOL}`;

describe('extends', () => {
  it('lays a file over its bases, setting by setting, several levels deep', () => {
    const { specs, findings, specFiles } = loadTree({
      'configs/acme.yaml': `${OWN}mfa:\n  sms: false\nclients:\n  web:\n    authSessionMinutes: 5\n`,
      'base.yaml':
        'extends: deep/root.yaml\nmfa:\n  totp: true\n  sms: true\nclients:\n  web:\n    callbackUrls: [https://a.example]\n    authSessionMinutes: 4\n',
      'deep/root.yaml':
        'mfa:\n  mode: optional\nclients:\n  web:\n    callbackUrls: [https://x.example, https://y.example]\n  api:\n',
    });
    expect(findings).toEqual([]);
    expect(specFiles).toEqual(['configs/acme.yaml']);
    const [one] = specs;
    expect(one?.spec).toMatchObject({
      mfa: { mode: 'optional', sms: false, totp: true },
      clients: { web: { callbackUrls: ['https://a.example'], authSessionMinutes: 5 }, api: null },
    });
    const at = (...path: (string | number)[]) => {
      const { file, start } = one?.document.locate(path) ?? {};
      return `${file}:${start?.line}`;
    };
    expect(at('mfa', 'mode')).toBe('deep/root.yaml:2');
    expect(at('mfa', 'sms')).toBe('configs/acme.yaml:8');
    expect(at('clients', 'web', 'callbackUrls', 0)).toBe('base.yaml:7');
    expect(at('clients', 'api')).toBe('deep/root.yaml:6');
    expect(at('clients', 'api', 'callbackUrls')).toBe('deep/root.yaml:6');
  });

  it('takes a list of bases, the later over the earlier, and each file once', () => {
    const { specs } = loadTree({
      'configs/acme.yaml': `extends: [../a.yaml, ../b.yaml]\n${POOL}`,
      'a.yaml': 'extends: root.yaml\nmfa:\n  mode: required\n  totp: true\n',
      'b.yaml': 'extends: root.yaml\nmfa:\n  mode: optional\n',
      'root.yaml': 'mfa:\n  mode: off\n  totp: false\n',
    });
    expect(specs[0]?.spec.mfa).toEqual({ mode: 'optional', totp: true });
  });

  it('reads paths that a base names from the folder of the base', () => {
    const { specs, findings } = loadTree({
      'configs/acme.yaml': `extends: ../platform/base.yaml\n${POOL}`,
      'platform/base.yaml': 'include: [teams/billing.yaml]\n',
      'platform/teams/billing.yaml': 'clients:\n  billing:\n',
    });
    expect(findings).toEqual([]);
    expect(specs[0]?.spec.clients).toEqual({ billing: null });
  });

  it('adds nothing to an object with `web:`', () => {
    const { specs } = loadTree({
      'configs/acme.yaml': `${OWN}clients:\n  web:\n`,
      'base.yaml': 'clients:\n  web:\n    authSessionMinutes: 4\n',
    });
    expect(specs[0]?.spec.clients).toEqual({ web: { authSessionMinutes: 4 } });
  });

  it('removes what it inherits, also where a key holds dots', () => {
    const { specs, findings } = loadTree({
      'configs/acme.yaml': `${OWN}remove: [mfa.totp, clients.web, domains.auth.example.com, tokens]\nclients:\n  web:\n    authSessionMinutes: 5\n`,
      'base.yaml':
        'mfa:\n  mode: off\n  totp: true\ntokens:\n  issuer: updated\nclients:\n  web:\n    authSessionMinutes: 4\n    tokenRevocation: false\ndomains:\n  auth.example.com:\n    certificate: x\n',
    });
    expect(findings).toEqual([]);
    expect(specs[0]?.spec).toMatchObject({
      mfa: { mode: 'off' },
      clients: { web: { authSessionMinutes: 5 } },
      domains: {},
    });
    expect(specs[0]?.spec.mfa).not.toHaveProperty('totp');
    expect(specs[0]?.spec.clients?.['web']).not.toHaveProperty('tokenRevocation');
    expect(specs[0]?.spec).not.toHaveProperty('tokens');
  });

  it('takes a base in the same folder for a part, and for a spec too where it says pool.id', () => {
    const part = loadTree({
      'configs/acme.yaml': `extends: base.yaml\n${POOL}`,
      'configs/base.yaml': 'mfa:\n  mode: off\n',
    });
    expect(part.specFiles).toEqual(['configs/acme.yaml']);
    const both = loadTree({
      'configs/acme.yaml': POOL,
      'configs/staging.yaml': 'extends: acme.yaml\npool:\n  id: acme-staging\n',
    });
    expect(both.specs.map(({ spec }) => [spec.pool.id, spec.pool.name])).toEqual([
      ['acme', 'acme'],
      ['acme-staging', 'acme'],
    ]);
  });

  it('points into a base, and quotes it as it is spelt there', () => {
    const { findings, documents, specs } = loadTree({
      'configs/acme.yaml': `${OWN}clients:\n  web:\n    authSessionMinutes: 5\n`,
      'base.yaml': '\n\n\n\n\n\n\n\n\n\n\nclients:\n  api:\n    authSessionMinutes: 0x63\n    colour: red\n',
    });
    expect(specs).toEqual([]);
    expect(findings.map(told)).toEqual(['schema/out-of-range base.yaml:14:25', 'schema/unknown-key base.yaml:15:5']);
    expect(findings[0]?.message).toContain('0x63');
    expect(findings[0]?.target).toBe('configs/acme.yaml');
    expect(documents.get('base.yaml')?.text).toContain('colour');
  });

  it('tells once what is wrong with a base as YAML, however many specs extend it', () => {
    const { findings, invalid } = loadTree({
      'configs/a.yaml': OWN,
      'configs/b.yaml': OWN,
      'base.yaml': 'mfa: [\n',
    });
    expect(invalid).toBe(true);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.at?.file).toBe('base.yaml');
  });

  it.each<[string, Record<string, string>, string, RegExp]>([
    [
      'a missing base',
      { 'configs/acme.yaml': OWN },
      'extends/missing configs/acme.yaml:1:10',
      /base\.yaml does not exist/,
    ],
    [
      'a missing base of a base',
      { 'configs/acme.yaml': OWN, 'base.yaml': 'mfa: {mode: off}\nextends: [no.yaml]\n' },
      'extends/missing base.yaml:2:11',
      /no\.yaml/,
    ],
    [
      'a circle',
      { 'configs/acme.yaml': OWN, 'base.yaml': 'extends: b.yaml\n', 'b.yaml': 'extends: base.yaml\n' },
      'extends/circle b.yaml:1:10',
      /base\.yaml → b\.yaml → base\.yaml/,
    ],
    ['itself', { 'configs/acme.yaml': `extends: acme.yaml\n${POOL}` }, 'extends/circle configs/acme.yaml:1:10', /acme/],
    [
      'more levels than anybody follows',
      {
        'configs/acme.yaml': OWN,
        'base.yaml': 'extends: b0.yaml\n',
        ...Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`b${at}.yaml`, `extends: b${at + 1}.yaml\n`])),
      },
      'extends/too-deep b30.yaml:1:10',
      /More than 32 files/,
    ],
    [
      'what is no YAML',
      { 'configs/acme.yaml': `extends: ../../.aws/credentials\n${POOL}` },
      'extends/form configs/acme.yaml:1:10',
      /not the name of a YAML file/,
    ],
    [
      'what is no path',
      { 'configs/acme.yaml': `extends: 5\n${POOL}` },
      'extends/form configs/acme.yaml:1:10',
      /neither/,
    ],
    [
      'a removal of nothing',
      { 'configs/acme.yaml': `remove: [clients.web]\n${POOL}` },
      'remove/nothing configs/acme.yaml:1:10',
      /clients\.web/,
    ],
    [
      'a removal of no list',
      { 'configs/acme.yaml': `remove: clients.web\n${POOL}` },
      'remove/form configs/acme.yaml:1:9',
      /list/,
    ],
  ])('refuses %s', (_what, tree, place, message) => {
    const { findings, specs, invalid } = loadTree(tree);
    expect(specs).toEqual([]);
    expect(invalid).toBe(true);
    expect(findings.map(told)).toEqual([place]);
    expect(findings[0]?.message).toMatch(message);
  });

  it('sees a circle of files of which none is a pool', () => {
    const { findings, invalid } = loadTree({
      'configs/a.yaml': 'extends: b.yaml\n',
      'configs/b.yaml': 'extends: a.yaml\n',
    });
    expect(invalid).toBe(true);
    expect(findings.map(({ rule }) => rule)).toEqual(['extends/circle', 'extends/circle']);
  });
});
