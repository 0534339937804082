import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Moto, startMoto } from '../../src/demo/moto.js';
import type { RealParts } from '../../src/demo/parts.js';
import { runProgram } from '../../src/demo/process.js';
import { makeProject, type Project } from '../../src/demo/project.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { BINARY, ensureBuilt } from '../harness/built.js';
import { REAL } from '../harness/parts.js';
import { type DeployedFunctions, deployedFunctions } from './deployed-functions.js';
import { makeFunctions } from './moto-functions.js';

type Env = Readonly<Record<string, string | undefined>>;

/** A repository of specs, and the clouds that plain Terraform deploys them to. */
export interface Workbench {
  readonly sandbox: Sandbox;
  readonly moto: Moto;
  readonly project: Project;
  readonly env: Env;
  /** Puts specs into the repository, with what they need of others. */
  add(specs: Readonly<Record<string, string>>): Promise<void>;
  /** Runs a program, which has to end with 0; what it printed. */
  must(file: string, args: readonly string[], cwd?: string): Promise<string>;
  synth(): Promise<void>;
  /** Terraform in the folder of a stack. */
  terraform(stack: string, ...args: string[]): Promise<string>;
  close(): Promise<void>;
}

/** `region` is where its functions run. */
export async function workbench(
  options: { readonly seed?: string; readonly region?: string } = {},
): Promise<Workbench> {
  ensureBuilt();
  const { mirror, moto: program } = REAL.parts as RealParts;
  const moto = await startMoto(program);
  const project = makeProject('unused', process.env);
  const file = join(project.folder, 'terraformrc');
  writeFileSync(file, `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`);
  let functions: DeployedFunctions;
  const sandbox = await startSandbox({
    ...(options.seed && { seed: options.seed }),
    invoke: (arn, event) => functions.invoke(arn, event),
  });
  functions = deployedFunctions(moto.url, { ...project.env(sandbox.url, moto.url), AWS_REGION: options.region });
  let env: Env = { ...project.env(sandbox.url, moto.url), TF_CLI_CONFIG_FILE: file };
  const must = async (program: string, args: readonly string[], cwd = project.folder): Promise<string> => {
    const { code, stdout, stderr } = await runProgram(program, args, { cwd, env });
    expect({ code, output: code === 0 ? '' : stdout + stderr }, `${program} ${args.join(' ')}`).toEqual({
      code: 0,
      output: '',
    });
    return stdout;
  };
  return {
    sandbox,
    moto,
    project,
    get env() {
      return env;
    },
    add: async (specs) => {
      for (const [name, spec] of Object.entries(specs)) {
        project.write(`configs/${name}`, spec);
        await makeFunctions(moto.url, spec);
        for (const [, secret] of spec.matchAll(/secretVariable: (\w+)/g))
          env = { ...env, [`TF_VAR_${secret}`]: 'secret' };
      }
    },
    must,
    synth: async () => void (await must(process.execPath, [BINARY, 'synth'])),
    terraform: (stack, ...args) => must('terraform', args, join(project.folder, 'cdktf.out/stacks', stack)),
    close: async () => {
      await functions.close();
      moto.close();
      await sandbox.close();
      project.remove();
    },
  };
}
