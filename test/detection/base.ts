// The pool that base.yaml declares, made by the calls that anybody could send.
import { readFileSync } from 'node:fs';
import { arn, FIXED, identity, MFA, PASSWORDS, POOL } from './base-pool.js';
import type { Json, Names, Send } from './objects.js';

export const LOGO = readFileSync(new URL('./assets/logo.png', import.meta.url));

export const NAMES: Names = {
  client: 'web',
  domain: 'auth.example.com',
  provider: 'Okta',
  resourceServer: 'orders',
  group: 'admins',
  replica: 'us-west-2',
  attributes: ['custom:tenant', 'custom:level'],
  image: LOGO,
};

const CLIENT = {
  ClientName: NAMES.client,
  GenerateSecret: true,
  RefreshTokenValidity: 10,
  AccessTokenValidity: 10,
  IdTokenValidity: 20,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
  ReadAttributes: ['email', 'name'],
  WriteAttributes: ['name'],
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  SupportedIdentityProviders: ['COGNITO', 'Okta'],
  CallbackURLs: ['https://app.example.com/a', 'https://app.example.com/b'],
  LogoutURLs: ['https://app.example.com/'],
  DefaultRedirectURI: 'https://app.example.com/a',
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid', 'email'],
  AllowedOAuthFlowsUserPoolClient: true,
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: false,
  EnablePropagateAdditionalUserContextData: true,
  AuthSessionValidity: 5,
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
  AnalyticsConfiguration: {
    ApplicationArn: arn('mobiletargeting:us-east-1', 'apps/aaaaaaaaaaaa'),
    UserDataShared: true,
  },
};

const mail = (subject: string, text = subject) => ({ Subject: subject, HtmlBody: `<p>${subject}</p>`, TextBody: text });
const RISK = {
  CompromisedCredentialsRiskConfiguration: { EventFilter: ['SIGN_IN', 'SIGN_UP'], Actions: { EventAction: 'BLOCK' } },
  AccountTakeoverRiskConfiguration: {
    NotifyConfiguration: {
      SourceArn: identity,
      From: 'security@example.com',
      ReplyTo: 'help@example.com',
      BlockEmail: mail('Blocked'),
      NoActionEmail: mail('Allowed'),
      MfaEmail: mail('Code', 'Code text'),
    },
    Actions: {
      LowAction: { EventAction: 'NO_ACTION', Notify: true },
      MediumAction: { EventAction: 'MFA_IF_CONFIGURED', Notify: true },
      HighAction: { EventAction: 'BLOCK', Notify: true },
    },
  },
  RiskExceptionConfiguration: { BlockedIPRangeList: ['192.0.2.0/24'], SkippedIPRangeList: ['198.51.100.0/24'] },
};
const CLIENT_RISK = {
  CompromisedCredentialsRiskConfiguration: { EventFilter: [], Actions: { EventAction: 'BLOCK' } },
  AccountTakeoverRiskConfiguration: { Actions: { HighAction: { EventAction: 'BLOCK', Notify: false } } },
};

const OKTA = {
  ProviderName: NAMES.provider,
  ProviderType: 'OIDC',
  ProviderDetails: {
    client_id: 'poolward',
    client_secret: 'hidden',
    attributes_request_method: 'GET',
    oidc_issuer: 'https://login.example.com',
    authorize_scopes: 'openid email',
  },
  AttributeMapping: { email: 'mail' },
  IdpIdentifiers: ['acme'],
  AcrMapping: { Level2: 'urn:okta:2' },
};

const css = (color: string) => `.banner-customizable { background-color: ${color}; }`;

/** Makes the pool and all that is in it; answers its id. */
export async function makeBase(send: Send): Promise<string> {
  const { UserPool } = await send('CreateUserPool', {
    ...POOL,
    ...FIXED,
    Policies: { PasswordPolicy: PASSWORDS },
  });
  const UserPoolId = UserPool.Id as string;
  const call = (operation: string, input: object): Promise<Json> => send(operation, { UserPoolId, ...input });
  await call('SetUserPoolMfaConfig', MFA);
  const Policies = {
    PasswordPolicy: PASSWORDS,
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] },
  };
  await call('UpdateUserPool', { ...POOL, Policies, MfaConfiguration: 'OPTIONAL' });
  await call('CreateIdentityProvider', OKTA);
  await call('CreateResourceServer', {
    Identifier: NAMES.resourceServer,
    Name: 'Orders',
    Scopes: [
      { ScopeName: 'read', ScopeDescription: 'Read orders' },
      { ScopeName: 'write', ScopeDescription: 'Write orders' },
    ],
  });
  await call('CreateUserPoolDomain', {
    Domain: NAMES.domain,
    ManagedLoginVersion: 2,
    CustomDomainConfig: {
      CertificateArn: arn('acm:us-east-1', 'certificate/11111111-2222-3333-4444-555555555555'),
      SecurityPolicy: 'TLS_V1_2_2021',
    },
    Routing: {
      Failover: {
        SecondaryRegion: 'us-west-2',
        PrimaryRoute53HealthCheckId: '11111111-2222-3333-4444-555555555555',
      },
    },
  });
  const { UserPoolClient } = await call('CreateUserPoolClient', CLIENT);
  await partsOf(UserPoolClient.ClientId as string, call);
  return UserPoolId;
}

/** What belongs to the client, and what nothing depends on. */
async function partsOf(ClientId: string, call: (operation: string, input: object) => Promise<Json>): Promise<void> {
  await call('SetUserPoolClientSessionConfiguration', { ClientId, SSOSession: { MaxValidityMinutes: 30 } });
  await call('CreateGroup', {
    GroupName: NAMES.group,
    Description: 'Administrators',
    Precedence: 1,
    RoleArn: arn('iam:', 'role/admins'),
  });
  await call('SetRiskConfiguration', RISK);
  await call('SetRiskConfiguration', { ClientId, ...CLIENT_RISK });
  await call('SetUICustomization', { ClientId: 'ALL', CSS: css('#123456'), ImageFile: LOGO });
  await call('SetUICustomization', { ClientId, CSS: css('#654321'), ImageFile: LOGO });
  await call('CreateManagedLoginBranding', {
    ClientId,
    Settings: { components: { form: { borderRadius: 8 } } },
    Assets: [
      { Category: 'FORM_LOGO', ColorMode: 'LIGHT', Extension: 'PNG', Bytes: LOGO },
      { Category: 'PAGE_HEADER_LOGO', ColorMode: 'DARK', Extension: 'PNG', ResourceId: 'header-1' },
    ],
  });
  await call('SetLogDeliveryConfiguration', {
    LogConfigurations: [
      {
        EventSource: 'userNotification',
        LogLevel: 'ERROR',
        CloudWatchLogsConfiguration: { LogGroupArn: arn('logs:us-east-1', 'log-group:messages') },
      },
      { EventSource: 'userAuthEvents', LogLevel: 'INFO', S3Configuration: { BucketArn: 'arn:aws:s3:::sign-ins' } },
    ],
  });
  await call('CreateTerms', {
    ClientId,
    TermsName: 'terms-of-use',
    TermsSource: 'LINK',
    Enforcement: 'NONE',
    Links: { 'cognito:default': 'https://acme.example/terms' },
  });
  await call('SetUserPoolSessionConfiguration', { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 10 } });
  await call('CreateUserPoolReplica', { RegionName: NAMES.replica });
  await call('UpdateUserPoolReplica', { RegionName: NAMES.replica, Status: 'ACTIVE' });
}
