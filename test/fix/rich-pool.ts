// A pool with every setting away from its default, and one object of every kind.
import type { Cloud } from '../harness/cloud.js';

export const SmsConfiguration = {
  SnsCallerArn: 'arn:aws:iam::123456789012:role/sms',
  ExternalId: 'x',
  SnsRegion: 'us-east-1',
};
const lambda = (name: string): string => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
const sourceArn = 'arn:aws:ses:us-east-1:123456789012:identity/example.com';
const callbacks = ['https://app.example.com/a', 'https://app.example.com/b'];

/** Every setting of a pool away from its default. */
const RICH = {
  PoolName: 'rich',
  Policies: {
    PasswordPolicy: {
      MinimumLength: 12,
      RequireNumbers: true,
      PasswordHistorySize: 3,
      TemporaryPasswordValidityDays: 3,
    },
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] },
  },
  DeletionProtection: 'ACTIVE',
  LambdaConfig: {
    PreSignUp: lambda('sign-up'),
    PreTokenGenerationConfig: { LambdaArn: lambda('token'), LambdaVersion: 'V2_0' },
    CustomEmailSender: { LambdaArn: lambda('mail'), LambdaVersion: 'V1_0' },
    KMSKeyID: 'arn:aws:kms:us-east-1:123456789012:key/1',
  },
  AutoVerifiedAttributes: ['email', 'phone_number'],
  AliasAttributes: ['email'],
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
  EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: sourceArn, From: 'Acme <a@example.com>' },
  SmsConfiguration,
  SmsAuthenticationMessage: 'Code {####}',
  VerificationMessageTemplate: {
    DefaultEmailOption: 'CONFIRM_WITH_LINK',
    EmailMessage: 'Code {####}',
    EmailSubject: 'Code',
    EmailMessageByLink: 'Click {##here##}',
    EmailSubjectByLink: 'Click',
    SmsMessage: 'SMS {####}',
  },
  UserPoolTags: { team: 'identity' },
  AdminCreateUserConfig: {
    AllowAdminCreateUserOnly: true,
    InviteMessageTemplate: {
      EmailMessage: '{username} {####}',
      EmailSubject: 'Welcome',
      SMSMessage: '{username} {####}',
    },
  },
  UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED', AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' } },
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
  UserPoolTier: 'PLUS',
  DcrConfiguration: { EnableStatus: 'Enabled' },
};
export const MFA = {
  MfaConfiguration: 'ON',
  SmsMfaConfiguration: { SmsConfiguration, SmsAuthenticationMessage: 'Code {####}' },
  SoftwareTokenMfaConfiguration: { Enabled: true },
  EmailMfaConfiguration: { Subject: 'Code', Message: 'Code {####}' },
  WebAuthnConfiguration: {
    RelyingPartyId: 'auth.example.com',
    UserVerification: 'required',
    FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  },
};
const CLIENT = {
  ClientName: 'web',
  GenerateSecret: true,
  RefreshTokenValidity: 10,
  AccessTokenValidity: 10,
  IdTokenValidity: 20,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
  ReadAttributes: ['email', 'name'],
  WriteAttributes: ['email'],
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  SupportedIdentityProviders: ['COGNITO'],
  CallbackURLs: callbacks,
  LogoutURLs: ['https://app.example.com/'],
  DefaultRedirectURI: callbacks[0],
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid', 'email'],
  AllowedOAuthFlowsUserPoolClient: true,
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: false,
  EnablePropagateAdditionalUserContextData: true,
  AuthSessionValidity: 5,
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
};
const CertificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000';

type Input = Readonly<Record<string, unknown>>;

interface Kind {
  readonly create: readonly [operation: string, input: Input];
  /** What calls about the object name it by: a member of the answer of `create`, or of its input. */
  readonly id: string;
  readonly describe: string;
}

/** Objects, by the operation that updates them. */
const KINDS: Readonly<Record<string, Kind>> = {
  UpdateUserPoolClient: {
    create: ['CreateUserPoolClient', CLIENT],
    id: 'ClientId',
    describe: 'DescribeUserPoolClient',
  },
  UpdateUserPoolDomain: {
    create: [
      'CreateUserPoolDomain',
      { Domain: 'auth.example.com', ManagedLoginVersion: 2, CustomDomainConfig: { CertificateArn } },
    ],
    id: 'Domain',
    describe: 'DescribeUserPoolDomain',
  },
  UpdateResourceServer: {
    create: [
      'CreateResourceServer',
      {
        Identifier: 'https://api.example.com',
        Name: 'api',
        Scopes: [
          { ScopeName: 'write', ScopeDescription: 'Write' },
          { ScopeName: 'read', ScopeDescription: 'Read' },
        ],
      },
    ],
    id: 'Identifier',
    describe: 'DescribeResourceServer',
  },
  UpdateIdentityProvider: {
    create: [
      'CreateIdentityProvider',
      {
        ProviderName: 'Acme',
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
      },
    ],
    id: 'ProviderName',
    describe: 'DescribeIdentityProvider',
  },
  UpdateGroup: {
    create: [
      'CreateGroup',
      {
        GroupName: 'admins',
        Description: 'Administrators',
        Precedence: 1,
        RoleArn: 'arn:aws:iam::123456789012:role/admins',
      },
    ],
    id: 'GroupName',
    describe: 'GetGroup',
  },
};

