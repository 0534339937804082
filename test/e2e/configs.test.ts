// Every example spec, deployed by plain Terraform from the synthesised stacks: it applies, plans nothing afterwards, and
// audits clean.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Moto, startMoto } from '../../src/demo/moto.js';
import type { RealParts } from '../../src/demo/parts.js';
import { runProgram } from '../../src/demo/process.js';
import { makeProject, type Project } from '../../src/demo/project.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { BINARY, ensureBuilt, ROOT } from '../harness/built.js';
import { REAL } from '../harness/parts.js';
import { makeStyles } from './managed-login-styles.js';
import { makeFunctions } from './moto-functions.js';

const SPECS = readdirSync(join(ROOT, 'configs')).filter((name) => name.endsWith('.yaml'));

describe.skipIf(REAL.missing !== undefined)(
  `configs/${REAL.missing ? ` [${REAL.missing}]` : ''}`,
  { timeout: 120_000 },
  () => {
    let sandbox: Sandbox;
    let moto: Moto;
    let project: Project;
    let env: Readonly<Record<string, string | undefined>>;

    beforeAll(async () => {
      ensureBuilt();
      const { mirror, moto: program } = REAL.parts as RealParts;
      moto = await startMoto(program);
      sandbox = await startSandbox();
      project = makeProject('unused', process.env);
      project.write(
        'terraformrc',
        `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
      );
      env = { ...project.env(sandbox.url, moto.url), TF_CLI_CONFIG_FILE: join(project.folder, 'terraformrc') };
      for (const name of SPECS) {
        const spec = readFileSync(join(ROOT, 'configs', name), 'utf8');
        project.write(`configs/${name}`, spec);
        await makeFunctions(moto.url, spec);
        for (const [, secret] of spec.matchAll(/secretVariable: (\w+)/g))
          env = { ...env, [`TF_VAR_${secret}`]: 'secret' };
      }
      await must(process.execPath, [BINARY, 'synth'], project.folder);
    }, 120_000);

    afterAll(async () => {
      moto.close();
      await sandbox.close();
      project.remove();
    });

    async function must(file: string, args: readonly string[], cwd: string): Promise<string> {
      const { code, stdout, stderr } = await runProgram(file, args, { cwd, env });
      expect({ code, output: code === 0 ? '' : stdout + stderr }, `${file} ${args.join(' ')}`).toEqual({
        code: 0,
        output: '',
      });
      return stdout;
    }

    it.each(SPECS)('%s deploys, plans nothing, and audits clean', async (name) => {
      const stack = join(project.folder, 'cdktf.out/stacks', name.replace('.yaml', ''));
      const terraform = (...args: string[]) => must('terraform', args, stack);
      await terraform('init', '-input=false', '-no-color');
      await terraform('apply', '-auto-approve', '-input=false', '-no-color');
      await terraform('plan', '-detailed-exitcode', '-input=false', '-no-color');
      await makeStyles(sandbox.url, readFileSync(join(ROOT, 'configs', name), 'utf8'));
      const report = JSON.parse(
        await must(process.execPath, [BINARY, 'audit', `configs/${name}`, '--format', 'json'], project.folder),
      );
      expect(report.findings.filter(({ status }: { status: string }) => status !== 'accepted')).toEqual([]);
      expect(report.coverage.unchecked).toEqual([]);
      expect(report.coverage.checked).toBeGreaterThan(40);
    });
  },
);
