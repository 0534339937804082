import type { WorldOptions } from '../../src/sandbox/index.js';
import { type Call, developer, lambda, role, ses, sms, totp } from './support.js';

/** A call that AWS refuses. `words` is the message, or its beginning where it ends with `…`. */
export interface RefusalCase {
  readonly id: string;
  /** Settings of the pool that the call is about; a case about CreateUserPool has none. */
  readonly pool?: Readonly<Record<string, unknown>>;
  readonly before?: readonly Call[];
  readonly call: Call;
  readonly type?: string;
  readonly words: string;
  readonly world?: WorldOptions;
  /** Where the pool is; us-east-1 unless it matters. */
  readonly region?: string;
}

const inTier = 'FeatureUnavailableInTierException';
const badPassword = 'InvalidPasswordException';
const create = (settings: object): Call => ['CreateUserPool', { PoolName: 'p', ...settings }];
const mfa = (body: object): Call => ['SetUserPoolMfaConfig', { MfaConfiguration: 'ON', ...body }];
const client = (settings: object): Call => ['CreateUserPoolClient', { ClientName: 'c', ...settings }];
const provider = (ProviderType: string, ProviderDetails: object, ProviderName = 'corp'): Call => [
  'CreateIdentityProvider',
  { ProviderName, ProviderType, ProviderDetails },
];
const oidc = {
  client_id: 'x',
  authorize_scopes: 'openid',
  oidc_issuer: 'https://i.example',
  attributes_request_method: 'GET',
};
const alice: Call = [
  'AdminCreateUser',
  { Username: 'alice', UserAttributes: [{ Name: 'email', Value: 'a@example.com' }] },
];
const signIn = (...AllowedFirstAuthFactors: string[]) => ({ Policies: { SignInPolicy: { AllowedFirstAuthFactors } } });
const recovery = (...names: string[]) => ({
  AccountRecoverySetting: { RecoveryMechanisms: names.map((Name, index) => ({ Name, Priority: index + 1 })) },
});
const code = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['openid'] };
const callbacks = { CallbackURLs: ['https://a.example/cb'] };
const preference = (settings: object): Call => ['AdminSetUserMFAPreference', { Username: 'alice', ...settings }];

