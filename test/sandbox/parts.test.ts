import { describe, expect, it } from 'vitest';
import { role, type Session, session } from './support.js';

async function withClient(settings: object = {}): Promise<Session & { ClientId: string }> {
  const s = await session();
  await s.pool({ ...settings });
  const { ClientId } = (await s.call('CreateUserPoolClient', { ClientName: 'c' })).UserPoolClient;
  return { ...s, ClientId };
}

describe('domains', () => {
  const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555';

  it('show on the pool, one prefix and one of its own', async () => {
    const { call, pool, refusal } = await session();
    const UserPoolId = await pool();
    expect(await call('CreateUserPoolDomain', { Domain: 'login', ManagedLoginVersion: 1 })).toEqual({
      ManagedLoginVersion: 1,
    });
    const custom = { Domain: 'auth.example.com', CustomDomainConfig: { CertificateArn: certificate } };
    expect((await call('CreateUserPoolDomain', custom)).CloudFrontDomain).toMatch(/\.cloudfront\.net$/);
    expect((await call('DescribeUserPool')).UserPool).toMatchObject({
      Domain: 'login',
      CustomDomain: 'auth.example.com',
    });
    const { DomainDescription } = await call('DescribeUserPoolDomain', { Domain: 'login' });
    expect(DomainDescription).toMatchObject({
      UserPoolId,
      Domain: 'login',
      Status: 'ACTIVE',
      AWSAccountId: '123456789012',
      ManagedLoginVersion: 1,
    });
    await call('UpdateUserPoolDomain', { Domain: 'login', ManagedLoginVersion: 2 });
    expect((await call('DescribeUserPoolDomain', { Domain: 'login' })).DomainDescription.ManagedLoginVersion).toBe(2);
    await call('DeleteUserPoolDomain', { Domain: 'login' });
    expect((await call('DescribeUserPool')).UserPool).not.toHaveProperty('Domain');
    expect((await refusal('DeleteUserPoolDomain', { Domain: 'login' })).words).toBe(
      'No such domain or user pool exists.',
    );
  });

  it('that nobody has are described as empty', async () => {
    const { call } = await session();
    expect(await call('DescribeUserPoolDomain', { Domain: 'nobody' })).toEqual({ DomainDescription: {} });
  });
});

describe('groups', () => {
  it('are kept as written, with their members', async () => {
    const { call, pool, refusal } = await session();
    const UserPoolId = await pool();
    await call('CreateGroup', { GroupName: 'admins', Precedence: 0, RoleArn: role, Description: 'd' });
    expect((await refusal('CreateGroup', { GroupName: 'admins' })).type).toBe('GroupExistsException');
    await call('UpdateGroup', { GroupName: 'admins', Precedence: 2 });
    expect((await call('GetGroup', { GroupName: 'admins' })).Group).toMatchObject({
      UserPoolId,
      Precedence: 2,
      RoleArn: role,
      Description: 'd',
    });
    await call('AdminCreateUser', { Username: 'alice' });
    await call('AdminAddUserToGroup', { GroupName: 'admins', Username: 'alice' });
    expect((await call('AdminListGroupsForUser', { Username: 'alice' })).Groups).toMatchObject([
      { GroupName: 'admins' },
    ]);
    expect((await call('ListUsersInGroup', { GroupName: 'admins' })).Users).toMatchObject([{ Username: 'alice' }]);
    await call('AdminRemoveUserFromGroup', { GroupName: 'admins', Username: 'alice' });
    expect((await call('ListUsersInGroup', { GroupName: 'admins' })).Users).toEqual([]);
    await call('DeleteGroup', { GroupName: 'admins' });
    expect((await call('ListGroups')).Groups).toEqual([]);
    expect((await refusal('GetGroup', { GroupName: 'admins' })).type).toBe('ResourceNotFoundException');
  });

  it('lose their role to an empty one in a world that accepts it', async () => {
    const { call, pool } = await session({ world: { emptyGroupRole: 'cleared' } });
    await pool();
    await call('CreateGroup', { GroupName: 'g', RoleArn: role });
    await call('UpdateGroup', { GroupName: 'g', RoleArn: '' });
    expect((await call('GetGroup', { GroupName: 'g' })).Group).not.toHaveProperty('RoleArn');
  });
});

describe('resource servers', () => {
  it('show scopes by name and replace them as a whole', async () => {
    const { call, pool, refusal } = await session();
    await pool();
    const scope = (ScopeName: string) => ({ ScopeName, ScopeDescription: 'd' });
    await call('CreateResourceServer', { Identifier: 'api', Name: 'n', Scopes: [scope('write'), scope('read')] });
    expect((await call('DescribeResourceServer', { Identifier: 'api' })).ResourceServer.Scopes).toEqual([
      scope('read'),
      scope('write'),
    ]);
    await call('UpdateResourceServer', { Identifier: 'api', Name: 'n', Scopes: [] });
    expect((await call('ListResourceServers', { MaxResults: 50 })).ResourceServers).toMatchObject([
      { Identifier: 'api', Scopes: [] },
    ]);
    await call('DeleteResourceServer', { Identifier: 'api' });
    expect((await refusal('DescribeResourceServer', { Identifier: 'api' })).type).toBe('ResourceNotFoundException');
  });
});

