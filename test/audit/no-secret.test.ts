// No secret that a pool holds, or that a program sends, is in anything that the audit reads on, prints or writes.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { redacted, shown } from '../../src/audit/words.js';
import { poolReader } from '../../src/aws/reads.js';
import { nodeIo } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import { ABSENT, observed } from '../../src/model/state.js';
import { FORMAT_NAMES } from '../../src/report/index.js';
import { startSandbox } from '../../src/sandbox/index.js';
import { quietSignals } from '../cli/fake-io.js';
import { ROWS, titled } from '../harness/registry.js';
import { SECTIONS } from '../harness/twin.js';
import { clientFor, send } from '../sandbox/support.js';

const OIDC_SECRET = 'oidc-secret-51c0ffee';
const APPLE_KEY = 'apple-private-key-5eedbead';
const PASSWORD = 'Pass-word-0f-ada!1';
const KEY_OF_AWS = 'aws-secret-key-deadbeef';

const SPEC = `pool:
  id: acme
  name: acme
  region: us-east-1
  account: "123456789012"
clients:
  web: {}
  server: { secret: true }
identityProviders:
  Okta:
    type: oidc
    details: { client_id: other, oidc_issuer: https://login.example.com, authorize_scopes: openid }
users:
  ada: { enabled: false }
`;

const folder = mkdtempSync(join(tmpdir(), 'poolward-secrets-'));
const path = (name: string) => join(folder, name);
let close: () => Promise<void>;
let snapshot = '';
let secrets: Readonly<Record<string, string>> = {};
const printed: Record<string, string> = {};

beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] ??= 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = KEY_OF_AWS;
  const sandbox = await startSandbox({ seed: 'secrets' });
  const client = clientFor(sandbox.url);
  close = async () => {
    client.destroy();
    await sandbox.close();
  };
  const { UserPool } = await send(client, ['CreateUserPool', { PoolName: 'acme' }]);
  const call = (operation: string, input: object) => send(client, [operation, { UserPoolId: UserPool.Id, ...input }]);
  const made = [];
  // One drifts, one is as it should be, and one is in no spec.
  for (const ClientName of ['web', 'server', 'rogue'])
    made.push(await call('CreateUserPoolClient', { ClientName, GenerateSecret: true }));
  const oidc = { client_id: 'poolward', client_secret: OIDC_SECRET, attributes_request_method: 'GET' };
  await call('CreateIdentityProvider', {
    ProviderName: 'Okta',
    ProviderType: 'OIDC',
    ProviderDetails: { ...oidc, oidc_issuer: 'https://login.example.com', authorize_scopes: 'openid email' },
  });
  await call('CreateIdentityProvider', {
    ProviderName: 'SignInWithApple',
    ProviderType: 'SignInWithApple',
    ProviderDetails: {
      client_id: 'com.example',
      team_id: 'T',
      key_id: 'K',
      private_key: APPLE_KEY,
      authorize_scopes: 'email',
    },
  });
  await call('AdminCreateUser', { Username: 'ada', TemporaryPassword: PASSWORD, MessageAction: 'SUPPRESS' });
  const ofClients = made.map(({ UserPoolClient }) => [`of ${UserPoolClient.ClientName}`, UserPoolClient.ClientSecret]);
  secrets = {
    ...Object.fromEntries(ofClients),
    'of the OIDC provider': OIDC_SECRET,
    'of Apple': APPLE_KEY,
    'of the user': PASSWORD,
    'of the caller': KEY_OF_AWS,
  };
  snapshot = JSON.stringify(await poolReader(client).read({ poolId: UserPool.Id, sections: SECTIONS, users: ['ada'] }));
  await commands(sandbox.url, UserPool.Id);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await close?.();
});

/** Runs what reads pools and writes about them; keeps all that it prints, and every file that it leaves. */
async function commands(url: string, id: string): Promise<void> {
  writeFileSync(path('acme.yaml'), SPEC);
  const formats = FORMAT_NAMES.flatMap((format) => ['--report', `${format}=${path(`audit.${format}`)}`]);
  const poolward = async (...argv: readonly string[]) => {
    const io = nodeIo(quietSignals(), folder);
    const add = (text: string) => {
      printed[argv[0] ?? ''] = (printed[argv[0] ?? ''] ?? '') + text;
    };
    await run([...argv, '--endpoint-url', url, '--verbose'], { ...io, out: add, err: add, raw: add });
  };
  await poolward('audit', path('acme.yaml'), ...formats);
  await poolward('plan', path('acme.yaml'));
  await poolward('pull', id, '--region', 'us-east-1', '--out', path('pulled'));
  await poolward('fix', path('acme.yaml'), '--yes');
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (file.isFile()) printed[file.name] = readFileSync(join(file.parentPath, file.name), 'utf8');
}

it('has secrets to look for, and looked at what holds them', () => {
  expect(Object.values(secrets).every((secret) => secret.length >= 16)).toBe(true);
  expect(snapshot).toContain('"ClientName":"rogue"');
  expect(snapshot).toContain('SignInWithApple');
  for (const format of FORMAT_NAMES) expect(printed[`audit.${format}`]).toContain('clients');
  expect(printed['audit']).toContain('secret');
  for (const command of ['audit', 'plan', 'pull', 'fix']) expect(printed[command]).toBeTruthy();
});

it('keeps every secret out of a snapshot, every format, every output and every file', () => {
  const everything = { snapshot, ...printed };
  const shown = Object.entries(secrets).flatMap(([whose, secret]) =>
    Object.entries(everything).flatMap(([where, text]) => (text.includes(secret) ? [`${whose} in ${where}`] : [])),
  );
  expect(shown).toEqual([]);
});

it.each(titled(ROWS.filter(({ field }) => field.sensitive)))(
  '%s is a secret in every sentence and every change',
  (_, row) => {
    const [want, have] = [observed('what-the-spec-says'), observed('what-is-live')];
    const common = { kind: 'changed', setting: row.name, impact: 'update' } as const;
    const address = row.facet.kind === 'keyed' ? `${row.facet.id}/key` : row.facet.id;
    const inner = { ...common, address, desired: want, live: have, derived: [] };
    const outer = { ...common, address: 'mfa', setting: 'mode', desired: ABSENT, live: ABSENT, derived: [inner] };
    expect(JSON.stringify([redacted(inner), redacted(outer)])).not.toMatch(/what-/);
    expect([shown(want, row.field), shown(have, row.field)]).toEqual(['<redacted>', '<redacted>']);
  },
);
