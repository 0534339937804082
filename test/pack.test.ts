// The package as its users get it: packed, installed into an empty repository, and run by npx.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, runProgram } from '../src/demo/process.js';
import { replayDeployer } from '../src/demo/recording.js';
import { withSms } from '../src/demo/specs.js';
import { startSandbox } from '../src/sandbox/index.js';
import { ensureBuilt, ROOT } from './harness/built.js';

const ID = 'acme-customers';
const INIT = ['init', '--id', ID, '--name', 'Acme customers', '--region', 'eu-west-1', '--account', '123456789012'];

/** What a deploy needs beside Poolward; half a gigabyte, so it is linked from this checkout instead of installed. */
const BINDINGS = ['cdktf', 'constructs', '@cdktf/provider-aws', 'cdktf-cli'];

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

describe('the packed package', { timeout: 120_000 }, () => {
  const repository = mkdtempSync(join(tmpdir(), 'poolward-pack-'));
  let packed: Packed;

  beforeAll(async () => {
    ensureBuilt();
    // Not by `prepare`: it would replace dist/ under tests that run it.
    const pack = await run(ROOT, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', repository);
    packed = JSON.parse(pack.stdout)[0];
    writeFileSync(join(repository, 'package.json'), '{ "name": "acme", "private": true }');
    const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
    const done = await run(repository, 'npm', 'install', ...quick, `./${packed.filename}`);
    expect(done).toMatchObject({ code: 0 });
  }, 120_000);

  afterAll(() => rmSync(repository, { recursive: true, force: true }));

  const poolward = (...args: string[]) => run(repository, 'npx', '--no-install', 'poolward', ...args);
  const installed = (path: string) => join(repository, 'node_modules', path);

  it('holds what is needed to run, and no more', () => {
    const paths = packed.files.map(({ path }) => path);
    const folders = new Set(paths.map((path) => path.split('/')[0]));
    const foreign = paths.filter((path) => /(^|\/)(src|test|bench|scripts|node_modules)\/|\.test\.|\.map$/.test(path));
    const sources = paths.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'));
    expect({ foreign, sources }).toEqual({ foreign: [], sources: [] });
    expect([...folders].filter((name) => !EXPECTED.has(name ?? ''))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['dist/cli/main.js', 'dist/index.js', 'dist/index.d.ts']));
    process.stdout.write(`packed: ${kB(packed.size)}, unpacked: ${kB(packed.unpackedSize)}\n`);
  });

  it('asks for the packages that it imports, and no others', () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(installed('poolward/package.json'), 'utf8'));
    const files = packed.files.map(({ path }) => path).filter((path) => /\.(js|d\.ts)$/.test(path));
    const texts = files.map((path) => readFileSync(installed(`poolward/${path}`), 'utf8'));
    // cdktf asks for constructs, and leaves it to its users to install it.
    const imported = new Set([...texts.flatMap(packagesOf), 'constructs']);
    expect([...imported].sort()).toEqual(Object.keys({ ...dependencies, ...peerDependencies }).sort());
  });

  it('is a library too', async () => {
    const names = `import('poolward').then((library) => console.log(Object.keys(library).sort().join(' ')))`;
    const { stdout } = await run(repository, process.execPath, '-e', names);
    expect(stdout.trim()).toBe('auditPool desired diff identityOf loadSpecs observe');
  });

  it('starts a repository, and validates, without the bindings', async () => {
    expect(await poolward(...INIT)).toMatchObject({ code: 0 });
    expect(await poolward('validate')).toMatchObject({ code: 0 });
    expect(await poolward('audit', '--help')).toMatchObject({ code: 0 });
  });

  it('audits without the bindings', async () => {
    expect(BINDINGS.filter((name) => existsSync(installed(name)))).toEqual([]);
    const sandbox = await startSandbox();
    const spec = readFileSync(join(ROOT, 'configs/email-mfa.yaml'), 'utf8');
    const recording = JSON.parse(readFileSync(join(ROOT, 'recordings/sms-off.json'), 'utf8'));
    const { deploy } = replayDeployer(recording, sandbox.url, 'eu-west-1');
    const audit = () => poolward('audit', 'configs/email-mfa.yaml', '--endpoint-url', sandbox.url);
    try {
      await deploy();
      writeFileSync(join(repository, 'configs/email-mfa.yaml'), withSms(spec));
      expect(await audit()).toMatchObject({ code: 0, stdout: expect.stringContaining('in sync') });
      await deploy();
      writeFileSync(join(repository, 'configs/email-mfa.yaml'), spec);
      expect(await audit()).toMatchObject({ code: 1, stdout: expect.stringContaining('SMS MFA is on') });
    } finally {
      await sandbox.close();
      rmSync(join(repository, 'configs/email-mfa.yaml'), { force: true });
    }
  });

  it('says what synth needs where the bindings are missing', async () => {
    const { code, stderr } = await poolward('synth');
    expect(code).toBe(2);
    expect(stderr).toContain('cdktf and the bindings of the AWS provider, which are not installed');
    expect(stderr).toMatch(/npm install --save-dev .*@cdktf\/provider-aws/);
  });

  it('is the app of the cdktf CLI', async () => {
    linkBindings(repository);
    const synth = await run(repository, 'npx', '--no-install', 'cdktf', 'synth');
    expect(synth, synth.stdout + synth.stderr).toMatchObject({ code: 0 });
    const stack = JSON.parse(readFileSync(join(repository, 'cdktf.out/stacks', ID, 'cdk.tf.json'), 'utf8'));
    expect(Object.keys(stack.resource)).toContain('aws_cognito_user_pool');
  });
});

const EXPECTED = new Set([
  'dist',
  'schema',
  'recordings',
  'configs',
  'docs',
  'package.json',
  'README.md',
  'LICENSE',
  'NOTICE',
  'CHANGELOG.md',
]);

function run(cwd: string, file: string, ...args: string[]): Promise<Ran> {
  const { FORCE_COLOR, ...env } = process.env;
  const own = { AWS_ACCESS_KEY_ID: 'sandbox', AWS_SECRET_ACCESS_KEY: 'sandbox', AWS_EC2_METADATA_DISABLED: 'true' };
  return runProgram(file, args, { cwd, env: { ...env, ...own, CHECKPOINT_DISABLE: '1', CI: '1' } });
}

/** The packages that a built file imports: what is no file and no module of Node. */
function packagesOf(text: string): string[] {
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const foreign = names.filter((name) => !name.startsWith('.') && !isBuiltin(name));
  return foreign.map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
}

function linkBindings(repository: string): void {
  for (const name of BINDINGS) link(join(ROOT, 'node_modules', name), join(repository, 'node_modules', name));
  link(join(ROOT, 'node_modules/cdktf-cli/bundle/bin/cdktf'), join(repository, 'node_modules/.bin/cdktf'));
}

function link(target: string, path: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

function kB(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