describe('identity providers', () => {
  it('gain what AWS adds, and keep what an update leaves out', async () => {
    const { call, pool, refusal } = await session();
    await pool();
    const details = { client_id: 'x', client_secret: 'y', authorize_scopes: 'openid' };
    await call('CreateIdentityProvider', {
      ProviderName: 'Google',
      ProviderType: 'Google',
      ProviderDetails: details,
      IdpIdentifiers: ['g'],
    });
    const { IdentityProvider } = await call('DescribeIdentityProvider', { ProviderName: 'Google' });
    expect(IdentityProvider.ProviderDetails).toMatchObject({
      ...details,
      token_request_method: 'POST',
      attributes_url_add_attributes: 'true',
    });
    expect(IdentityProvider.AttributeMapping).toEqual({ username: 'sub' });
    await call('UpdateIdentityProvider', { ProviderName: 'Google', AttributeMapping: { email: 'email' } });
    expect((await call('GetIdentityProviderByIdentifier', { IdpIdentifier: 'g' })).IdentityProvider).toMatchObject({
      ProviderDetails: details,
      AttributeMapping: { username: 'sub', email: 'email' },
    });
    expect((await call('ListIdentityProviders')).Providers).toMatchObject([
      { ProviderName: 'Google', ProviderType: 'Google' },
    ]);
    await call('DeleteIdentityProvider', { ProviderName: 'Google' });
    expect((await refusal('DescribeIdentityProvider', { ProviderName: 'Google' })).type).toBe(
      'ResourceNotFoundException',
    );
  });

  it('never show Apple’s key', async () => {
    const { call, pool } = await session();
    await pool();
    const details = { client_id: 'x', team_id: 't', key_id: 'k', private_key: 'SECRET', authorize_scopes: 'email' };
    await call('CreateIdentityProvider', {
      ProviderName: 'SignInWithApple',
      ProviderType: 'SignInWithApple',
      ProviderDetails: details,
    });
    expect(JSON.stringify(await call('DescribeIdentityProvider', { ProviderName: 'SignInWithApple' }))).not.toContain(
      'SECRET',
    );
  });
});

