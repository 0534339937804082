// A first deploy whose second call AWS refuses, and the way out that Poolward prints, with the real Terraform and provider.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/demo/process.js';
import { BINARY, ROOT } from '../harness/built.js';
import { REAL } from '../harness/parts.js';
import { type Workbench, workbench } from './workbench.js';

const SPEC = 'configs/email-mfa.yaml';
const APPLY = ['apply', '-auto-approve', '-input=false', '-no-color'];

describe.skipIf(REAL.missing !== undefined)(
  `a deploy that stops halfway${REAL.missing ? ` [${REAL.missing}]` : ''}`,
  { timeout: 120_000 },
  () => {
    let bench: Workbench;
    const stack = () => join(bench.project.folder, 'cdktf.out/stacks/email-mfa');
    const run = (file: string, args: readonly string[], cwd = bench.project.folder) =>
      runProgram(file, args, { cwd, env: bench.env });
    const poolward = async (...args: string[]) => {
      const { stdout } = await run(process.execPath, [BINARY, ...args, SPEC, '--format', 'json']);
      return JSON.parse(stdout).findings.filter(({ rule }: { rule: string }) => rule === 'audit/deploy-unfinished');
    };

    beforeAll(async () => {
      bench = await workbench();
      await bench.add({ 'email-mfa.yaml': readFileSync(join(ROOT, SPEC), 'utf8') });
      await bench.synth();
      await bench.terraform('email-mfa', 'init', '-input=false', '-no-color');
      const error = { type: 'InvalidParameterException', message: 'Invalid MFA configuration given' };
      bench.sandbox.inject([{ operation: 'SetUserPoolMfaConfig', error }]);
      const { code, stderr } = await run('terraform', APPLY, stack());
      expect([code, stderr]).toEqual([1, expect.stringContaining('Invalid MFA configuration given')]);
      bench.sandbox.inject([]);
    }, 120_000);
    afterAll(() => bench.close());

    it('leaves a pool that no deploy can touch', async () => {
      const { code, stderr } = await run('terraform', APPLY, stack());
      expect([code, stderr]).toEqual([1, expect.stringContaining('Instance cannot be destroyed')]);
      if (process.env['UPDATE_GOLDEN']) await record();
    });

    it('is told by audit, plan and fix', async () => {
      const found = await Promise.all([poolward('audit'), poolward('plan'), poolward('fix')]);
      for (const one of found) expect(one).toMatchObject([{ severity: 'error', setting: 'pool.id' }]);
    });

    it('ends by the commands that the finding prints, with the same pool', async () => {
      const before = [...bench.sandbox.store('eu-west-1').pools.keys()];
      const [{ help }] = await poolward('audit');
      const [commands, deploy] = help.split('; correct what AWS refused, then ');
      expect(deploy).toBe('npx cdktf deploy email-mfa');
      const printed = commands.replace('npx cdktf synth', `${process.execPath} ${BINARY} synth`);
      expect(await run('sh', ['-c', printed])).toMatchObject({ code: 0 });
      await bench.terraform('email-mfa', ...APPLY);
      await bench.terraform('email-mfa', 'plan', '-detailed-exitcode', '-input=false', '-no-color');
      const audit = await run(process.execPath, [BINARY, 'audit', SPEC]);
      expect(audit).toMatchObject({ code: 0, stdout: expect.stringContaining('in sync') });
      expect([...bench.sandbox.store('eu-west-1').pools.keys()]).toEqual(before);
    });

    /** The state as Terraform keeps and shows it: cases of test/audit/unfinished.test.ts. */
    async function record(): Promise<void> {
      const folder = join(ROOT, 'test/cases/tainted');
      const stored = readFileSync(join(bench.project.folder, 'terraform.email-mfa.tfstate'), 'utf8');
      writeFileSync(join(folder, 'state.json'), stored);
      const { stdout } = await run('terraform', ['show', '-json'], stack());
      writeFileSync(join(folder, 'show.json'), `${JSON.stringify(JSON.parse(stdout), null, 2)}\n`);
    }
  },
);
