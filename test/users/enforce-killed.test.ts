// The real program on a real disk, killed without notice.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { BINARY, ensureBuilt } from '../harness/built.js';
import { enforceBench, type Person } from './enforce-bench.js';

beforeAll(ensureBuilt, 300_000);

const USERS = 400;
const PHONE = '+4915112345678';

it('goes on after each kill, applies nothing twice, and takes all of it back', async () => {
  const bench = await enforceBench('userMfa:\n  factors: [sms]\n  preferred: sms\n');
  const person: Person = { email: 'ada@example.com', phone: PHONE };
  bench.people(Object.fromEntries(Array.from({ length: USERS }, (_, index) => [`user-${index}`, person])));
  const before = bench.state();
  const folder = mkdtempSync(join(tmpdir(), 'poolward-enforce-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'pool.yaml'), bench.yaml);
  const journal = join(folder, 'run.jsonl');
  const size = () => statSync(journal, { throwIfNoEntry: false })?.size ?? 0;

  /** Runs until it ends, or until the journal is so large. */
  const run = (words: readonly string[], kill = Number.POSITIVE_INFINITY) =>
    new Promise<number | null>((resolve, reject) => {
      const args = [BINARY, 'users', 'enforce', 'pool.yaml', '--endpoint-url', bench.sandbox.url, '--yes', ...words];
      const env = { ...process.env, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
      const child = spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' });
      const watch = setInterval(() => size() > kill && child.kill('SIGKILL'), 1);
      child.on('error', reject);
      child.on('exit', (code) => {
        clearInterval(watch);
        resolve(code);
      });
    });

  const enforce = ['--journal', 'run.jsonl', '--max-change', '100'];
  for (const more of [1, 4000, 20_000]) expect(await run(enforce, size() + more)).toBeNull();
  expect(await run(enforce)).toBe(0);
  const set = { settings: ['SMS_MFA'], preferred: 'SMS_MFA', phone_number: PHONE, phone_number_verified: 'true' };
  expect(new Set(Object.values(bench.state()).map((one) => JSON.stringify(one)))).toEqual(
    new Set([JSON.stringify(set)]),
  );
  expect(bench.calls('AdminSetUserMFAPreference')).toBe(USERS);
  expect(statSync(journal).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).sort()).toEqual(['pool.yaml', 'run.jsonl']);
  expect(
    readFileSync(journal, 'utf8')
      .trimEnd()
      .split('\n')
      .every((line) => JSON.parse(line)),
  ).toBe(true);
  expect(await run(['--undo', 'run.jsonl'], size() + 20_000)).toBeNull();
  expect(await run(['--undo', 'run.jsonl'])).toBe(0);
  expect(bench.state()).toEqual(before);
}, 300_000);
