import { describe, expect, it } from 'vitest';
import type { ClientSetting } from '../../src/sandbox/world.js';
import { role, type Session, session } from './support.js';

async function newClient({ call }: Session, settings: object = {}): Promise<any> {
  return (await call('CreateUserPoolClient', { ClientName: 'c', ...settings })).UserPoolClient;
}

const read = async ({ call }: Session, ClientId: string) =>
  (await call('DescribeUserPoolClient', { ClientId })).UserPoolClient;

describe('a new client', () => {
  it('with a name only has AWS’s defaults and no lists', async () => {
    const now = new Date('2026-01-02T03:04:05Z');
    const s = await session({ now: () => now });
    const UserPoolId = await s.pool();
    const { ClientId } = await newClient(s);
    expect(await read(s, ClientId)).toEqual({
      UserPoolId,
      ClientName: 'c',
      ClientId,
      CreationDate: now,
      LastModifiedDate: now,
      RefreshTokenValidity: 30,
      TokenValidityUnits: {},
      AllowedOAuthFlowsUserPoolClient: false,
      EnableTokenRevocation: true,
      EnablePropagateAdditionalUserContextData: false,
      AuthSessionValidity: 3,
    });
  });

  it('shows its lists sorted, once each, and an empty one not at all', async () => {
    const s = await session();
    await s.pool();
    const { ClientId } = await newClient(s, {
      CallbackURLs: [
        'https://z.example',
        'https://a.example',
        'myapp://cb',
        'http://localhost:3000/cb',
        'https://z.example',
      ],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      ReadAttributes: ['name', 'email'],
      LogoutURLs: [],
      RefreshTokenValidity: 0,
    });
    const client = await read(s, ClientId);
    expect(client).toMatchObject({
      CallbackURLs: ['http://localhost:3000/cb', 'https://a.example', 'https://z.example', 'myapp://cb'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'],
      ReadAttributes: ['email', 'name'],
      RefreshTokenValidity: 30,
    });
    expect(client).not.toHaveProperty('LogoutURLs');
  });

  it('has a secret when it asks for one, or brings its own', async () => {
    const s = await session();
    await s.pool();
    const generated = await newClient(s, { GenerateSecret: true });
    expect(generated.ClientSecret).toMatch(/^[a-z0-9]{51}$/);
    expect((await read(s, generated.ClientId)).ClientSecret).toBe(generated.ClientSecret);
    expect((await newClient(s, { ClientSecret: 'x'.repeat(24) })).ClientSecret).toBe('x'.repeat(24));
    expect(await newClient(s)).not.toHaveProperty('ClientSecret');
  });

  it('may ask for the scope of a resource server and for a provider of its pool', async () => {
    const s = await session();
    await s.pool();
    await s.call('CreateResourceServer', {
      Identifier: 'api',
      Name: 'api',
      Scopes: [{ ScopeName: 'read', ScopeDescription: 'r' }],
    });
    await s.call('CreateIdentityProvider', {
      ProviderName: 'corp',
      ProviderType: 'SAML',
      ProviderDetails: { MetadataURL: 'https://x.example' },
    });
    const { SupportedIdentityProviders } = await newClient(s, {
      GenerateSecret: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: ['api/read'],
      SupportedIdentityProviders: ['corp', 'COGNITO'],
    });
    expect(SupportedIdentityProviders).toEqual(['corp', 'COGNITO']);
  });
});

const settings: Record<ClientSetting, unknown> = {
  RefreshTokenValidity: 60,
  AccessTokenValidity: 2,
  IdTokenValidity: 2,
  TokenValidityUnits: { AccessToken: 'hours' },
  ReadAttributes: ['email'],
  WriteAttributes: ['email'],
  ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
  SupportedIdentityProviders: ['COGNITO'],
  CallbackURLs: ['https://a.example'],
  LogoutURLs: ['https://a.example'],
  DefaultRedirectURI: 'https://a.example',
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid'],
  AllowedOAuthFlowsUserPoolClient: true,
  AnalyticsConfiguration: { ApplicationId: 'a', RoleArn: role, ExternalId: 'x' },
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: false,
  EnablePropagateAdditionalUserContextData: true,
  AuthSessionValidity: 5,
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
};

/** These cannot be left out alone: others need them. */
const entangled = ['CallbackURLs', 'AllowedOAuthFlows', 'AllowedOAuthScopes'];

describe('UpdateUserPoolClient', () => {
  const names = (Object.keys(settings) as ClientSetting[]).filter((name) => !entangled.includes(name));
  it.each(names.flatMap((name) => [[name, 'kept'] as const, [name, 'reset'] as const]))(
    'that leaves %s out, in a world where it is %s',
    async (setting, fate) => {
      const s = await session({ world: { clientUpdateOmission: { [setting]: fate } } });
      await s.pool();
      const { ClientId } = await newClient(s, { ...settings, GenerateSecret: true });
      expect((await read(s, ClientId))[setting]).toEqual(settings[setting]);
      const { [setting]: _omitted, ...others } = settings;
      await s.call('UpdateUserPoolClient', { ClientId, ...others });
      const after = await read(s, ClientId);
      if (fate === 'kept') expect(after[setting]).toEqual(settings[setting]);
      else expect(after[setting]).not.toEqual(settings[setting]);
      expect(after.ClientName).toBe('c');
    },
  );

  it('leaves a client that once rotated tokens with rotation DISABLED', async () => {
    const s = await session();
    await s.pool();
    const { ClientId } = await newClient(s, { RefreshTokenRotation: { Feature: 'ENABLED' } });
    await s.call('UpdateUserPoolClient', { ClientId });
    expect((await read(s, ClientId)).RefreshTokenRotation).toEqual({ Feature: 'DISABLED', RetryGracePeriodSeconds: 0 });
  });

  it('says that it was updating when it refuses', async () => {
    const s = await session();
    await s.pool();
    const { ClientId } = await newClient(s);
    expect(await s.refusal('UpdateUserPoolClient', { ClientId, ReadAttributes: ['custom:no'] })).toEqual({
      type: 'InvalidParameterException',
      words: 'Invalid read attributes specified while updating a client',
    });
  });
});

describe('clients', () => {
  it('are listed in pages of at most 60, without secrets', async () => {
    const s = await session();
    const UserPoolId = await s.pool();
    for (let index = 0; index < 61; index += 1) await newClient(s, { ClientName: `c${index}`, GenerateSecret: true });
    const first = await s.call('ListUserPoolClients', { MaxResults: 60 });
    const second = await s.call('ListUserPoolClients', { MaxResults: 60, NextToken: first.NextToken });
    expect(first.UserPoolClients).toHaveLength(60);
    expect(second).toEqual({ UserPoolClients: [{ ClientId: expect.any(String), UserPoolId, ClientName: 'c60' }] });
    expect((await s.refusal('ListUserPoolClients', { MaxResults: 61 })).words).toContain('less than or equal to 60');
    expect((await s.refusal('ListUserPoolClients', { NextToken: 'nonsense' })).type).toBe('InvalidParameterException');
  });

  it('may have the same name twice, and are gone once deleted', async () => {
    const s = await session();
    await s.pool();
    const [one, two] = [await newClient(s), await newClient(s)];
    await s.call('DeleteUserPoolClient', { ClientId: one.ClientId });
    expect(await s.refusal('DescribeUserPoolClient', { ClientId: one.ClientId })).toEqual({
      type: 'ResourceNotFoundException',
      words: `User pool client ${one.ClientId} does not exist.`,
    });
    expect((await s.call('ListUserPoolClients')).UserPoolClients).toMatchObject([{ ClientId: two.ClientId }]);
  });

  it('have up to two secrets, whose values are never listed', async () => {
    const s = await session();
    await s.pool();
    const { ClientId, ClientSecret } = await newClient(s, { GenerateSecret: true });
    const added = (await s.call('AddUserPoolClientSecret', { ClientId })).ClientSecretDescriptor;
    expect(added.ClientSecretValue).toMatch(/^[a-z0-9]{51}$/);
    expect(added.ClientSecretId).toMatch(new RegExp(`^${ClientId}--\\d+$`));
    expect((await s.refusal('AddUserPoolClientSecret', { ClientId })).type).toBe('LimitExceededException');
    const { ClientSecrets } = await s.call('ListUserPoolClientSecrets', { ClientId });
    expect(JSON.stringify(ClientSecrets)).not.toContain(ClientSecret);
    expect(ClientSecrets.map(Object.keys)).toEqual([
      ['ClientSecretId', 'ClientSecretCreateDate'],
      ['ClientSecretId', 'ClientSecretCreateDate'],
    ]);
    await s.call('DeleteUserPoolClientSecret', { ClientId, ClientSecretId: ClientSecrets[0].ClientSecretId });
    expect((await read(s, ClientId)).ClientSecret).toBe(added.ClientSecretValue);
    const own = await s.call('AddUserPoolClientSecret', { ClientId, ClientSecret: 'y'.repeat(30) });
    expect(own.ClientSecretDescriptor).not.toHaveProperty('ClientSecretValue');
  });
});
