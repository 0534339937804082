import { describe, expect, it } from 'vitest';
import type { SpecArgs } from '../../src/cli/engines.js';
import { installedEngines } from '../../src/cli/engines.js';
import { call } from './call.js';
import { outcome } from './fake-engines.js';

const ACME = `pool: {name: acme, region: eu-west-1, environment: "\${STAGE:-development}"}
mfa: {mode: optional, totp: true}
overlays:
  dev:
    pool: {id: acme-dev, account: "111111111111"}
  prod:
    pool: {id: acme-prod, account: "\${ACCOUNT}"}
`;
const { validateSpecs } = installedEngines;
const validate = (line: string, env: Readonly<Record<string, string>> = {}) =>
  call(`validate configs/acme.yaml --format json ${line}`, { validateSpecs }, { env }, { 'configs/acme.yaml': ACME });

describe('the environment', () => {
  it.each<[string, string, Record<string, string>, string | undefined]>([
    ['is the one of the option', '--environment prod', { POOLWARD_ENVIRONMENT: 'dev' }, 'prod'],
    ['is the one of the variable', '', { POOLWARD_ENVIRONMENT: 'dev' }, 'dev'],
    ['is any where nobody says one', '', { POOLWARD_ENVIRONMENT: '' }, undefined],
  ])('%s', async (_what, option, env, expected) => {
    let seen: SpecArgs | undefined;
    const plainly = async (args: SpecArgs) => {
      seen = args;
      return outcome();
    };
    await call(`validate ${option}`, { validateSpecs: plainly }, { env });
    expect(seen?.environment).toBe(expected);
  });

  it('gives variables their values, and is named in the report as a command names it', async () => {
    const { out, code } = await validate('--environment prod', { ACCOUNT: '222222222222' });
    expect([code, JSON.parse(out).targets]).toEqual([
      0,
      [{ spec: 'configs/acme.yaml --environment prod', region: 'eu-west-1', account: '${ACCOUNT}', poolId: null }],
    ]);
  });

  it('is every one of a spec unless one is asked for', async () => {
    const { out, code } = await validate('');
    const { findings, targets } = JSON.parse(out);
    const errors = findings.filter(({ severity }: Record<string, string>) => severity === 'error');
    expect(targets).toHaveLength(2);
    expect([code, errors.map(({ rule, target }: Record<string, string>) => [rule, target])]).toEqual([
      1,
      [['variables/unresolved', 'configs/acme.yaml --environment prod']],
    ]);
  });
});
