import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './paths.js';

/** A program of this folder as plain JavaScript, so that it pays for no compiler; inside the project, so that it finds the SDK. */
export async function compiled(name: string): Promise<string> {
  const outfile = join(ROOT, 'node_modules/.cache/poolward-bench', `${name}.mjs`);
  mkdirSync(join(outfile, '..'), { recursive: true });
  await build({
    entryPoints: [join(ROOT, 'bench', `${name}.ts`)],
    outfile,
    format: 'esm',
    platform: 'node',
    bundle: true,
    packages: 'external',
  });
  return outfile;
}