const pools: RefusalCase[] = [
  {
    id: 'invite-email-code',
    call: create({ AdminCreateUserConfig: { InviteMessageTemplate: { EmailMessage: 'Welcome aboard.' } } }),
    words: String.raw`1 validation error detected: Value 'Welcome aboard.' at 'adminCreateUserConfig.inviteMessage.emailMessage' failed to satisfy constraint: Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{####\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*`,
  },
  {
    id: 'invite-sms-code',
    call: create({ AdminCreateUserConfig: { InviteMessageTemplate: { SMSMessage: 'Welcome aboard.' } } }),
    words: String.raw`1 validation error detected: Value 'Welcome aboard.' at 'adminCreateUserConfig.inviteMessage.smsMessage' failed to satisfy constraint: Member must satisfy regular expression pattern: (?s).*\{####\}(?s).*`,
  },
  {
    id: 'arn-partition',
    call: create({ LambdaConfig: { PreSignUp: 'arn:aws-us-gov:lambda:us-east-1:123456789012:function:f' } }),
    words: 'Invalid ARN arn:aws-us-gov:lambda:us-east-1:123456789012:function:f: it is not of the partition aws.',
  },
  {
    id: 'arn-region',
    call: create({
      KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/k' },
    }),
    words: 'Invalid ARN arn:aws:kms:eu-west-1:123456789012:key/k: it must be in us-east-1.',
  },
  {
    id: 'arn-account',
    pool: {},
    call: [
      'SetLogDeliveryConfiguration',
      {
        LogConfigurations: [
          {
            EventSource: 'userNotification',
            LogLevel: 'ERROR',
            CloudWatchLogsConfiguration: { LogGroupArn: 'arn:aws:logs:us-east-1:210987654321:log-group:l' },
          },
        ],
      },
    ],
    words: 'Invalid ARN arn:aws:logs:us-east-1:210987654321:log-group:l: it must be in account 123456789012.',
  },
  {
    id: 'replica-tier',
    pool: { UserPoolTier: 'LITE' },
    call: ['CreateUserPoolReplica', { RegionName: 'eu-central-1' }],
    type: inTier,
    words: 'The following feature is not available for the LITE pricing tier configured: Multi-Region Replication',
  },
  {
    id: 'log-level-of-source',
    pool: {},
    call: [
      'SetLogDeliveryConfiguration',
      {
        LogConfigurations: [
          {
            EventSource: 'userNotification',
            LogLevel: 'INFO',
            CloudWatchLogsConfiguration: { LogGroupArn: 'arn:aws:logs:us-east-1:123456789012:log-group:l' },
          },
        ],
      },
    ],
    words: 'Log level INFO is not supported for event source userNotification.',
  },
  {
    id: 'domain-custom-govcloud',
    region: 'us-gov-west-1',
    pool: {},
    call: [
      'CreateUserPoolDomain',
      {
        Domain: 'auth.example.com',
        CustomDomainConfig: { CertificateArn: 'arn:aws-us-gov:acm:us-east-1:123456789012:certificate/c' },
      },
    ],
    words: 'Custom domains are not supported in us-gov-west-1.',
  },
  {
    id: 'alias-username-exclusive',
    call: create({ AliasAttributes: ['email'], UsernameAttributes: ['email'] }),
    words: 'Only one of the aliasAttributes or usernameAttributes can be set in a User pool.',
  },
  {
    id: 'phone-verification-needs-sms',
    call: create({ AutoVerifiedAttributes: ['phone_number'] }),
    words: 'SMS configuration is required when phone_number is selected for auto verification',
  },
  {
    id: 'update-verification-subset',
    call: create({ UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] } }),
    words: 'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
  },
  {
    id: 'recovery-duplicate',
    call: create(recovery('verified_email', 'verified_email')),
    words:
      'Invalid account recovery setting parameter. Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.',
  },
  {
    id: 'recovery-admin-only',
    call: create(recovery('verified_email', 'admin_only')),
    words: 'Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.',
  },
  {
    id: 'email-developer-source',
    call: create({ EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' } }),
    words: 'Source ARN is required to use DEVELOPER email sending owner',
  },
  {
    id: 'email-from-format',
    call: create({ EmailConfiguration: { ...developer, From: 'not an address' } }),
    words: 'Provided From email address is invalid',
  },
  {
    id: 'email-source-region',
    call: create({ EmailConfiguration: { ...developer, SourceArn: ses.replace('us-east-1', 'ap-northeast-1') } }),
    words:
      'Invalid EmailConfiguration.SourceArn. Provided SourceArn must be in one of the following SES regions: eu-west-1, us-east-1, us-west-2.',
  },
  {
    id: 'sms-role-account',
    call: create({ SmsConfiguration: { ...sms, SnsCallerArn: role.replace('123456789012', '210987654321') } }),
    words: 'Cross-account pass role is not allowed.',
  },
  {
    id: 'sms-region',
    call: create({ SmsConfiguration: { ...sms, SnsRegion: 'ap-northeast-1' } }),
    words: 'Invalid snsRegion. Allowed SNS region for us-east-1 is us-east-1',
  },
  {
    id: 'lite-passwordless',
    call: create({ UserPoolTier: 'LITE', ...signIn('PASSWORD', 'WEB_AUTHN') }),
    type: inTier,
    words: 'The following features need to be disabled for the LITE pricing tier configured: Passwordless Sign-In',
  },
  {
    id: 'lite-token-customization',
    call: create({
      UserPoolTier: 'LITE',
      LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: lambda('f'), LambdaVersion: 'V2_0' } },
    }),
    type: inTier,
    words:
      'The following features need to be disabled for the LITE pricing tier configured: Token Customization with Pre-Token Generation Lambda V2_0',
  },
  {
    id: 'lite-email-mfa',
    pool: { EmailConfiguration: developer },
    before: [mfa({ EmailMfaConfiguration: {} })],
    call: ['UpdateUserPool', { UserPoolTier: 'LITE' }],
    type: inTier,
    words: 'The following features need to be disabled for the LITE pricing tier configured: Email MFA',
  },
  {
    id: 'threat-protection-tier',
    call: create({ UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }),
    type: inTier,
    words: 'The following features need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection',
  },
  {
    id: 'unused-account-validity',
    call: create({
      AdminCreateUserConfig: { UnusedAccountValidityDays: 7 },
      Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 7 } },
    }),
    words: 'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
  },
  {
    id: 'custom-sender-kms',
    call: create({ LambdaConfig: { CustomEmailSender: { LambdaArn: lambda('f'), LambdaVersion: 'V1_0' } } }),
    words: 'KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.',
  },
  {
    id: 'lambda-region',
    call: create({ LambdaConfig: { PreSignUp: lambda('f', 'ap-northeast-1') } }),
    words: 'Cross-region lambda functions are not supported',
  },
  {
    id: 'pre-token-generation-mix',
    call: create({
      LambdaConfig: {
        PreTokenGeneration: lambda('a'),
        PreTokenGenerationConfig: { LambdaArn: lambda('b'), LambdaVersion: 'V1_0' },
      },
    }),
    words: "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's",
  },
  {
    id: 'schema-custom-required',
    call: create({ Schema: [{ Name: 'dept', AttributeDataType: 'String', Required: true }] }),
    words: 'Required custom attributes are not supported currently.',
  },
  {
    id: 'schema-duplicate',
    call: create({ Schema: [1, 2].map(() => ({ Name: 'dept', AttributeDataType: 'String' })) }),
    words: 'Duplicate custom attribute names custom:dept are not allowed in a user pool schema.',
  },
  {
    id: 'schema-standard-type',
    call: create({ Schema: [{ Name: 'email', AttributeDataType: 'Number' }] }),
    words: 'You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute email',
  },
  {
    id: 'schema-custom-type',
    call: create({ Schema: [{ Name: 'dept' }] }),
    words: 'Invalid AttributeDataType input, consider using the provided AttributeDataType enum.',
  },
  {
    id: 'schema-number-order',
    call: create({
      Schema: [
        { Name: 'n2', AttributeDataType: 'Number', NumberAttributeConstraints: { MinValue: '2', MaxValue: '1' } },
      ],
    }),
    words: "Attribute custom:n2 cannot have a max value smaller than it's min value",
  },
  {
    id: 'schema-existing',
    pool: { Schema: [{ Name: 'dept', AttributeDataType: 'String' }] },
    call: ['AddCustomAttributes', { CustomAttributes: [{ Name: 'dept', AttributeDataType: 'String' }] }],
    words: 'custom:dept: Existing attribute already has name custom:dept.',
  },
  {
    id: 'delete-protected',
    pool: { DeletionProtection: 'ACTIVE' },
    call: ['DeleteUserPool', {}],
    words:
      'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
  },
  {
    id: 'delete-with-domain',
    pool: {},
    before: [['CreateUserPoolDomain', { Domain: 'login' }]],
    call: ['DeleteUserPool', {}],
    words: 'User pool cannot be deleted. It has a domain configured that should be deleted first.',
  },
];

