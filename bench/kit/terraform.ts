import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findParts } from '../../src/demo/parts.js';
import { runProgram } from '../../src/demo/process.js';
import { sandboxEnv } from './env.js';
import type { Program } from './measure.js';
import { BINARY } from './paths.js';
import type { Seeded } from './seed.js';
import { REGION } from './specs.js';

/** The programs that Terraform's side needs. */
export interface Terraform {
  readonly program: string;
  readonly mirror: string;
}

/** Terraform and the provider, where this machine has both; otherwise what is missing. */
export function findTerraform(): Terraform | { readonly missing: string } {
  const [terraform, provider] = findParts(process.env);
  if (terraform.found && provider.found) return { program: terraform.found, mirror: provider.found };
  const missing = [terraform, provider].filter(({ found }) => found === undefined);
  return { missing: missing.map(({ name, get }) => `${name} is missing (${get})`).join('; ') };
}

/** Stacks with their state, ready for `terraform plan`. */
export interface Stacks {
  /** Plans all stacks, one after the other. */
  plan(name: string): Program;
}

/**
 * Brings pools that exist under Terraform, a stack each, as they are deployed. The first one is imported by Terraform.
 * The others get a copy of its state with their own ids in it, because importing thousands of objects takes Terraform
 * longer than everything that is measured here; a plan that found any of it untrue would fail the run.
 */
export async function stacksOf(
  { program, mirror }: Terraform,
  folder: string,
  seeded: readonly Seeded[],
  url: string,
): Promise<Stacks> {
  const root = join(folder, 'terraform');
  const env = {
    ...sandboxEnv(url),
    TF_CLI_CONFIG_FILE: join(root, 'terraformrc'),
    // One provider folder and one initialisation for all of them.
    TF_DATA_DIR: join(root, 'data'),
  };
  mkdirSync(root);
  writeFileSync(env.TF_CLI_CONFIG_FILE, mirrorOnly(mirror));
  for (const { pool } of seeded) writeStack(root, folder, pool.id);
  const [first] = seeded;
  if (!first) throw new Error('there is no pool');
  await importStack(program, root, first, env);
  for (const other of seeded.slice(1)) copyState(root, first, other);
  const args = ['-c', planAll(program, root), 'sh', ...seeded.map(({ pool }) => pool.id)];
  return { plan: (name) => ({ name, file: '/bin/sh', args, cwd: root, env }) };
}

async function importStack(program: string, root: string, one: Seeded, env: Program['env']): Promise<void> {
  const stack = join(root, one.pool.id);
  writeJson(join(stack, 'import.tf.json'), { import: imports(one) });
  await must(program, ['init', '-input=false', '-no-color'], stack, env);
  await must(program, ['apply', '-auto-approve', '-input=false', '-no-color'], stack, env);
  rmSync(join(stack, 'import.tf.json'));
}

function copyState(root: string, from: Seeded, to: Seeded): void {
  let state = readFileSync(join(root, from.pool.id, 'terraform.tfstate'), 'utf8');
  const names = [[from.poolId, to.poolId], ...[...from.clientIds].map(([name, id]) => [id, to.clientIds.get(name)])];
  for (const [old = '', own = ''] of names) state = state.replaceAll(old, own);
  // `bench-1`, and not the beginning of `bench-10`.
  const name = new RegExp(`\\b${from.pool.id}\\b`, 'g');
  state = state
    .replace(name, to.pool.id)
    .replace(/("creation_date": )"[^"]*"/, `$1"${to.created}"`)
    .replace(/("last_modified_date": )"[^"]*"/, `$1"${to.modified}"`);
  writeFileSync(join(root, to.pool.id, 'terraform.tfstate'), state);
  copyFileSync(join(root, from.pool.id, LOCK), join(root, to.pool.id, LOCK));
}

const LOCK = '.terraform.lock.hcl';

/** Ends with an error where the live pool differs from the state. (`-detailed-exitcode` counts more than drift.) */
function planAll(program: string, root: string): string {
  const plan = 'plan -refresh-only -lock=false -input=false -no-color';
  const one = `said=$(${JSON.stringify(program)} -chdir=${JSON.stringify(root)}/"$id" ${plan}) || exit 1`;
  return `for id do ${one}; case $said in *'No changes.'*) ;; *) echo "$said" >&2; exit 2;; esac; done`;
}

/** Writes the Terraform JSON of all specs of a folder into its cdktf.out. */
export async function synthesise(folder: string): Promise<void> {
  await must(process.execPath, [BINARY, 'synth'], folder, process.env);
}

function mirrorOnly(mirror: string): string {
  return `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`;
}

/** The synthesised stack, with its state beside it and without a call to STS: only Cognito is here to answer. */
function writeStack(root: string, folder: string, id: string): void {
  const stack = JSON.parse(readFileSync(join(folder, 'cdktf.out/stacks', id, 'cdk.tf.json'), 'utf8'));
  mkdirSync(join(root, id));
  writeJson(join(root, id, 'cdk.tf.json'), {
    ...stack,
    terraform: { ...stack.terraform, backend: { local: {} } },
    provider: { aws: [PROVIDER] },
  });
}

const PROVIDER = {
  region: REGION,
  skip_credentials_validation: true,
  skip_requesting_account_id: true,
  skip_metadata_api_check: true,
};

function imports({ poolId, clientIds }: Seeded): object[] {
  const clients = [...clientIds].map(([name, id]) => ({
    to: `aws_cognito_user_pool_client.${name}`,
    id: `${poolId}/${id}`,
  }));
  return [{ to: 'aws_cognito_user_pool.pool', id: poolId }, ...clients];
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, JSON.stringify(value));
}

async function must(file: string, args: readonly string[], cwd: string, env: Program['env']): Promise<void> {
  const { code, stdout, stderr } = await runProgram(file, args, { cwd, env: env ?? {} });
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}:\n${stdout}\n${stderr}`);
}
