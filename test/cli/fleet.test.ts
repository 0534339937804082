// Many pools in one run, through the command line and the real SDK.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { runProgram } from '../../src/demo/process.js';
import { BINARY, ensureBuilt } from '../harness/built.js';
import { session } from '../sandbox/support.js';

const specOf = (id: string, account: string, more = '') =>
  `pool:\n  id: ${id}\n  name: ${id}\n  region: us-east-1\n  account: "${account}"\n  environment: development\n${more}`;

beforeAll(() => ensureBuilt(), 120_000);

/** A folder with files, and the built command line in it. */
function folderOf(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'poolward-fleet-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'configs'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_')));
  const all = { ...own, ...env, AWS_EC2_METADATA_DISABLED: 'true' };
  return async (...argv: readonly string[]) => {
    const { code, stdout } = await runProgram(process.execPath, [BINARY, ...argv, '--format', 'json'], {
      cwd: folder,
      env: all,
    });
    return { code, report: JSON.parse(stdout) };
  };
}

/** A server that knows no pool, and the access keys that it was asked with. */
async function emptyCognito() {
  const keys = new Set<string>();
  const server = createServer((request, response) => {
    keys.add(/Credential=([^/]+)/.exec(String(request.headers.authorization))?.[1] ?? '');
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(
      JSON.stringify({ __type: 'ResourceNotFoundException', message: 'User pool us-east-1_a does not exist.' }),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, keys };
}

describe('accounts', () => {
  it('are looked at as poolward.yaml says, each by its own', async () => {
    const { url, keys } = await emptyCognito();
    const credentials = (name: string) => `[${name}]\naws_access_key_id = KEY${name}\naws_secret_access_key = s\n`;
    const poolward = folderOf(
      {
        'configs/one.yaml': specOf('one', '111111111111', '  userPoolId: us-east-1_a\n'),
        'configs/two.yaml': specOf('two', '222222222222', '  userPoolId: us-east-1_a\n'),
        'poolward.yaml': 'accounts:\n  "111111111111": {profile: first}\n  "222222222222": {profile: second}\n',
        credentials: credentials('first') + credentials('second'),
      },
      { AWS_SHARED_CREDENTIALS_FILE: 'credentials', AWS_CONFIG_FILE: 'none', AWS_ENDPOINT_URL: url },
    );
    const { report } = await poolward('audit');
    expect(keys).toEqual(new Set(['KEYfirst', 'KEYsecond']));
    const rules = report.findings.map(({ rule }: { rule: string }) => rule);
    expect(rules.filter((rule: string) => rule === 'audit/pool-not-found')).toHaveLength(2);
  });
});

describe('a run over many pools', () => {
  it('goes on after a pool of another account, and names the pools that no spec declares', async () => {
    const { sandbox, call } = await session();
    for (const PoolName of ['mine', 'theirs', 'nobody'])
      await call('CreateUserPool', { PoolName, UsernameConfiguration: { CaseSensitive: false } });
    const poolward = folderOf(
      {
        'configs/mine.yaml': specOf('mine', '123456789012'),
        'configs/theirs.yaml': specOf('theirs', '999999999999'),
      },
      { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's', AWS_ENDPOINT_URL: sandbox.url },
    );
    const { code, report } = await poolward('audit', '--undeclared-pools', '--severity', 'error');
    const found = report.findings.map(({ rule, message }: { rule: string; message: string }) => [rule, message]);
    expect(found).toContainEqual(['audit/wrong-place', expect.stringContaining('999999999999')]);
    expect(found).toContainEqual(['audit/undeclared-pool', expect.stringContaining('nobody')]);
    expect(JSON.stringify(found)).not.toContain('pool mine');
    expect(report.coverage.checked).toBeGreaterThan(40);
    expect(code).toBe(1);
  });
});
