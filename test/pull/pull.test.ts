// The command: what it prints and writes, and how it fails.
import { describe, expect, it } from 'vitest';
import { pullPool } from '../../src/cli/engine/pull.js';
import type { PullArgs } from '../../src/cli/engines.js';
import { FACETS } from '../../src/facets/index.js';
import type { Facet } from '../../src/model/facet.js';
import { pull } from '../../src/pull/pull.js';
import { loadSpecs } from '../../src/spec/load.js';
import { call } from '../cli/call.js';
import { fakeIo } from '../cli/fake-io.js';
import { type Cloud, cloud } from '../harness/cloud.js';
import { filesOf } from '../harness/files.js';
import { SECTIONS } from '../harness/twin.js';

const credentials = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's' };

function args(sandbox: Cloud, pool: string, more: Partial<PullArgs> = {}): PullArgs {
  Object.assign(process.env, credentials);
  const io = fakeIo();
  const nowhere = { region: undefined, profile: undefined, roleArn: undefined, quotaShare: undefined };
  const nothing = { id: undefined, out: undefined, ...nowhere };
  return { pool, endpointUrl: sandbox.sandbox.url, io, signal: io.signal, ...nothing, ...more };
}

describe('the pool', () => {
  it('is found by its id, which says the Region', async () => {
    const sandbox = await cloud();
    const id = await sandbox.pool({ PoolName: 'Acme Customers' });
    const { text, imports } = await pullPool(args(sandbox, id));
    expect(text).toBe(
      [
        '# yaml-language-server: $schema=../node_modules/poolward/schema/pool.schema.json',
        'pool:',
        '  id: acme-customers',
        '  name: Acme Customers',
        '  region: us-east-1',
        '  account: "123456789012"',
        `  userPoolId: ${id}`,
        '',
        'terraform:',
        '  # Never set in the live pool: Terraform would plan to set the defaults.',
        '  leaveOut: [threatProtection.mode]',
        '',
      ].join('\n'),
    );
    expect(JSON.parse(imports)).toEqual({ import: [{ to: 'aws_cognito_user_pool.pool', id }] });
  });

  it('is found by its name, and gets the id that was asked for', async () => {
    const sandbox = await cloud();
    await sandbox.pool({ PoolName: 'acme' });
    const { text } = await pullPool(args(sandbox, 'acme', { region: 'us-east-1', id: 'other', out: 'a/b/acme.yaml' }));
    expect(text).toContain('  id: other\n');
    expect(text).toContain('$schema=../../node_modules/poolward/');
  });

  it.each([
    ['an unknown id', 'us-east-1_Nope', {}, 'pool-not-found'],
    ['an unknown name', 'nobody', { region: 'us-east-1' }, 'pool-not-found'],
    ['two of one name', 'twin', { region: 'us-east-1' }, 'pool-ambiguous'],
    ['a name without a Region', 'twin', {}, 'no-region'],
    ['an id of another Region', 'us-east-1_Nope', { region: 'eu-west-1' }, 'wrong-region'],
    ['nobody at the other end', 'us-east-1_Nope', { endpointUrl: 'http://127.0.0.1:1' }, 'cannot-read-pool'],
  ])(
    '%s is refused',
    async (_what, pool, more, code) => {
      const sandbox = await cloud();
      await sandbox.pool({ PoolName: 'twin' });
      await sandbox.pool({ PoolName: 'twin' });
      await expect(pullPool(args(sandbox, pool, more))).rejects.toMatchObject({ code });
    },
    30_000,
  );
});

