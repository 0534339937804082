import { describe, expect, it } from 'vitest';
import type { WorldOptions } from '../../src/sandbox/index.js';
import { type Cloud, cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';
import { CASES, type Case } from './federation-cases.js';

async function made({ pool, call }: Cloud, { made: [first, ...rest], spec }: Case) {
  const userPoolId = await pool(first?.[1]);
  for (const [operation, input] of rest) await call(operation, input);
  return subjectOf(spec, { userPoolId });
}

describe.each(CASES.map((one) => [one.name, one]))('%s', (_name, one) => {
  it.each<WorldOptions>([
    { providerDetailsShown: 'recorded' },
    { providerDetailsShown: 'discovered' },
    { providerDetailsShown: 'sent' },
  ])('audits clean: $providerDetailsShown', async (world) => {
    const sandbox = await cloud({ world });
    const { findings, coverage } = await sandbox.audit(await made(sandbox, one));
    expect(findings).toEqual([]);
    expect(coverage.unchecked).toEqual([]);
  });

  it.each(one.mutations.map((mutation) => [`${mutation.finds[0]}: ${mutation.done[0]}`, mutation]))(
    '%s',
    async (_title, { done, finds }) => {
      const sandbox = await cloud();
      const subject = await made(sandbox, one);
      await sandbox.call(...done);
      const { findings } = await sandbox.audit(subject);
      const [setting, kind, convergedBy] = finds;
      expect(findings.map((found) => [found.setting, found.change?.kind, found.convergedBy])).toEqual([
        [setting, kind, convergedBy],
      ]);
      expect(JSON.stringify(findings)).not.toContain('hunter2');
      const deletions = kind === 'extra' ? findings.map(({ change }) => change?.address ?? '') : [];
      const fixed = await sandbox.fix(subject, deletions);
      expect(fixed.findings).toEqual([]);
      expect(fixed.audit.findings).toHaveLength(convergedBy === 'fix' ? 0 : 1);
      expect(JSON.stringify(sandbox.sent)).not.toContain('redacted');
    },
  );
});

describe('groups that Cognito makes for a provider', () => {
  const spec = `identityProviders:
  Corporate:
    type: saml
    details:
      MetadataURL: https://idp.example.com/metadata
`;
  const ProviderDetails = { MetadataURL: 'https://idp.example.com/metadata' };

  async function withGroup(name: (pool: string) => string, input: object = {}) {
    const sandbox = await cloud();
    const userPoolId = await sandbox.pool({ PoolName: 'acme' });
    await sandbox.call('CreateIdentityProvider', { ProviderName: 'Corporate', ProviderType: 'SAML', ProviderDetails });
    await sandbox.call('CreateGroup', { GroupName: name(userPoolId), ...input });
    const { findings } = await sandbox.audit(subjectOf(spec, { userPoolId }));
    return findings.map(({ rule }) => rule);
  }

  it('are expected without a role', async () => {
    expect(await withGroup((pool) => `${pool}_Corporate`)).toEqual([]);
  });

  it('are reported with a role', async () => {
    const RoleArn = 'arn:aws:iam::123456789012:role/eve';
    expect(await withGroup((pool) => `${pool}_Corporate`, { RoleArn })).toEqual(['drift/extra']);
  });

  it('are reported for a provider that the spec does not declare, and for another pool', async () => {
    expect(await withGroup((pool) => `${pool}_Rogue`)).toEqual(['drift/extra']);
    expect(await withGroup(() => 'us-east-1_other_Corporate')).toEqual(['drift/extra']);
  });
});

it('a group with precedence 0 as Terraform makes it, without one, is converged by fix', async () => {
  const sandbox = await cloud();
  const userPoolId = await sandbox.pool({ PoolName: 'acme' });
  await sandbox.call('CreateGroup', { GroupName: 'first' });
  const { audit, steps } = await sandbox.fix(subjectOf('groups:\n  first:\n    precedence: 0\n', { userPoolId }));
  expect(steps.map(({ call }) => call.operation)).toEqual(['UpdateGroup']);
  expect(audit.findings).toEqual([]);
});

it('an endpoint of an OIDC provider elsewhere than at its issuer is a change, whatever discovery shows', async () => {
  const details = {
    client_id: '1example23456789',
    authorize_scopes: 'openid',
    oidc_issuer: 'https://idp.example.com',
    attributes_request_method: 'GET',
  };
  const sandbox = await cloud({ world: { providerDetailsShown: 'discovered' } });
  const userPoolId = await sandbox.pool({ PoolName: 'acme' });
  const provider = { ProviderName: 'Okta', ProviderDetails: details };
  await sandbox.call('CreateIdentityProvider', { ...provider, ProviderType: 'OIDC' });
  const spec = `identityProviders:\n  Okta:\n    type: oidc\n    details: ${JSON.stringify(details)}\n`;
  const rules = async () =>
    (await sandbox.audit(subjectOf(spec, { userPoolId }))).findings.map((one) => [one.rule, one.setting]);
  expect(await rules()).toEqual([]);
  const ProviderDetails = { ...details, token_url: 'https://eve.example/token' };
  await sandbox.call('UpdateIdentityProvider', { ProviderName: 'Okta', ProviderDetails });
  expect(await rules()).toEqual([['drift/changed', 'identityProviders.Okta.details']]);
});

it.each<WorldOptions>([{ clientRisk: 'pool' }, { clientRisk: 'empty' }])(
  'risk of the pool alone audits clean, and so does a client’s own: $clientRisk',
  async (world) => {
    const sandbox = await cloud({ world });
    const userPoolId = await sandbox.pool({
      PoolName: 'acme',
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    });
    const { UserPoolClient } = await sandbox.call('CreateUserPoolClient', { ClientName: 'web' });
    const risk = { CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } } };
    await sandbox.call('SetRiskConfiguration', risk);
    const spec = (own: string) =>
      `pool:\n  id: acme\n  name: acme\n  region: us-east-1\n  account: "123456789012"\n  tier: plus\nthreatProtection:\n  mode: enforced\nclients:\n  web:\nrisk:\n  pool:\n    compromisedCredentials: block\n${own}`;
    const settings = async (own: string) =>
      (await sandbox.audit(subjectOf(spec(own), { userPoolId }))).findings.map((one) => one.setting);
    expect(await settings('')).toEqual([]);
    await sandbox.call('SetRiskConfiguration', { ...risk, ClientId: UserPoolClient.ClientId });
    expect(await settings('  web:\n    compromisedCredentials: block\n')).toEqual([]);
    expect(await settings('')).toEqual(['risk.web']);
  },
);
