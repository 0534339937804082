// Builds dist/: the command line and the library as bundles of our own modules, the library's declarations, and the
// functions that stacks have.
// Bundled, because Node spends longer on finding and opening a hundred small files than on running them. Packages stay
// outside: their updates and licences are theirs, and bundling them gains little (see bench/README.md).
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';
import { zip } from './zip.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const BINARY = join(DIST, 'cli/main.js');

type Written = ReadonlyMap<string, string | Uint8Array>;

/** Each command loads its own chunks only. They lie beside main.js, where `demo` looks for the binary. */
async function bundles(): Promise<Written> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: { 'cli/main': 'src/cli/main.ts', index: 'src/index.ts' },
    outdir: DIST,
    chunkNames: 'cli/chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    write: false,
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}

/** The functions that a stack may have. Lambda's runtime has the SDK. */
const FUNCTIONS = ['define-auth-challenge', 'create-auth-challenge', 'verify-auth-challenge', 'restore-mfa'];

/** Each function as one file, and as the archive that Lambda takes. */
async function functions(): Promise<Written> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: FUNCTIONS.map((name) => `src/triggers/${name}.ts`),
    outdir: join(DIST, 'triggers'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    external: ['@aws-sdk/*'],
    format: 'esm',
    platform: 'node',
    target: 'node22',
    charset: 'utf8',
    write: false,
    logLevel: 'warning',
  });
  return new Map(
    outputFiles.flatMap(({ path, text }): [string, string | Uint8Array][] => [
      [path, text],
      [path.replace(/mjs$/, 'zip'), zip('index.mjs', text)],
    ]),
  );
}

/** The declarations that the library's entry leads to, and no others. */
function declarations(): Written {
  const { options } = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, 'tsconfig.build.json'),
    { emitDeclarationOnly: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (problem) => refuse([problem]) },
  ) ?? { options: {} };
  const program = ts.createProgram([join(ROOT, 'src/index.ts')], options);
  const problems = ts.getPreEmitDiagnostics(program);
  if (problems.length > 0) refuse(problems);
  const files = new Map<string, string>();
  program.emit(undefined, (path, text) => void files.set(path, text));
  return files;
}

function refuse(problems: readonly ts.Diagnostic[]): never {
  process.stderr.write(ts.formatDiagnostics(problems, FORMAT));
  process.exit(1);
}

const FORMAT: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => ROOT,
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
};

/** All at once and at the end, so that a build that fails leaves the last one as it was. */
function replaceDist(files: Written): void {
  rmSync(DIST, { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  chmodSync(BINARY, 0o755);
}

replaceDist(new Map([...declarations(), ...(await bundles()), ...(await functions())]));