describe('attachments', () => {
  it('risk: a client inherits from the pool, and a call with ids only takes its own away', async () => {
    const { call, ClientId } = await withClient();
    expect((await call('DescribeRiskConfiguration')).RiskConfiguration).toEqual({ UserPoolId: expect.any(String) });
    const block = { CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } } };
    await call('SetRiskConfiguration', block);
    const inherited = (await call('DescribeRiskConfiguration', { ClientId })).RiskConfiguration;
    expect(inherited).toMatchObject({
      CompromisedCredentialsRiskConfiguration: { EventFilter: [], Actions: { EventAction: 'BLOCK' } },
    });
    await call('SetRiskConfiguration', {
      ClientId,
      RiskExceptionConfiguration: { SkippedIPRangeList: ['10.0.0.0/8'] },
    });
    expect((await call('DescribeRiskConfiguration', { ClientId })).RiskConfiguration).not.toHaveProperty(
      'CompromisedCredentialsRiskConfiguration',
    );
    await call('SetRiskConfiguration', { ClientId });
    expect((await call('DescribeRiskConfiguration', { ClientId })).RiskConfiguration).toEqual(inherited);
  });

  it('style: the image is never answered, only its address', async () => {
    const { call, ClientId } = await withClient();
    await call('CreateUserPoolDomain', { Domain: 'login' });
    expect((await call('GetUICustomization')).UICustomization).toEqual({});
    const CSS =
      '/* c */ .label-customizable { color: red; } .submitButton-customizable:hover, .banner-customizable { color: red; }';
    const one = (await call('SetUICustomization', { CSS, ImageFile: Buffer.from('one') })).UICustomization;
    const two = (await call('SetUICustomization', { CSS, ImageFile: Buffer.from('two') })).UICustomization;
    expect(one.ImageUrl).not.toBe(two.ImageUrl);
    expect((await call('GetUICustomization', { ClientId })).UICustomization).toMatchObject({ ClientId: 'ALL', CSS });
  });

  it('logs: replaced as a whole', async () => {
    const { call } = await withClient();
    const LogConfigurations = [
      {
        LogLevel: 'ERROR',
        EventSource: 'userNotification',
        CloudWatchLogsConfiguration: { LogGroupArn: 'arn:aws:logs:us-east-1:123456789012:log-group:/a' },
      },
    ];
    await call('SetLogDeliveryConfiguration', { LogConfigurations });
    expect((await call('GetLogDeliveryConfiguration')).LogDeliveryConfiguration).toMatchObject({ LogConfigurations });
    await call('SetLogDeliveryConfiguration', { LogConfigurations: [] });
    expect((await call('GetLogDeliveryConfiguration')).LogDeliveryConfiguration).toMatchObject({
      LogConfigurations: [],
    });
  });

  it('branding: one style per client', async () => {
    const { call, refusal, ClientId } = await withClient();
    const Settings = { components: { a: 1 } };
    const { ManagedLoginBranding: made } = await call('CreateManagedLoginBranding', { ClientId, Settings });
    expect((await refusal('CreateManagedLoginBranding', { ClientId })).type).toBe(
      'ManagedLoginBrandingExistsException',
    );
    expect((await call('DescribeManagedLoginBrandingByClient', { ClientId })).ManagedLoginBranding).toEqual(made);
    const { ManagedLoginBrandingId } = made;
    await call('UpdateManagedLoginBranding', { ManagedLoginBrandingId, UseCognitoProvidedValues: true });
    const updated = (await call('DescribeManagedLoginBranding', { ManagedLoginBrandingId })).ManagedLoginBranding;
    expect(updated).toMatchObject({ UseCognitoProvidedValues: true });
    expect(updated).not.toHaveProperty('Settings');
    const asset = { Category: 'PAGE_BACKGROUND', ColorMode: 'LIGHT', Extension: 'ICO', Bytes: Buffer.from('a') };
    const { words } = await refusal('UpdateManagedLoginBranding', { ManagedLoginBrandingId, Assets: [asset] });
    expect(words).toContain(
      'Invalid assets provided. Validation errors: [{category: PAGE_BACKGROUND, extension: ICO, colorMode: LIGHT, errorMessage:',
    );
    await call('DeleteManagedLoginBranding', { ManagedLoginBrandingId });
    expect((await refusal('DescribeManagedLoginBrandingByClient', { ClientId })).type).toBe(
      'ResourceNotFoundException',
    );
  });

  it('terms: one of a name per client', async () => {
    const { call, refusal, ClientId } = await withClient();
    const terms = {
      ClientId,
      TermsName: 'terms-of-use',
      TermsSource: 'LINK',
      Enforcement: 'NONE',
      Links: { 'cognito:default': 'https://a.example' },
    };
    const { Terms } = await call('CreateTerms', terms);
    expect(Terms).toMatchObject(terms);
    expect((await refusal('CreateTerms', terms)).type).toBe('TermsExistsException');
    await call('UpdateTerms', { TermsId: Terms.TermsId, Links: { 'cognito:default': 'https://b.example' } });
    const read = await call('DescribeTermsByClient', { ClientId, TermsName: 'terms-of-use' });
    expect(read.Terms.Links).toEqual({ 'cognito:default': 'https://b.example' });
    expect(await call('DescribeTerms', { TermsId: Terms.TermsId })).toEqual(read);
    await call('DeleteTerms', { TermsId: Terms.TermsId });
    expect((await call('ListTerms')).Terms).toEqual([]);
  });

  it('sessions: defaults, then what was set', async () => {
    const { call, ClientId } = await withClient();
    expect(await call('GetUserPoolSessionConfiguration')).toMatchObject({
      UserSessionTracking: 'DISABLED',
      TokenSession: { MaxPerUser: 20 },
    });
    expect(await call('GetUserPoolClientSessionConfiguration', { ClientId })).toMatchObject({
      SSOSession: { MaxValidityMinutes: 60 },
    });
    await call('SetUserPoolSessionConfiguration', { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 3 } });
    await call('SetUserPoolClientSessionConfiguration', { ClientId, SSOSession: { MaxValidityMinutes: 0 } });
    expect(await call('GetUserPoolSessionConfiguration')).toMatchObject({
      UserSessionTracking: 'ENABLED',
      TokenSession: { MaxPerUser: 3 },
    });
    expect(await call('GetUserPoolClientSessionConfiguration', { ClientId })).toMatchObject({
      SSOSession: { MaxValidityMinutes: 0 },
    });
  });

  it('replicas: the primary shows once there is another', async () => {
    const { call, pool, refusal } = await session();
    const id = await pool();
    expect((await call('ListUserPoolReplicas')).UserPoolReplicas).toEqual([]);
    await call('CreateUserPoolReplica', { RegionName: 'us-west-2' });
    await call('UpdateUserPoolReplica', { RegionName: 'us-west-2', Status: 'ACTIVE' });
    expect((await call('ListUserPoolReplicas')).UserPoolReplicas).toMatchObject([
      { RegionName: 'us-east-1', Role: 'PRIMARY' },
      {
        RegionName: 'us-west-2',
        Role: 'SECONDARY',
        Status: 'ACTIVE',
        UserPoolArn: `arn:aws:cognito-idp:us-west-2:123456789012:userpool/${id}`,
      },
    ]);
    await call('DeleteUserPoolReplica', { RegionName: 'us-west-2' });
    expect((await refusal('UpdateUserPoolReplica', { RegionName: 'us-west-2', Status: 'ACTIVE' })).type).toBe(
      'ResourceNotFoundException',
    );
  });
});
