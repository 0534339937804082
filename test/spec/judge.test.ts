import { describe, expect, it } from 'vitest';
import type { LoadOptions } from '../../src/spec/load.js';
import { loadSpecs } from '../../src/spec/load.js';
import { filesOf } from '../harness/files.js';

const POOL = 'pool:\n  id: acme\n  name: acme\n  region: eu-west-1\n  account: "123456789012"\n';
/** Refused by `callback-url-not-https`, in line 8. */
const REFUSED = `${POOL}clients:\n  web:\n    callbackUrls: ["http://app.example.com/"]\n`;
const OWNED = 'owner: web team, reason: known';

function load(spec: string, { config, ...options }: LoadOptions & { config?: string } = {}) {
  const files = { 'configs/acme.yaml': spec, ...(config !== undefined && { 'poolward.yaml': config }) };
  const { findings, invalid } = loadSpecs(['configs'], filesOf(files), { today: '2026-06-15', ...options });
  const of = (id: string) => findings.filter(({ rule }) => rule === id);
  return { invalid, findings, of };
}

describe('accept', () => {
  it('is not needed for what is refused to make the spec invalid', () => {
    const { invalid, of } = load(REFUSED);
    expect(invalid).toBe(true);
    expect(of('callback-url-not-https')).toMatchObject([{ severity: 'error', at: { start: { line: 8 } } }]);
  });

  it.each([
    ['by rule', `{rule: callback-url-not-https, ${OWNED}}`, true],
    ['by rule and path', `{rule: callback-url-not-https, path: clients.web, ${OWNED}}`, true],
    ['until a day', `{rule: callback-url-not-https, expires: "2026-06-16", ${OWNED}}`, true],
    ['not from that day on', `{rule: callback-url-not-https, expires: "2026-06-15", ${OWNED}}`, false],
    ['not another path', `{rule: callback-url-not-https, path: clients.we, ${OWNED}}`, false],
    ['not another rule', `{rule: oauth-needs-callback, ${OWNED}}`, false],
  ])('tolerates %s', (_name, entry, tolerated) => {
    const { invalid, of } = load(`${REFUSED}accept:\n  - ${entry}\n`);
    expect(invalid).toBe(!tolerated);
    expect(of('callback-url-not-https').map(({ status }) => status)).toEqual([tolerated ? 'accepted' : undefined]);
  });

  it('says who tolerates it, why, and until when', () => {
    const entry = `{rule: callback-url-not-https, expires: "2027-01-31", owner: web team, reason: a pilot}`;
    const [finding] = load(`${REFUSED}accept:\n  - ${entry}\n`).of('callback-url-not-https');
    expect(finding?.acceptedBy).toEqual({ owner: 'web team', reason: 'a pilot', expires: '2027-01-31' });
  });

  it('that has ended is a finding at its day, where somebody judges and not where somebody deploys', () => {
    const spec = `${POOL}accept:\n  - rule: drift/changed\n    expires: "2026-06-15"\n    owner: web team\n    reason: known\n`;
    expect(load(spec, { posture: true }).of('accept/expired')).toMatchObject([
      { severity: 'warning', setting: 'accept.0.expires', at: { start: { line: 8 } } },
    ]);
    expect(load(spec).findings).toEqual([]);
  });

  it.each(['drift/unchecked', 'no-such-rule', 'schema/pattern'])('cannot tolerate %s', (rule) => {
    expect(load(`${POOL}accept:\n  - {rule: ${rule}, ${OWNED}}\n`).invalid).toBe(true);
  });
});

describe('poolward.yaml', () => {
  it('weighs a rule', () => {
    const { invalid, of } = load(REFUSED, { config: 'rules:\n  severity:\n    callback-url-not-https: warning\n' });
    expect(invalid).toBe(false);
    expect(of('callback-url-not-https')).toMatchObject([{ severity: 'warning' }]);
  });

  it('switches a rule off', () => {
    expect(load(REFUSED, { config: 'rules: {severity: {callback-url-not-https: off}}' }).findings).toEqual([]);
  });

  it.each([
    ['a rule that does not exist', 'rules:\n  severity:\n    callback-url-not-htps: off\n', 'callback-url-not-https'],
    ['a set that does not exist', 'rules:\n  sets: [stricter]\n', 'strict'],
    ['a key that does not exist', 'rule: {}\n', 'rules'],
    ['broken YAML', 'rules: [\n', ''],
  ])('with %s is refused', (_name, config, meant) => {
    const { invalid, findings } = load(POOL, { config });
    expect(invalid).toBe(true);
    expect(findings).toMatchObject([{ severity: 'error', at: { file: 'poolward.yaml' } }]);
    expect(`${findings[0]?.message} ${findings[0]?.help}`).toContain(meant);
  });

  it('may be empty', () => {
    expect(load(POOL, { config: '# nothing yet\n' })).toMatchObject({ invalid: false, findings: [] });
  });
});

it('a finding of a preflight can be accepted, and is for a preflight to see', () => {
  const spec = `${POOL}accept:\n  - {rule: preflight/ses-sandbox, ${OWNED}}\n`;
  expect(load(spec, { posture: true })).toMatchObject({ invalid: false });
  expect(load(spec, { posture: true }).of('accept/unused')).toEqual([]);
  expect(load(`${POOL}accept:\n  - {rule: preflight/other-account, ${OWNED}}\n`).invalid).toBe(true);
});