const factors: RefusalCase[] = [
  {
    id: 'signin-password-required',
    call: create(signIn('WEB_AUTHN')),
    words: 'Password should be configured as one of the allowed first auth factors.',
  },
  {
    id: 'signin-sms-otp-needs-sms',
    call: create(signIn('PASSWORD', 'SMS_OTP')),
    words: 'SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration',
  },
  {
    id: 'mfa-on-excludes-otp',
    pool: signIn('PASSWORD', 'EMAIL_OTP'),
    call: mfa(totp),
    words: 'Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled',
  },
  {
    id: 'mfa-on-passkey-single-factor',
    pool: signIn('PASSWORD', 'WEB_AUTHN'),
    call: mfa({ ...totp, WebAuthnConfiguration: { RelyingPartyId: 'example.com' } }),
    words:
      'Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor',
  },
  {
    id: 'mfa-on-passkey-unconfigured',
    pool: signIn('PASSWORD', 'WEB_AUTHN'),
    call: mfa(totp),
    words: 'WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured for MFA.',
  },
  {
    id: 'email-mfa-sender',
    pool: {},
    call: mfa({ EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Code' } }),
    words:
      'Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT. Update the value of EmailSendingAccount.',
  },
  {
    id: 'email-mfa-recovery',
    pool: { EmailConfiguration: developer, ...recovery('verified_email') },
    call: mfa({ EmailMfaConfiguration: {} }),
    words:
      'Invalid account recovery setting parameter. Account Recovery Setting cannot use verified_email as a recovery mechanism when Email MFA is configured.',
  },
  {
    id: 'sms-mfa-recovery',
    pool: recovery('verified_phone_number'),
    call: mfa({ SmsMfaConfiguration: { SmsConfiguration: sms } }),
    words:
      'Invalid account recovery setting parameter. Account Recovery Setting cannot use verified_phone_number as a recovery mechanism when SMS MFA is configured.',
  },
  {
    id: 'mfa-level-raised-by-update',
    pool: {},
    before: [mfa({ ...totp, MfaConfiguration: 'OPTIONAL' })],
    call: ['UpdateUserPool', { MfaConfiguration: 'ON' }],
    words: 'Cannot turn MFA functionality ON, once the user pool has been created.',
  },
  {
    id: 'mfa-level-without-factor',
    call: create({ MfaConfiguration: 'ON' }),
    words: 'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
  },
  {
    id: 'mfa-off-with-factor',
    pool: {},
    call: ['SetUserPoolMfaConfig', { SoftwareTokenMfaConfiguration: { Enabled: false } }],
    words: "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
  },
  {
    id: 'sms-dropped-under-phone-verification',
    pool: { SmsConfiguration: sms, AutoVerifiedAttributes: ['phone_number'] },
    call: mfa(totp),
    words: 'SMS configuration is required when phone_number is selected for auto verification',
  },
  {
    id: 'sms-mfa-cannot-be-turned-off',
    world: { smsConfigurationOnOmit: 'refused' },
    pool: { SmsConfiguration: sms },
    call: mfa(totp),
    words: "Can't turn off SMS_MFA when SMS configuration is set for the user pool",
  },
  {
    id: 'mfa-without-factor',
    pool: {},
    call: mfa({ MfaConfiguration: 'OPTIONAL', WebAuthnConfiguration: { RelyingPartyId: 'example.com' } }),
    words: 'Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.',
  },
  {
    id: 'email-mfa-tier',
    pool: { UserPoolTier: 'LITE', EmailConfiguration: developer },
    call: mfa({ EmailMfaConfiguration: {} }),
    type: inTier,
    words: 'The following feature is not available for the LITE pricing tier configured: Email MFA',
  },
  {
    id: 'passkey-mfa-tier',
    pool: { UserPoolTier: 'LITE' },
    call: mfa({ ...totp, WebAuthnConfiguration: { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' } }),
    type: inTier,
    words: 'The following feature is not available for the LITE pricing tier configured: Passkey MFA',
  },
  {
    id: 'relying-party-format',
    pool: {},
    call: ['SetUserPoolMfaConfig', { WebAuthnConfiguration: { RelyingPartyId: 'https://example.com/path' } }],
    words: 'RelyingPartyId contains invalid characters',
  },
];

const clients: RefusalCase[] = [
  {
    id: 'client-credentials-alone',
    call: client({ ...code, ...callbacks, GenerateSecret: true, AllowedOAuthFlows: ['code', 'client_credentials'] }),
    words: 'client_credentials flow can not be selected along with code flow or implicit flow.',
  },
  {
    id: 'client-credentials-secret',
    call: client({ ...code, AllowedOAuthFlows: ['client_credentials'] }),
    words: 'client_credentials flow can not be selected if client does not have a client secret.',
  },
  {
    id: 'oauth-flows-scopes',
    call: client({ ...code, ...callbacks, AllowedOAuthScopes: [] }),
    words: 'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
  },
  {
    id: 'oauth-callback',
    call: client(code),
    words: 'CallbackUrls can not be empty when code flow or implicit flow is selected',
  },
  {
    id: 'scope-unknown',
    call: client({ ...code, ...callbacks, AllowedOAuthScopes: ['api/read'] }),
    words: 'Invalid scope requested: api/read',
  },
  {
    id: 'url-http',
    call: client({ LogoutURLs: ['http://example.com/out', 'http://localhost:3000'] }),
    words: 'http://example.com/out cannot use the HTTP protocol.',
  },
  {
    id: 'url-fragment',
    call: client({ CallbackURLs: ['https://a.example/#x'] }),
    words: 'https://a.example/#x cannot use fragment',
  },
  {
    id: 'default-redirect-member',
    call: client({ ...code, ...callbacks, DefaultRedirectURI: 'https://other.example.com/cb' }),
    words: 'The default redirect URI https://other.example.com/cb is not in the callback URIs list.',
  },
  {
    id: 'read-attributes',
    call: client({ ReadAttributes: ['custom:nosuch'] }),
    words: 'Invalid read attributes specified while creating a client',
  },
  {
    id: 'write-attributes',
    call: client({ WriteAttributes: ['email_verified'] }),
    words: 'Invalid write attributes specified while creating a client',
  },
  {
    id: 'identity-provider-missing',
    call: client({ SupportedIdentityProviders: ['COGNITO', 'Google'] }),
    words: 'The provider Google does not exist for User Pool …',
  },
  {
    id: 'auth-flows-mixed',
    call: client({ ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] }),
    words: "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
  },
  {
    id: 'context-data-secret',
    call: client({ EnablePropagateAdditionalUserContextData: true }),
    words: 'Client Secret is required to set EnablePropagateAdditionalUserContextData as true',
  },
  {
    id: 'analytics-form',
    call: client({ AnalyticsConfiguration: { ApplicationId: 'abcdef01234567890abcdef012345678' } }),
    words:
      'Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid',
  },
  {
    id: 'analytics-region',
    call: client({
      AnalyticsConfiguration: { ApplicationArn: 'arn:aws:mobiletargeting:ap-northeast-1:123456789012:apps/abc' },
    }),
    words: 'The integration with Pinpoint is not supported for the requested ap-northeast-1 region.',
  },
  {
    id: 'token-range',
    call: client({ AccessTokenValidity: 25, TokenValidityUnits: { AccessToken: 'hours' } }),
    words: 'Invalid range for token validity.',
  },
  {
    id: 'token-order',
    call: client({
      AccessTokenValidity: 12,
      RefreshTokenValidity: 2,
      TokenValidityUnits: { AccessToken: 'hours', RefreshToken: 'hours' },
    }),
    words: 'Access and Id Token expiration times must be less than or equal to refresh token expiration times.',
  },
].map((entry) => ({ pool: {}, ...(entry as RefusalCase) }));

const domain = (settings: object): Call => ['CreateUserPoolDomain', settings as Call[1]];
const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555';

const domains: RefusalCase[] = [
  {
    id: 'domain-prefix-format',
    call: domain({ Domain: 'My_Login' }),
    words:
      "1 validation error detected: Value 'My_Login' at 'domain' failed to satisfy constraint: Member must satisfy regular expression pattern: …",
  },
  {
    id: 'domain-reserved-word',
    call: domain({ Domain: 'myapp-cognito-login' }),
    words: 'Domain cannot contain reserved word: cognito',
  },
  {
    id: 'domain-custom-fqdn',
    call: domain({ Domain: 'myapp', CustomDomainConfig: { CertificateArn: certificate } }),
    words:
      'Custom domain is not a valid subdomain: Was not able to resolve a DNS A record for the parent domain or domain parent is a top-level domain.',
  },
  {
    id: 'domain-owner',
    before: [
      ['CreateUserPool', { PoolName: 'other' }],
      ['CreateUserPoolDomain', { Domain: 'taken', UserPoolId: 'LAST' }],
    ],
    call: domain({ Domain: 'taken' }),
    words: 'Domain already associated with another user pool.',
  },
  {
    id: 'domain-one-of-a-kind',
    before: [domain({ Domain: 'first' })],
    call: domain({ Domain: 'second' }),
    words: 'User pool already has a domain configured.',
  },
  {
    id: 'managed-login-tier',
    pool: { UserPoolTier: 'LITE' },
    call: domain({ Domain: 'myapp-login', ManagedLoginVersion: 2 }),
    type: inTier,
    words: 'The following feature is not available for the LITE pricing tier configured: Managed Login Version 2',
  },
].map((entry) => ({ pool: {}, ...(entry as RefusalCase) }));

const users: RefusalCase[] = [
  {
    id: 'username-form',
    pool: { UsernameAttributes: ['email'] },
    call: ['AdminCreateUser', { Username: 'alice' }],
    words: 'Username should be an email.',
  },
  {
    id: 'username-is-alias',
    pool: { AliasAttributes: ['email'] },
    call: ['AdminCreateUser', { Username: 'a@example.com' }],
    words: 'Username cannot be of email format, since user pool is configured for email alias.',
  },
  {
    id: 'user-attribute-unknown',
    call: ['AdminCreateUser', { Username: 'alice', UserAttributes: [{ Name: 'custom:no', Value: 'x' }] }],
    words: 'Attributes did not conform to the schema: Type for attribute {custom:no} could not be determined',
  },
  {
    id: 'user-attribute-immutable',
    before: [alice],
    call: ['AdminUpdateUserAttributes', { Username: 'alice', UserAttributes: [{ Name: 'sub', Value: 'x' }] }],
    words: 'Cannot modify the non-mutable attribute sub',
  },
  {
    id: 'user-email-format',
    call: ['AdminCreateUser', { Username: 'alice', UserAttributes: [{ Name: 'email', Value: 'nobody' }] }],
    words: 'Invalid email address format.',
  },
  {
    id: 'user-phone-format',
    call: ['AdminCreateUser', { Username: 'alice', UserAttributes: [{ Name: 'phone_number', Value: '0123' }] }],
    words: 'Invalid phone number format.',
  },
  ...[
    ['password-length', 'Ab1!', 'not long enough'],
    ['password-uppercase', 'abcdefg1!', 'must have uppercase characters'],
    ['password-lowercase', 'ABCDEFG1!', 'must have lowercase characters'],
    ['password-numbers', 'Abcdefgh!', 'must have numeric characters'],
    ['password-symbols', 'Abcdefgh1', 'must have symbol characters'],
  ].map(([id = '', Password = '', rest = '']): RefusalCase => {
    return {
      id,
      before: [alice],
      call: ['AdminSetUserPassword', { Username: 'alice', Password, Permanent: true }],
      type: badPassword,
      words: `Password did not conform with policy: Password ${rest}`,
    };
  }),
  {
    id: 'preference-totp-unregistered',
    before: [alice],
    call: preference({ SoftwareTokenMfaSettings: { Enabled: true } }),
    words: 'User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA',
  },
  {
    id: 'preference-sms-without-phone',
    before: [alice],
    call: preference({ SMSMfaSettings: { Enabled: true } }),
    words: 'User does not have delivery config set to turn on SMS_MFA',
  },
  {
    id: 'preference-email-without-address',
    before: [['AdminCreateUser', { Username: 'alice' }]],
    call: preference({ EmailMfaSettings: { Enabled: true } }),
    words: 'User does not have delivery config set to turn on EMAIL_OTP',
  },
  {
    id: 'preference-not-enabled',
    before: [alice],
    call: preference({ EmailMfaSettings: { Enabled: false, PreferredMfa: true } }),
    words: 'A factor that is not enabled cannot be preferred.',
  },
  {
    id: 'preference-two-preferred',
    before: [
      [
        'AdminCreateUser',
        {
          Username: 'alice',
          UserAttributes: [
            { Name: 'email', Value: 'a@example.com' },
            { Name: 'phone_number', Value: '+15550100' },
          ],
        },
      ],
    ],
    call: preference({
      EmailMfaSettings: { Enabled: true, PreferredMfa: true },
      SMSMfaSettings: { Enabled: true, PreferredMfa: true },
    }),
    words: 'Only one MFA can be preferred.',
  },
  {
    id: 'preference-not-offered',
    world: { unofferedFactor: 'refused' },
    before: [alice],
    call: preference({ SMSMfaSettings: { Enabled: true } }),
    words: 'SMS_MFA is not enabled for the user pool.',
  },
  {
    id: 'preference-required',
    pool: { SmsConfiguration: sms, MfaConfiguration: 'ON' },
    before: [
      ['AdminCreateUser', { Username: 'alice', UserAttributes: [{ Name: 'phone_number', Value: '+15550100' }] }],
      preference({ SMSMfaSettings: { Enabled: true } }),
    ],
    call: preference({ SMSMfaSettings: { Enabled: false } }),
    words: 'Cannot turn off SMS_MFA: MFA is required in this user pool.',
  },
  {
    id: 'software-token-none',
    before: [alice],
    call: ['AdminDeleteSoftwareToken', { Username: 'alice' }],
    words: 'User has no software token.',
    world: { deletingNoSoftwareToken: 'refused' },
  },
].map((entry) => ({ pool: {}, ...(entry as RefusalCase) }));

const logs = (EventSource: string, name: string) => ({
  EventSource,
  LogLevel: EventSource === 'userAuthEvents' ? 'INFO' : 'ERROR',
  CloudWatchLogsConfiguration: { LogGroupArn: `arn:aws:logs:us-east-1:123456789012:log-group:/cognito/${name}` },
});

const parts: RefusalCase[] = [
  {
    id: 'group-role-empty',
    call: ['CreateGroup', { GroupName: 'g', RoleArn: '' }],
    words:
      "1 validation error detected: Value '' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
  },
  {
    id: 'group-role-account',
    call: ['CreateGroup', { GroupName: 'g', RoleArn: 'arn:aws:iam::210987654321:role/r' }],
    words: 'Cross-account pass role is not allowed.',
  },
  {
    id: 'idp-social-name',
    call: provider('Google', { client_id: 'x', client_secret: 'y', authorize_scopes: 'openid' }, 'MyGoogle'),
    words: 'Provider MyGoogle cannot be of type Google.',
  },
  {
    id: 'idp-saml-metadata-missing',
    call: provider('SAML', { IDPSignout: 'true' }),
    words: 'At least one of the MetadataURL or MetadataFile should be provided.',
  },
  {
    id: 'idp-saml-metadata-both',
    call: provider('SAML', { MetadataURL: 'https://example.com/m.xml', MetadataFile: '<EntityDescriptor/>' }),
    words: 'Only one of the MetadataURL or MetadataFile should be provided.',
  },
  {
    id: 'idp-oidc-required',
    call: provider('OIDC', { client_id: 'x', client_secret: 'y' }),
    words: 'clientId, authorizeScopes, oidcIssuer and attributesRequestMethod are all required idp details.',
  },
  {
    id: 'idp-oidc-method',
    call: provider('OIDC', { ...oidc, attributes_request_method: 'PUT' }),
    words:
      "1 validation error detected: Value 'PUT' at 'providerConfiguration.oidcConfig.attributesRequestMethod' failed to satisfy constraint: Member must satisfy enum value set: [POST, GET]",
  },
  {
    id: 'idp-oidc-issuer',
    call: provider('OIDC', { ...oidc, oidc_issuer: 'http://idp.example.com' }),
    words: 'OIDC endpoint must start with https://',
  },
  {
    id: 'idp-apple-required',
    call: provider('SignInWithApple', { client_id: 'x', authorize_scopes: 'email' }, 'SignInWithApple'),
    words: 'clientId, privateKey, teamId, and keyId are all required idp details.',
  },
  {
    id: 'risk-ip-cidr',
    call: ['SetRiskConfiguration', { RiskExceptionConfiguration: { BlockedIPRangeList: ['203.0.113.1'] } }],
    words: 'Incorrect CIDR format',
  },
  {
    id: 'risk-notify-region',
    call: [
      'SetRiskConfiguration',
      {
        AccountTakeoverRiskConfiguration: {
          NotifyConfiguration: { SourceArn: ses.replace('us-east-1', 'ap-northeast-1') },
          Actions: { HighAction: { EventAction: 'BLOCK', Notify: true } },
        },
      },
    ],
    words:
      'Invalid NotifyConfiguration.SourceArn. Provided SourceArn must be in one of the following SES regions: eu-west-1, us-east-1, us-west-2.',
  },
  {
    id: 'ui-needs-domain',
    call: ['SetUICustomization', { CSS: '.label-customizable { color: red; }' }],
    words: 'A domain must be associated with this user pool.',
  },
  {
    id: 'ui-css-class',
    before: [domain({ Domain: 'myapp-login' })],
    call: ['SetUICustomization', { ClientId: 'ALL', CSS: 'body { margin: 0; }' }],
    words: 'The CSS class body is not in the list of allowed classes.',
  },
  {
    id: 'log-source-duplicate',
    call: [
      'SetLogDeliveryConfiguration',
      { LogConfigurations: ['a', 'b'].map((name) => logs('userNotification', name)) },
    ],
    words: 'Request validation Failed. Following event sources appear more then once in a request: [userNotification].',
  },
  {
    id: 'log-user-events-tier',
    call: ['SetLogDeliveryConfiguration', { LogConfigurations: [logs('userAuthEvents', 'a')] }],
    type: inTier,
    words: 'The following feature is not available for the ESSENTIALS pricing tier configured: Log Streaming',
  },
].map((entry) => ({ pool: {}, ...(entry as RefusalCase) }));

export const refusalCases: readonly RefusalCase[] = [...pools, ...factors, ...clients, ...domains, ...users, ...parts];
