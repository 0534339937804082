// Pools as other tools leave them, made through the API.

type Send = (operation: string, input?: Readonly<Record<string, unknown>>) => Promise<any>;

/** What makes a pool; `change` puts the stored pool into a state that no call reaches any more. */
export interface OddPool {
  readonly pool?: Readonly<Record<string, unknown>>;
  more?(call: Send): Promise<unknown>;
  change?(stored: any): void;
  /** Settings that no spec can say. */
  readonly unsaid?: readonly string[];
}

/** What an odd pool is created with: case-insensitive, unless it says otherwise. */
export function inputOf({ pool }: OddPool): Readonly<Record<string, unknown>> {
  return { UsernameConfiguration: { CaseSensitive: false }, ...pool };
}

const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/legacy-sms', ExternalId: 'legacy' };
const callbacks = {
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid', 'email'],
  CallbackURLs: ['https://b.example.com/', 'https://a.example.com/'],
  SupportedIdentityProviders: ['COGNITO'],
};

/** What all secrets of these pools are. */
export const SECRET = 'a-secret-of-nobody';
const lambda = (name: string) => `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;

/** By name of the pool. */
export const ODD_POOLS: Readonly<Record<string, OddPool>> = {
  'nothing said': { pool: { UsernameConfiguration: undefined }, unsaid: ['signIn.caseSensitive'] },
  'legacy texts': {
    pool: {
      EmailVerificationSubject: 'Verify',
      EmailVerificationMessage: 'Your code is {####}',
      SmsVerificationMessage: 'Code {####}',
      AutoVerifiedAttributes: ['email'],
    },
  },
  // AWS takes it, and the link works once a domain exists: a rule says so, and pull leaves nothing out.
  'verification by link without a domain': {
    pool: {
      AutoVerifiedAttributes: ['email'],
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      VerificationMessageTemplate: {
        DefaultEmailOption: 'CONFIRM_WITH_LINK',
        EmailSubjectByLink: 'Your link',
        EmailMessageByLink: 'Please follow {##this link##}.',
      },
    },
  },
  'one invitation text': {
    pool: { AdminCreateUserConfig: { InviteMessageTemplate: { EmailMessage: '<p>Hi {username}</p>\n<p>{####}</p>' } } },
  },
  'no recovery setting': { change: (stored) => void delete stored.pool.AccountRecoverySetting },
  aliases: {
    pool: {
      AliasAttributes: ['preferred_username', 'email'],
      UsernameConfiguration: { CaseSensitive: true },
      Schema: [
        { Name: 'email', Required: true },
        { Name: 'tenant', AttributeDataType: 'String', Mutable: false },
        { Name: 'level', AttributeDataType: 'Number', NumberAttributeConstraints: { MinValue: '1' } },
        { Name: 'since', AttributeDataType: 'DateTime' },
      ],
    },
  },
  'SMS sender, MFA off': { pool: { SmsConfiguration } },
  'SMS sender, MFA on': {
    pool: { SmsConfiguration, Policies: { PasswordPolicy: { MinimumLength: 6 } } },
    more: (call) =>
      call('SetUserPoolMfaConfig', { MfaConfiguration: 'OPTIONAL', SmsMfaConfiguration: { SmsConfiguration } }),
  },
  '1 Arger + Co.': { pool: { UserPoolTags: { '<<': 'x', 'a:b': '#', '1': 'yes' } } },
  'client defaults': { more: (call) => call('CreateUserPoolClient', { ClientName: 'web' }) },
  'client of old': { more: (call) => call('CreateUserPoolClient', { ClientName: 'web', RefreshTokenValidity: 10 }) },
  'one unit': {
    more: (call) =>
      call('CreateUserPoolClient', {
        ClientName: 'web',
        IdTokenValidity: 10,
        TokenValidityUnits: { IdToken: 'minutes' },
      }),
  },
  'client with secret': {
    more: async (call) => {
      await call('CreateUserPoolClient', { ClientName: 'api', GenerateSecret: true, ...callbacks });
      await call('CreateUserPoolDomain', { Domain: 'odd-client-with-secret' });
    },
  },
  'two of one name': {
    more: async (call) => {
      await call('CreateUserPoolClient', { ClientName: 'My app', GenerateSecret: true });
      await call('CreateUserPoolClient', { ClientName: 'My app', ExplicitAuthFlows: ['USER_PASSWORD_AUTH'] });
    },
  },
  federated: {
    more: async (call) => {
      await call('CreateIdentityProvider', {
        ProviderName: 'Okta',
        ProviderType: 'OIDC',
        ProviderDetails: {
          client_id: 'x',
          client_secret: SECRET,
          authorize_scopes: 'openid',
          oidc_issuer: 'https://okta.example.com',
          attributes_request_method: 'GET',
        },
        AttributeMapping: { email: 'email' },
        IdpIdentifiers: ['example.com'],
      });
      await call('CreateIdentityProvider', {
        ProviderName: 'Google',
        ProviderType: 'Google',
        ProviderDetails: { client_id: 'x', client_secret: SECRET, authorize_scopes: 'openid' },
      });
      await call('CreateResourceServer', {
        Identifier: 'https://api.example.com',
        Name: 'The API',
        Scopes: [{ ScopeName: 'read', ScopeDescription: 'Read' }],
      });
      await call('CreateUserPoolClient', {
        ClientName: 'web',
        ...callbacks,
        AllowedOAuthScopes: ['openid', 'https://api.example.com/read'],
        SupportedIdentityProviders: ['COGNITO', 'Okta', 'Google'],
      });
      await call('CreateGroup', {
        GroupName: 'admins',
        RoleArn: 'arn:aws:iam::123456789012:role/admins',
        Precedence: 1,
      });
      await call('CreateGroup', { GroupName: 'a.b/c' });
    },
  },
  triggered: {
    pool: {
      LambdaConfig: {
        PreSignUp: lambda('sign-up'),
        PreTokenGeneration: lambda('claims'),
        PreTokenGenerationConfig: { LambdaArn: lambda('claims'), LambdaVersion: 'V2_0' },
      },
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false },
    },
  },
  'triggered of old': { pool: { LambdaConfig: { PreTokenGeneration: lambda('claims') } } },
  threatened: {
    pool: { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } },
    more: async (call) => {
      const { UserPoolClient } = await call('CreateUserPoolClient', { ClientName: 'web' });
      const CompromisedCredentialsRiskConfiguration = { Actions: { EventAction: 'BLOCK' } };
      await call('SetRiskConfiguration', { CompromisedCredentialsRiskConfiguration });
      await call('SetRiskConfiguration', {
        ClientId: UserPoolClient.ClientId,
        RiskExceptionConfiguration: { BlockedIPRangeList: ['192.0.2.0/24'] },
      });
      await call('CreateUserPoolDomain', { Domain: 'odd-threatened' });
      await call('SetUICustomization', { CSS: '.banner-customizable { background-color: #123456; }' });
    },
  },
  'many clients': {
    more: async (call) => {
      for (let number = 0; number < 130; number++)
        await call('CreateUserPoolClient', {
          ClientName: `client ${number}`,
          AccessTokenValidity: 5 + number,
          TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'hours', RefreshToken: 'days' },
          RefreshTokenValidity: 10,
        });
    },
  },
};
