// The real Terraform and the real provider, against the sandbox.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startMoto } from '../../src/demo/moto.js';
import { runProgram } from '../../src/demo/process.js';
import { makeProject } from '../../src/demo/project.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { REAL } from '../../test/harness/parts.js';

/** What one plan says of one resource: the attributes that it shows as changed. */
export type Shown = ReadonlyMap<string, ReadonlySet<string>>;

export interface Terraform {
  readonly sandbox: Sandbox;
  /** Version of the installed provider. */
  readonly provider: string;
  apply(configuration: object): Promise<void>;
  /** What `terraform plan` would do. */
  plan(): Promise<Shown>;
  /** What `terraform plan -refresh-only` finds. */
  refreshOnly(): Promise<Shown>;
  close(): Promise<void>;
}

/** Says that something was written, not what. */
const DATES = ['last_modified_date', 'last_modified', 'creation_date'];

export async function realTerraform(): Promise<Terraform> {
  if (!REAL.parts) throw new Error(REAL.missing);
  const { terraform, mirror, moto: program } = REAL.parts;
  const moto = await startMoto(program);
  const sandbox = await startSandbox({ seed: 'blindness' });
  const project = makeProject('unused', process.env);
  const rc = `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`;
  project.write('terraformrc', rc);
  const env = { ...project.env(sandbox.url, moto.url), TF_CLI_CONFIG_FILE: join(project.folder, 'terraformrc') };
  const run = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runProgram(terraform, args, { cwd: project.folder, env });
    if (code !== 0) throw new Error(`terraform ${args.join(' ')} ended with ${code}:\n${stdout}\n${stderr}`);
    return stdout;
  };
  const planned = async (member: 'resource_changes' | 'resource_drift', ...args: string[]): Promise<Shown> => {
    await run('plan', '-input=false', '-no-color', '-out=plan.out', ...args);
    return shown(JSON.parse(await run('show', '-json', 'plan.out'))[member] ?? []);
  };
  let provider = '';
  return {
    sandbox,
    get provider() {
      return provider;
    },
    apply: async (configuration) => {
      writeFileSync(join(project.folder, 'main.tf.json'), JSON.stringify(configuration, null, 2));
      await run('init', '-input=false', '-no-color');
      provider = (await run('version', '-json')).match(/hashicorp\/aws": "([^"]+)"/)?.[1] ?? '';
      await run('apply', '-auto-approve', '-input=false', '-no-color');
      // The provider reads a fresh pool otherwise than it wrote it (empty lists); the next refresh of anybody settles that.
      await run('apply', '-refresh-only', '-auto-approve', '-input=false', '-no-color');
    },
    plan: () => planned('resource_changes'),
    refreshOnly: () => planned('resource_drift', '-refresh-only'),
    close: async () => {
      moto.close();
      await sandbox.close();
      project.remove();
    },
  };
}

interface ResourceChange {
  readonly address: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: any;
    readonly after: any;
    readonly after_unknown: any;
  };
}

function shown(changes: readonly ResourceChange[]): Shown {
  const told = changes
    .filter(({ change }) => change.actions.join() !== 'no-op')
    .map(({ address, change }) => {
      const names = new Set([...Object.keys(change.before ?? {}), ...Object.keys(change.after ?? {})]);
      const differ = [...names].filter(
        (name) => JSON.stringify(change.before?.[name]) !== JSON.stringify(change.after?.[name]),
      );
      return [
        address,
        new Set(differ.filter((name) => !DATES.includes(name) && change.after_unknown?.[name] !== true)),
      ] as const;
    });
  return new Map(told.filter(([, attributes]) => attributes.size > 0));
}
