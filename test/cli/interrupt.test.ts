// A real process that is interrupted while AWS does not answer: it ends at once, and leaves nothing behind.
import { spawn } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type FaultRule, startSandbox } from '../../src/sandbox/index.js';
import { BINARY, ensureBuilt } from '../harness/built.js';
import { clientFor, send } from '../sandbox/support.js';

const SECRET = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY';
const SPEC = (name: string) => `pool: {id: ${name}, name: ${name}, region: us-east-1, account: "123456789012"}\n`;
const THROTTLED = { error: { type: 'TooManyRequestsException', message: 'Too many requests' } };

beforeAll(() => ensureBuilt(), 120_000);

/** A process that is sent a signal once the sandbox has seen an operation so often. */
async function interrupted(
  words: string,
  {
    signal,
    faults,
    seen: [operation, often],
  }: { signal: NodeJS.Signals; faults: readonly FaultRule[]; seen: readonly [string, number] },
) {
  let calls = 0;
  let reached: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const sandbox = await startSandbox({
    onRequest: (one) => {
      calls += Number(one.operation === operation);
      if (calls >= often) reached();
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'poolward-interrupt-'));
  onTestFinished(async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  });
  const client = clientFor(sandbox.url);
  for (const name of ['acme', 'zeta']) {
    await send(client, ['CreateUserPool', { PoolName: name, UsernameConfiguration: { CaseSensitive: false } }]);
    writeFileSync(join(folder, `${name}.yaml`), SPEC(name));
  }
  client.destroy();
  sandbox.inject(faults);
  const env = {
    PATH: process.env['PATH'],
    AWS_ENDPOINT_URL: sandbox.url,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: SECRET,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  };
  const child = spawn(process.execPath, [BINARY, ...words.split(' ')], { cwd: folder, env });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    printed.out += text;
  });
  child.stderr.on('data', (text) => {
    printed.err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await Promise.race([until, ended]);
  const at = performance.now();
  child.kill(signal);
  const code = await ended;
  const files = readdirSync(folder).sort();
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  return { code, ms: performance.now() - at, ...printed, files, read };
}

/** Seconds of a busy machine; a call alone is given twenty. */
const SOON = 3000;

describe('a signal in the middle of an audit', { timeout: 60_000 }, () => {
  const stalled = {
    faults: [{ operation: 'GetUserPoolMfaConfig', line: 'stall' }] as const,
    seen: ['GetUserPoolMfaConfig', 1] as const,
  };

  it.each([
    ['SIGINT', 130, 'a line that is silent', '', stalled],
    ['SIGTERM', 143, 'a line that is silent', '', stalled],
    ['SIGINT', 130, 'throttling', '', { faults: [{ operation: 'ListGroups', ...THROTTLED }], seen: ['ListGroups', 4] }],
    ['SIGTERM', 143, 'a turn', ' --quota-share 1', { faults: [], seen: ['DescribeUserPool', 1] }],
  ] as const)('%s ends it with %i while it waits for %s', async (signal, code, _what, more, about) => {
    const ran = await interrupted(`audit acme.yaml zeta.yaml --report json=a.json --report html=a.html${more}`, {
      signal,
      ...about,
    });
    expect(ran.ms).toBeLessThan(SOON);
    expect([ran.code, ran.out, ran.err]).toEqual([code, '', `poolward: interrupted by ${signal}\n`]);
    // What was there from yesterday must not stay; that nothing is known today is all that they say.
    expect(ran.files).toEqual(['a.html', 'a.json', 'acme.yaml', 'zeta.yaml']);
    expect(JSON.parse(ran.read('a.json'))).toMatchObject({ failure: { code: 'interrupted', findings: [] } });
    expect(ran.read('a.html')).not.toContain('<header class="top good">');
    for (const text of [ran.out, ran.err, ran.read('a.json'), ran.read('a.html')]) expect(text).not.toContain(SECRET);
  });

  it('answers in JSON where JSON was asked for', async () => {
    const ran = await interrupted('audit acme.yaml --format json', { signal: 'SIGINT', ...stalled });
    expect([ran.code, JSON.parse(ran.out).failure.code]).toEqual([130, 'interrupted']);
  });

  it('leaves no half list of users', async () => {
    const ran = await interrupted('users audit acme.yaml --list users.csv', {
      signal: 'SIGINT',
      faults: [{ operation: 'ListUsers', line: 'stall' }],
      seen: ['ListUsers', 1],
    });
    expect(ran.ms).toBeLessThan(SOON);
    expect([ran.code, ran.files]).toEqual([130, ['acme.yaml', 'zeta.yaml']]);
  });
});

describe('a signal while specs are read and judged', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'poolward-busy-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  // Many seconds of work without a moment in which a handler could run.
  beforeAll(() => {
    mkdirSync(join(folder, 'configs'));
    const clients = Array.from(
      { length: 4000 },
      (_, index) => `  c${index}: {callbackUrls: ["https://a${index}.example.com"]}\n`,
    );
    writeFileSync(join(folder, 'configs/a0.yaml'), `${SPEC('acme')}clients:\n${clients.join('')}`);
    for (let index = 1; index < 40; index++)
      linkSync(join(folder, 'configs/a0.yaml'), join(folder, `configs/a${index}.yaml`));
  });

  it.each([
    ['validate', 'SIGINT'],
    ['validate --format json', 'SIGTERM'],
    ['synth --out out', 'SIGTERM'],
    ['audit --endpoint-url http://127.0.0.1:9', 'SIGINT'],
    ['fix --yes --endpoint-url http://127.0.0.1:9', 'SIGTERM'],
  ] as const)('ends %s', async (words, signal) => {
    const child = spawn(process.execPath, [BINARY, ...words.split(' ')], { cwd: folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('close', (...how) => resolve(how)));
    await new Promise((later) => setTimeout(later, 1500));
    child.kill(signal);
    // A shell says 130 and 143. A handler of ours would have had to wait, and then left with a code.
    expect(await ended).toEqual([null, signal]);
    expect(readdirSync(folder)).toEqual(['configs']);
  });
});
