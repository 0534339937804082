// Values of variables are printed as their names: by every command over specs that reads a pool or none, in every format.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeIo } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import { FORMAT_NAMES } from '../../src/report/index.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { clientFor, send } from '../sandbox/support.js';
import { quietSignals } from './fake-io.js';

const VALUES = {
  HOST: 'sentinel-one.example.com',
  SUBJECT: 'Sentinel "two" <&> code',
  TAG: 'sentinel-three-ünïcode',
  GROUP: 'sentinel four\nin two lines',
};
const SPEC = `pool:
  id: acme
  name: acme
  region: us-east-1
  account: "123456789012"
  tags: {team: "\${TAG}"}
clients:
  web:
    callbackUrls: ["https://\${HOST}/callback"]
    logoutUrls: ["https://\${HOST}/"]
groups:
  admins: {description: "\${GROUP}"}
verification:
  emailSubject: "\${SUBJECT}"
`;
const folder = mkdtempSync(join(tmpdir(), 'poolward-concealed-'));
const file = join(folder, 'acme.yaml');
let sandbox: Sandbox;

beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] ??= 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'test';
  writeFileSync(file, SPEC);
  sandbox = await startSandbox();
  const client = clientFor(sandbox.url);
  const { UserPool } = (await send(client, ['CreateUserPool', { PoolName: 'acme' }])) as any;
  await send(client, ['CreateUserPoolClient', { UserPoolId: UserPool.Id, ClientName: 'web' }]);
  client.destroy();
});

afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

/** Parts of the values that no escape touches. */
const PARTS = ['sentinel-one', 'Sentinel', 'sentinel-three', 'sentinel four', 'in two lines'];

async function printed(words: readonly string[], reports: boolean): Promise<readonly string[]> {
  const texts: string[] = [];
  const keep = (text: string) => void texts.push(text);
  const io = { ...nodeIo(quietSignals(), folder), env: VALUES, out: keep, raw: keep, err: keep };
  const files = reports ? FORMAT_NAMES.map((format) => [format, join(folder, `report.${format}`)] as const) : [];
  await run([...words, ...files.flatMap(([format, path]) => ['--report', `${format}=${path}`])], io);
  return [texts.join(''), ...files.map(([, path]) => readFileSync(path, 'utf8'))];
}

it.each([
  ['validate', true, false],
  ['audit', true, true],
  ['plan', true, true],
  ['fix', true, true],
  ['fix --yes', true, true],
  ['audit --verbose', true, true],
  ['users audit', true, true],
  ['accept --owner me --reason it --rule drift/changed', false, true],
  ['iam', false, false],
] as const)('%s', async (words, reports, live) => {
  const [command = '', ...more] = words.split(' ');
  const rest = command === 'users' ? more.splice(0, 1) : [];
  const texts = await printed(
    [command, ...rest, file, ...more, ...(live ? ['--endpoint-url', sandbox.url] : [])],
    reports,
  );
  expect(texts.every((text) => text !== '')).toBe(true);
  for (const part of PARTS) expect(texts.filter((text) => text.includes(part))).toEqual([]);
});

it('the names are there in their place', async () => {
  const [text = ''] = await printed(['audit', file, '--endpoint-url', sandbox.url, '--verbose'], false);
  for (const name of Object.keys(VALUES)) expect(text).toContain(`\${${name}}`);
});
