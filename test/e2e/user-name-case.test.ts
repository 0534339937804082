// User names: what a new pool is made with, by the real Terraform, and who says so when the spec changes its mind.
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
`;
const SENSITIVE = SPEC.replace('[email]', '[email]\n  caseSensitive: true');

describe.skipIf(REAL.missing !== undefined)(
  `case of user names${REAL.missing ? ` [${REAL.missing}]` : ''}`,
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

    const found = async (command: string): Promise<string[]> => {
      const { stdout } = await runProgram(
        process.execPath,
        [BINARY, command, 'configs/acme.yaml', '--format', 'json'],
        {
          cwd: bench.project.folder,
          env: bench.env,
        },
      );
      const { findings } = JSON.parse(stdout);
      return findings.map(({ rule, setting }: { rule: string; setting: string }) => `${rule} ${setting}`);
    };

    it('is settled in a new pool whose spec does not say it', () => {
      const made = bench.sandbox.requests.find(({ operation }) => operation === 'CreateUserPool');
      expect(made?.body).toMatchObject({ UsernameConfiguration: { CaseSensitive: false } });
    });

    it('stays, whatever the spec says later: Terraform plans nothing, and every command says so', async () => {
      expect(await found('validate')).not.toContain('plan/fixed signIn.caseSensitive');
      await bench.add({ 'acme.yaml': SENSITIVE });
      await bench.synth();
      await bench.terraform('acme', 'plan', '-detailed-exitcode', '-input=false', '-no-color');
      expect(await found('validate')).toContain('plan/fixed signIn.caseSensitive');
      expect(await found('plan')).toEqual(['plan/fixed signIn.caseSensitive']);
      expect(await found('audit')).toContain('drift/changed signIn.caseSensitive');
    });
  },
);
