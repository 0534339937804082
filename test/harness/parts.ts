// Parts of the machine that tests may use and a newcomer may lack. A missing part skips its tests, by name and with the
// way to get it; where POOLWARD_REQUIRE names it (as CI does), it fails them.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** An optional part. `get` says how to have it. */
export interface Part {
  readonly name: string;
  readonly get: string;
  /** Where it is; undefined when it is missing. */
  readonly found: string | undefined;
}

/** The first executable of that name on PATH. */
export function onPath(name: string): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/**
 * The root of a filesystem mirror that holds hashicorp/aws: POOLWARD_PROVIDER_MIRROR, or wherever on this machine's
 * disk an unpacked provider stands.
 */
export function providerMirror(): string | undefined {
  const named = process.env['POOLWARD_PROVIDER_MIRROR'];
  if (named) return named;
  const binary = findProvider();
  // <mirror>/<host>/hashicorp/aws/<version>/<platform>/<binary>
  return binary && dirname(dirname(dirname(dirname(dirname(dirname(binary))))));
}

function findProvider(): string | undefined {
  if (process.platform === 'win32') return undefined;
  const roots = readdirSync('/')
    .filter((name) => !['proc', 'sys', 'dev'].includes(name))
    .map((name) => `/${name}`);
  try {
    const found = execFileSync(
      'find',
      [...roots, '-xdev', '-path', '*/hashicorp/aws/*', '-name', 'terraform-provider-aws_v*'],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    return found.split('\n').find(Boolean);
  } catch (error) {
    // find exits with 1 when a folder may not be read; what it found before counts.
    const printed = (error as { stdout?: string }).stdout ?? '';
    return printed.split('\n').find(Boolean);
  }
}

const mirror = providerMirror();

export const PARTS = {
  terraform: part('terraform', 'https://developer.hashicorp.com/terraform/install', onPath('terraform')),
  provider: part('provider', 'terraform providers mirror <folder>, and POOLWARD_PROVIDER_MIRROR=<folder>', mirror),
  moto: part('moto', 'pip install "moto[server]"', onPath('moto_server')),
} as const;

function part(name: string, get: string, found: string | undefined): Part {
  return { name, get, found };
}

/** Why tests that need these parts are skipped; undefined when they can run. Throws where a part is required. */
export function missing(...parts: readonly Part[]): string | undefined {
  const absent = parts.filter(({ found }) => found === undefined);
  const required = (process.env['POOLWARD_REQUIRE'] ?? '').split(',');
  const broken = absent.filter(({ name }) => required.includes(name));
  if (broken.length > 0) throw new Error(`required, but missing: ${broken.map(say).join('; ')}`);
  return absent.length > 0 ? `missing: ${absent.map(say).join('; ')}` : undefined;
}

function say({ name, get }: Part): string {
  return `${name} (${get})`;
}
