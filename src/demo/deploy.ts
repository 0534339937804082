import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RealParts } from './parts.js';
import { runProgram } from './process.js';
import type { Project } from './project.js';

/** A way to bring the pool of the project's spec to the sandbox. */
export interface Deployer {
  /** How, in words, for the reader of the demo. */
  readonly how: string;
  /** What `terraform plan` says after the deploy, in its own words. */
  deploy(): Promise<{ readonly plan: string }>;
}

/** Deploys with the cdktf CLI, the real Terraform and the real AWS provider. */
export function realDeployer(
  parts: RealParts,
  project: Project,
  id: string,
  env: Readonly<Record<string, string | undefined>>,
): Deployer {
  const stack = join(project.folder, 'cdktf.out', 'stacks', id);
  project.write(
    'terraformrc',
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(parts.mirror)}\n  }\n}\n`,
  );
  const environment = { ...env, TF_CLI_CONFIG_FILE: join(project.folder, 'terraformrc') };
  const cdktf = (...args: string[]) => must(process.execPath, [parts.cdktf, ...args], project.folder, environment);
  const terraform = (...args: string[]) => must(parts.terraform, args, stack, environment);
  return {
    how: 'cdktf, Terraform and the AWS provider of this machine',
    deploy: async () => {
      await cdktf('synth');
      // cdktf asks a registry for the provider unless the stack is initialised already.
      if (!existsSync(join(stack, '.terraform'))) await terraform('init', '-input=false', '-no-color');
      await cdktf('deploy', id, '--auto-approve');
      return { plan: await terraform('plan', '-input=false', '-no-color') };
    },
  };
}

async function must(
  file: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const { code, stdout, stderr } = await runProgram(file, args, { cwd, env });
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}:\n${stdout}\n${stderr}`);
  return stdout;
}
