// What a deploy with the real Terraform needs beside this package. All of it is optional.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** The programs and folders of a real deploy. */
export interface RealParts {
  readonly terraform: string;
  /** Root of a filesystem mirror that holds hashicorp/aws. */
  readonly mirror: string;
  /** moto_server: stands in for the other services that a stack touches (IAM, STS). */
  readonly moto: string;
  /** The cdktf CLI's script. */
  readonly cdktf: string;
}

/** A part by name, with the way to get it; `found` is undefined when it is missing. */
export interface Part {
  readonly name: string;
  readonly get: string;
  readonly found: string | undefined;
}

/** Looks for all parts. Nothing is run. */
export function findParts(env: Env): readonly [Part, Part, Part, Part] {
  return [
    { name: 'terraform', get: 'https://developer.hashicorp.com/terraform/install', found: onPath('terraform', env) },
    {
      name: 'provider',
      get: '`terraform providers mirror <folder>` beside a configuration that requires hashicorp/aws, and POOLWARD_PROVIDER_MIRROR=<folder>',
      found: providerMirror(env),
    },
    { name: 'moto', get: 'pip install "moto[server]"', found: onPath('moto_server', env) },
    { name: 'cdktf', get: 'npm install --save-dev cdktf-cli cdktf constructs @cdktf/provider-aws', found: cdktfCli() },
  ];
}

/** The parts when all are there. */
export function realParts([terraform, provider, moto, cdktf]: readonly [Part, Part, Part, Part]):
  | RealParts
  | undefined {
  return terraform.found && provider.found && moto.found && cdktf.found
    ? { terraform: terraform.found, mirror: provider.found, moto: moto.found, cdktf: cdktf.found }
    : undefined;
}

function onPath(name: string, env: Env): string | undefined {
  const files = (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * A mirror that the environment names, or one in a place where mirrors are kept.
 * Source: https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
function providerMirror(env: Env): string | undefined {
  const home = env['HOME'] ?? '';
  const usual = [
    env['POOLWARD_PROVIDER_MIRROR'],
    env['TF_PLUGIN_CACHE_DIR'],
    join(home, '.terraform.d/plugins'),
    join(home, '.terraform.d/plugin-cache'),
    '/usr/local/share/terraform/plugins',
    '/usr/share/terraform/plugins',
    ...foldersOf('/opt'),
  ];
  return usual.find((folder) => folder && holdsProvider(folder));
}

function holdsProvider(mirror: string): boolean {
  return existsSync(join(mirror, 'registry.terraform.io/hashicorp/aws'));
}

function foldersOf(parent: string): string[] {
  try {
    return readdirSync(parent).map((name) => join(parent, name));
  } catch {
    return [];
  }
}

function cdktfCli(): string | undefined {
  try {
    const require = createRequire(import.meta.url);
    require.resolve('@cdktf/provider-aws/package.json');
    return join(require.resolve('cdktf-cli/package.json'), '../bundle/bin/cdktf');
  } catch {
    return undefined;
  }
}
