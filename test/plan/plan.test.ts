// What the next deploy would do: a live pool as `pool` says, and a spec that wants something else.
import {
  AdminCreateUserCommand,
  CreateUserPoolClientCommand,
  type CreateUserPoolClientCommandInput,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { planPool } from '../../src/plan/plan.js';
import { cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';

interface Case {
  readonly pool?: Partial<CreateUserPoolCommandInput>;
  readonly clients?: readonly Partial<CreateUserPoolClientCommandInput>[];
  readonly spec: string;
  readonly maxChange?: number;
}

/** Rules that the plan names, without the notes of plain updates, and their messages. */
async function planned({ pool = {}, clients = [], spec, maxChange = 25 }: Case) {
  const aws = await cloud();
  const userPoolId = await aws.pool({ PoolName: 'acme', ...pool });
  await aws.client.send(new AdminCreateUserCommand({ UserPoolId: userPoolId, Username: 'ada@example.com' }));
  const ids: [string, string][] = [];
  for (const client of clients) {
    const input = { UserPoolId: userPoolId, ClientName: 'web', ...client };
    const { UserPoolClient } = await aws.client.send(new CreateUserPoolClientCommand(input));
    ids.push([`clients/${input.ClientName}`, UserPoolClient?.ClientId ?? '']);
  }
  const subject = subjectOf(spec, { userPoolId, ids });
  const { seen, findings } = await aws.audit(subject);
  if (!seen) throw new Error(JSON.stringify(findings));
  const all = planPool(subject, seen, { maxChange });
  return {
    all,
    rules: all.filter(({ severity }) => severity !== 'note').map(({ rule, setting }) => `${rule} ${setting}`),
  };
}

const urls = (...names: string[]) => names.map((name) => `https://${name}.example.com/callback`);
const oauth = {
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code' as const],
  AllowedOAuthScopes: ['openid'],
};
const web = (more: string) =>
  `clients:\n  web:\n    oauthFlows: [code]\n    oauthScopes: [openid]\n    callbackUrls: [${more}]\n`;

describe('plan', () => {
  it.each<[string, Case, string[]]>([
    ['a pool as the spec says', { spec: '' }, []],
    ['a change that Terraform makes', { spec: 'passwordPolicy:\n  minimumLength: 12\n' }, []],
    [
      'another user name attribute replaces the pool',
      { pool: { UsernameAttributes: ['email'] }, spec: 'signIn:\n  usernameAttributes: [phone]\n' },
      ['plan/replace signIn.usernameAttributes'],
    ],
    [
      'case sensitivity was fixed when the pool was made, whatever Terraform may destroy',
      { spec: 'signIn:\n  caseSensitive: true\nterraform:\n  preventDestroy: false\n' },
      ['plan/fixed signIn.caseSensitive'],
    ],
    [
      'a pool that was made without case sensitivity, for a spec that says nothing of it',
      { pool: { UsernameConfiguration: undefined }, spec: '' },
      ['plan/fixed signIn.caseSensitive'],
    ],
    [
      'another name replaces the pool, by a provider of old',
      { pool: { PoolName: 'old' }, spec: '' },
      ['plan/replace pool.name'],
    ],
    [
      'another name is set in place by a newer one',
      { pool: { PoolName: 'old' }, spec: 'terraform:\n  providerVersion: ">= 6.6.0, < 7.0.0"\n' },
      [],
    ],
    [
      'a secret replaces the client',
      { clients: [{}], spec: 'clients:\n  web:\n    secret: true\n' },
      ['plan/replace clients.web.secret'],
    ],
    [
      'an attribute that the spec no longer has fails at apply',
      { pool: { Schema: [{ Name: 'tenant', AttributeDataType: 'String' }] }, spec: '' },
      ['plan/refused attributes.custom:tenant'],
    ],
    [
      'an edited attribute fails at apply',
      {
        pool: { Schema: [{ Name: 'tenant', AttributeDataType: 'String', Mutable: true }] },
        spec: 'attributes:\n  custom:tenant:\n    mutable: false\n',
      },
      ['plan/refused attributes.custom:tenant.mutable'],
    ],
    [
      'clients that the last deploy made are destroyed, and too many of them',
      { clients: [{}, { ClientName: 'shop' }, { ClientName: 'old' }], spec: 'clients:\n  web: {}\n' },
      ['plan/destroy clients.shop', 'plan/destroy clients.old', 'plan/many-removed clients.shop'],
    ],
    [
      'the same, meant so',
      { clients: [{}, { ClientName: 'shop' }], spec: 'clients:\n  web: {}\n', maxChange: 50 },
      ['plan/destroy clients.shop'],
    ],
    [
      'callback URLs, too many of them',
      { clients: [{ ...oauth, CallbackURLs: urls('a', 'b', 'c', 'd') }], spec: web(urls('a', 'b').join(', ')) },
      ['plan/many-removed clients.web.callbackUrls'],
    ],
    [
      'callback URLs, one of four',
      { clients: [{ ...oauth, CallbackURLs: urls('a', 'b', 'c', 'd') }], spec: web(urls('a', 'b', 'c').join(', ')) },
      [],
    ],
    [
      'e-mail MFA together with its sender and recovery takes two deploys',
      {
        pool: { AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] } },
        spec:
          'mfa:\n  mode: optional\n  email: true\n  emailSubject: Code\n  emailMessage: "{####}  "\n' +
          'emailSender:\n  service: ses\n  identity: example.com\n  from: a@example.com\n',
      },
      ['plan/two-steps mfa.email'],
    ],
  ])('%s', async (_what, sample, rules) => {
    expect((await planned(sample)).rules).toEqual(rules);
  });

  it('says how many users a replacement loses', async () => {
    const { all } = await planned({ spec: 'signIn:\n  usernameAttributes: [phone]\n' });
    expect(all[0]?.message).toContain('destroys the pool and its 1 users');
    expect(all[0]?.change?.impact).toBe('replace');
  });

  it('warns that MFA settings of users are lost', async () => {
    const aws = await cloud();
    const userPoolId = await aws.pool({ PoolName: 'acme' });
    await aws.call('SetUserPoolMfaConfig', {
      MfaConfiguration: 'ON',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    });
    const subject = subjectOf('', { userPoolId });
    const { seen } = await aws.audit(subject);
    const rules = seen ? planPool(subject, seen, { maxChange: 25 }).map(({ rule }) => rule) : [];
    expect(rules).toContain('plan/mfa-off');
    // Off already: whatever else changes, nobody loses settings.
    await aws.call('SetUserPoolMfaConfig', { MfaConfiguration: 'OFF' });
    const off = subjectOf('passwordPolicy:\n  minimumLength: 12\nmfa:\n  mode: off\n', { userPoolId });
    const { seen: now } = await aws.audit(off);
    const later = now ? planPool(off, now, { maxChange: 25 }).map(({ rule }) => rule) : [];
    expect(later).toEqual(['plan/update']);
  });
});