/** What hangs on the pool or the client: how it is made, what its own call names it by, and how it is described. */
interface Attached {
  readonly make: (client: string) => readonly [operation: string, input: Input];
  readonly target: (answer: any, client: string) => string;
  readonly describe: (target: string, client: string) => readonly [operation: string, input: Input];
}
const ATTACHED: Readonly<Record<string, Attached>> = {
  SetRiskConfiguration: {
    make: () => [
      'SetRiskConfiguration',
      {
        CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' }, EventFilter: ['SIGN_IN'] },
        AccountTakeoverRiskConfiguration: { Actions: { HighAction: { EventAction: 'BLOCK', Notify: false } } },
        RiskExceptionConfiguration: { BlockedIPRangeList: ['192.0.2.0/24'] },
      },
    ],
    target: () => 'pool',
    describe: () => ['DescribeRiskConfiguration', {}],
  },
  SetUICustomization: {
    make: (ClientId) => ['SetUICustomization', { ClientId, CSS: '.a-customizable {}' }],
    target: (_answer, client) => client,
    describe: (ClientId) => ['GetUICustomization', { ClientId }],
  },
  UpdateManagedLoginBranding: {
    make: (ClientId) => [
      'CreateManagedLoginBranding',
      {
        ClientId,
        Settings: { components: { a: 1 } },
        Assets: [{ Category: 'FORM_LOGO', ColorMode: 'LIGHT', Extension: 'PNG', Bytes: new Uint8Array([1, 2, 3]) }],
      },
    ],
    target: ({ ManagedLoginBranding }) => ManagedLoginBranding.ManagedLoginBrandingId,
    describe: (ManagedLoginBrandingId) => ['DescribeManagedLoginBranding', { ManagedLoginBrandingId }],
  },
  SetLogDeliveryConfiguration: {
    make: () => [
      'SetLogDeliveryConfiguration',
      {
        LogConfigurations: [
          {
            EventSource: 'userAuthEvents',
            LogLevel: 'INFO',
            S3Configuration: { BucketArn: 'arn:aws:s3:::acme-events' },
          },
        ],
      },
    ],
    target: () => '',
    describe: () => ['GetLogDeliveryConfiguration', {}],
  },
  UpdateTerms: {
    make: (ClientId) => [
      'CreateTerms',
      {
        ClientId,
        TermsName: 'terms-of-use',
        TermsSource: 'LINK',
        Enforcement: 'NONE',
        Links: { 'cognito:default': 'https://acme.example/' },
      },
    ],
    target: ({ Terms }) => Terms.TermsId,
    describe: (TermsId) => ['DescribeTerms', { TermsId }],
  },
  SetUserPoolSessionConfiguration: {
    make: () => [
      'SetUserPoolSessionConfiguration',
      { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 5 } },
    ],
    target: () => '',
    describe: () => ['GetUserPoolSessionConfiguration', {}],
  },
  SetUserPoolClientSessionConfiguration: {
    make: (ClientId) => ['SetUserPoolClientSessionConfiguration', { ClientId, SSOSession: { MaxValidityMinutes: 5 } }],
    target: (_answer, client) => client,
    describe: (ClientId) => ['GetUserPoolClientSessionConfiguration', { ClientId }],
  },
  UpdateUserPoolReplica: {
    make: () => ['CreateUserPoolReplica', { RegionName: 'eu-central-1' }],
    target: () => 'eu-central-1',
    describe: () => ['ListUserPoolReplicas', {}],
  },
};

export interface Rich {
  readonly poolId: string;
  /** What the call of an operation is about; empty for the pool itself. */
  target(operation: string): string;
  /** Everything that AWS says of the pool, in its own words, without what every write changes. */
  everything(): Promise<unknown>;
}

export async function richPool(sandbox: Cloud): Promise<Rich> {
  const { pool, call } = sandbox;
  const poolId = await pool({ ...RICH, Policies: { PasswordPolicy: RICH.Policies.PasswordPolicy } });
  await call('SetUserPoolMfaConfig', MFA);
  await call('UpdateUserPool', { ...RICH, AliasAttributes: undefined, MfaConfiguration: 'ON' });
  const made = new Map<string, string>();
  for (const [operation, { create, id }] of Object.entries(KINDS)) {
    const [answer] = Object.values(await call(...create)) as Input[];
    made.set(operation, String(answer?.[id] ?? create[1][id]));
  }
  const client = made.get('UpdateUserPoolClient') ?? '';
  const attached = new Map<string, string>();
  for (const [operation, { make, target }] of Object.entries(ATTACHED))
    attached.set(operation, target(await call(...make(client)), client));
  return {
    poolId,
    target: (operation) => made.get(operation) ?? attached.get(operation) ?? '',
    everything: async () => {
      const answers = [];
      for (const [operation, target] of attached)
        answers.push(await call(...(ATTACHED[operation] as Attached).describe(target, client)));
      return [await everything(sandbox, made), undated(answers)];
    },
  };
}

async function everything({ call }: Cloud, made: ReadonlyMap<string, string>): Promise<unknown> {
  const answers = [await call('DescribeUserPool'), await call('GetUserPoolMfaConfig')];
  for (const [operation, target] of made) {
    const { id, describe } = KINDS[operation] as Kind;
    const input = { [id]: target, ...(id === 'Domain' && { UserPoolId: undefined }) };
    answers.push(await call(describe, input));
  }
  return undated(answers);
}

/** What every write changes. */
const RESTLESS = ['LastModifiedDate', 'CSSVersion'];

function undated(answers: unknown): unknown {
  return JSON.parse(JSON.stringify(answers, (key, value) => (RESTLESS.includes(key) ? undefined : value)));
}