describe('what could not be read', () => {
  const pulledWith = async (operation: string) => {
    const sandbox = await cloud({
      faults: [{ operation, error: { type: 'AccessDeniedException', message: 'not you' } }],
    });
    const poolId = await sandbox.pool({ PoolName: 'acme' });
    await sandbox.call('CreateUserPoolClient', { ClientName: 'web' });
    const snapshot = await sandbox.reader.read({ poolId, sections: SECTIONS, users: [] });
    return pull(snapshot, { poolId, id: undefined, schema: 's', file: 'f' });
  };

  it('a list is named with AWS’s words', async () => {
    const { text, unread } = await pulledWith('ListUserPoolClients');
    expect(unread.join()).toMatch(/clients: AccessDeniedException/);
    expect(text).toMatch(/# Could not be read, and may be missing above:\n# {3}.*clients: AccessDeniedException/s);
  });

  it('an object keeps its place', async () => {
    const { text, unread } = await pulledWith('DescribeUserPoolClient');
    expect(unread.join()).toMatch(/clients\.web: AccessDeniedException/);
    expect(text).toContain('\nclients:\n  web:\n');
  });
});

describe('what no spec can say', () => {
  it('is left out with the reason, and found', async () => {
    const sandbox = await cloud();
    const poolId = await sandbox.pool({ PoolName: 'acme' });
    sandbox.sandbox.seed(poolId, (stored) => void Object.assign(stored.pool, { UserPoolTier: 'GALACTIC' }));
    const snapshot = await sandbox.reader.read({ poolId, sections: SECTIONS, users: [] });
    const { text, findings } = pull(snapshot, { poolId, id: undefined, schema: 's', file: 'f' });
    expect(findings).toMatchObject([{ rule: 'pull/unsayable', setting: 'pool.tier' }]);
    expect(text).toMatch(/# Left out, because no spec can say it:\n# {3}pool\.tier: .*GALACTIC/);
  });
});

describe('secrets', () => {
  it('come as references', async () => {
    const sandbox = await cloud();
    const poolId = await sandbox.pool({ PoolName: 'acme' });
    const client_secret = 'nobody-may-see-this';
    await sandbox.call('CreateIdentityProvider', {
      ProviderName: 'Google',
      ProviderType: 'Google',
      ProviderDetails: { client_id: 'x', client_secret, authorize_scopes: 'openid' },
    });
    const { UserPoolClient } = await sandbox.call('CreateUserPoolClient', { ClientName: 'web', GenerateSecret: true });
    const snapshot = await sandbox.reader.read({ poolId, sections: SECTIONS, users: [] });
    const all = JSON.stringify(pull(snapshot, { poolId, id: undefined, schema: 's', file: 'f' }));
    expect(all).toContain('secretVariable: google_secret');
    expect(all).toContain('clients.web.secret');
    expect(all).not.toContain(client_secret);
    expect(all).not.toContain(UserPoolClient.ClientSecret);
  });
});

describe('hundreds of clients', () => {
  it('are all there', async () => {
    const sandbox = await cloud();
    const poolId = await sandbox.pool({ PoolName: 'acme' });
    for (let n = 0; n < 300; n++) await sandbox.call('CreateUserPoolClient', { ClientName: `client ${n % 299}` });
    const snapshot = await sandbox.reader.read({ poolId, sections: SECTIONS, users: [] });
    const { imports, text } = pull(snapshot, { poolId, id: undefined, schema: 's', file: 'f' });
    expect(imports.blocks).toHaveLength(301);
    expect(text).toContain('\n  client-0-2:\n    name: client 0\n');
  }, 30_000);
});

describe('poolward pull', () => {
  const pulled = (parts: object = {}) => ({
    pullPool: async () => ({
      text: 'pool:\n',
      imports: '{}\n',
      files: [],
      findings: [],
      unread: [],
      notes: [],
      ...parts,
    }),
  });

  it('prints the spec, and nothing else on stdout', async () => {
    expect(await call('pull p', pulled())).toMatchObject({ code: 0, out: 'pool:\n', err: '' });
  });

  it('writes files, with those that the spec names beside it', async () => {
    const files = [{ path: 'assets/a.png', bytes: new Uint8Array([1]) }];
    const done = await call('pull p --out configs/p.yaml --imports i.tf.json', pulled({ files }), {}, {});
    expect([...done.files]).toEqual([
      ['i.tf.json', '{}\n'],
      ['configs/assets/a.png', 'AQ=='],
      ['configs/p.yaml', 'pool:\n'],
    ]);
    expect(done).toMatchObject({ code: 0, out: '', err: 'Wrote configs/p.yaml and i.tf.json.\n' });
  });

  it('overwrites nothing, unless told to, and does not ask AWS first', async () => {
    const pullPool = async () => {
      throw new Error('asked');
    };
    const taken = { 'p.yaml': 'mine' };
    const refused = await call('pull p --out p.yaml', { pullPool }, {}, taken);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('p.yaml exists already.') });
    const forced = await call('pull p --out p.yaml --force', pulled(), {}, taken);
    expect([forced.code, forced.files.get('p.yaml')]).toEqual([0, 'pool:\n']);
  });

  it.each([
    [3, { unread: ['clients: AccessDeniedException'] }],
    [1, { findings: [{ severity: 'warning', message: 'm' }], unread: ['x: y'] }],
  ])('ends with %i', async (code, parts) => {
    expect((await call('pull p', pulled(parts))).code).toBe(code);
  });
});

it('every facet whose resource holds live objects says how Terraform imports them', () => {
  const importable = (FACETS as readonly Facet[]).filter(
    ({ kind, resource, ...facet }) =>
      resource !== undefined &&
      resource !== 'aws_cognito_user_pool' &&
      (kind === 'single' || ('closed' in facet && facet.closed)),
  );
  expect(importable.filter(({ importId }) => importId === undefined).map(({ id }) => id)).toEqual([]);
});

describe('text of the live pool', () => {
  it('is no variable of whoever reads the spec', async () => {
    const sandbox = await cloud();
    const id = await sandbox.pool({
      PoolName: 'acme',
      AdminCreateUserConfig: {
        InviteMessageTemplate: { EmailSubject: 'Pay ${HOME}', EmailMessage: '{username} {####} $${HOME} $' },
      },
    });
    const { text } = await pullPool(args(sandbox, id));
    const { specs, findings } = loadSpecs(['acme.yaml'], filesOf({ 'acme.yaml': text }), { env: { HOME: '/root' } });
    expect(findings).toEqual([]);
    expect(specs[0]?.spec.signUp).toMatchObject({
      invitationEmailSubject: 'Pay ${HOME}',
      invitationEmailMessage: '{username} {####} $${HOME} $',
    });
  });
});
