// Parts of the machine that tests may use and a newcomer may lack. A missing part skips its tests, by name and with the
// way to get it; where POOLWARD_REQUIRE names it (as CI does), it fails them.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { findParts, type Part, type RealParts, realParts } from '../../src/demo/parts.js';

/** The parts of a real deploy. Beyond the places that the demo knows, the whole disk is searched for the provider. */
export const PARTS = withProvider(findParts(process.env));

function withProvider(parts: ReturnType<typeof findParts>): ReturnType<typeof findParts> {
  const [terraform, provider, moto, cdktf] = parts;
  if (provider.found !== undefined || terraform.found === undefined) return parts;
  return [terraform, { ...provider, found: mirrorOf(findProvider()) }, moto, cdktf];
}

/** <mirror>/<host>/hashicorp/aws/<version>/<platform>/<binary> */
function mirrorOf(binary: string | undefined): string | undefined {
  return binary && dirname(dirname(dirname(dirname(dirname(dirname(binary))))));
}

function findProvider(): string | undefined {
  if (process.platform === 'win32') return undefined;
  const roots = readdirSync('/').filter((name) => !['proc', 'sys', 'dev'].includes(name));
  const what = ['-xdev', '-path', '*/hashicorp/aws/*', '-name', 'terraform-provider-aws_v*'];
  try {
    const found = execFileSync('find', [...roots.map((name) => `/${name}`), ...what], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return found.split('\n').find(Boolean);
  } catch (error) {
    // find exits with 1 when a folder may not be read; what it found before counts.
    return ((error as { stdout?: string }).stdout ?? '').split('\n').find(Boolean);
  }
}

/** Why tests that need these parts are skipped; undefined when they can run. Throws where a part is required. */
export function missing(parts: readonly Part[]): string | undefined {
  const absent = parts.filter(({ found }) => found === undefined);
  const required = (process.env['POOLWARD_REQUIRE'] ?? '').split(',');
  const broken = absent.filter(({ name }) => required.includes(name));
  if (broken.length > 0) throw new Error(`required, but missing: ${broken.map(say).join('; ')}`);
  return absent.length > 0 ? `missing: ${absent.map(say).join('; ')}` : undefined;
}

function say({ name, get }: Part): string {
  return `${name} (${get})`;
}

/** The parts of a real deploy, or why there is none. */
export const REAL: { readonly parts: RealParts | undefined; readonly missing: string | undefined } = {
  parts: realParts(PARTS),
  missing: missing(PARTS),
};
