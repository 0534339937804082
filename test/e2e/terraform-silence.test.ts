// What the real Terraform does not say: the case of user names, settled when a pool is made, and values that it loses.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/demo/process.js';
import { BINARY } from '../harness/built.js';
import { REAL } from '../harness/parts.js';
import { type Workbench, workbench } from './workbench.js';

const SPEC = `pool:
  id: acme
  name: acme
  region: eu-west-1
  account: "123456789012"
  audience: machines
  deletionProtection: true
  tags: {team: identity}
signIn:
  usernameAttributes: [email]
terraform:
  preventDestroy: false
groups:
  admins:
    precedence: 0
  staff:
    precedence: 1
`;
const SENSITIVE = SPEC.replace('[email]', '[email]\n  caseSensitive: true');

describe.skipIf(REAL.missing !== undefined)(
  `what Terraform does not say${REAL.missing ? ` [${REAL.missing}]` : ''}`,
  { timeout: 120_000 },
  () => {
    let bench: Workbench;

    beforeAll(async () => {
      bench = await workbench();
      await bench.add({ 'acme.yaml': SPEC });
      await bench.synth();
      await bench.terraform('acme', 'init', '-input=false', '-no-color');
      await bench.terraform('acme', 'apply', '-auto-approve', '-input=false', '-no-color');
    }, 120_000);

    afterAll(() => bench.close());

    const report = async (command: string) => {
      const { stdout } = await runProgram(
        process.execPath,
        [BINARY, command, 'configs/acme.yaml', '--format', 'json'],
        {
          cwd: bench.project.folder,
          env: bench.env,
        },
      );
      return JSON.parse(stdout).findings as { rule: string; setting: string; cause: string | null }[];
    };
    const found = async (command: string) => (await report(command)).map(({ rule, setting }) => `${rule} ${setting}`);

    it('the case of user names is settled in a new pool whose spec does not say it', () => {
      const made = bench.sandbox.requests.find(({ operation }) => operation === 'CreateUserPool');
      expect(made?.body).toMatchObject({ UsernameConfiguration: { CaseSensitive: false } });
    });

    it('a value that Terraform loses is foreseen, and nobody is blamed for it', async () => {
      expect(await found('validate')).toContain('terraform-loses-value groups.admins.precedence');
      await bench.terraform('acme', 'plan', '-detailed-exitcode', '-input=false', '-no-color');
      const drift = (await report('audit')).filter(({ rule }) => rule.startsWith('drift/'));
      expect(drift.map(({ setting }) => setting)).toEqual(['groups.admins.precedence']);
      expect(drift[0]?.cause).toBe(
        'Terraform takes 0 for none: it makes the group without a precedence, and plans no change.',
      );
    });

    it('the case of user names stays, whatever the spec says later: Terraform plans nothing, and every command says so', async () => {
      expect(await found('validate')).not.toContain('plan/fixed signIn.caseSensitive');
      await bench.add({ 'acme.yaml': SENSITIVE });
      await bench.synth();
      await bench.terraform('acme', 'plan', '-detailed-exitcode', '-input=false', '-no-color');
      expect(await found('validate')).toContain('plan/fixed signIn.caseSensitive');
      expect(await found('plan')).toContain('plan/fixed signIn.caseSensitive');
      expect(await found('audit')).toContain('drift/changed signIn.caseSensitive');
    });
  },
);
