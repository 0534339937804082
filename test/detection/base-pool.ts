// The settings of the pool that base.yaml declares, in AWS's words.

export const arn = (service: string, rest: string) => `arn:aws:${service}:123456789012:${rest}`;
const lambda = (name: string) => arn('lambda:us-east-1', `function:${name}`);
export const identity = arn('ses:us-east-1', 'identity/example.com');
const SmsConfiguration = { SnsCallerArn: arn('iam:', 'role/sms'), ExternalId: 'acme-sms', SnsRegion: 'us-east-1' };

const PLAIN_TRIGGERS = [
  'PreSignUp',
  'CustomMessage',
  'PostConfirmation',
  'PreAuthentication',
  'PostAuthentication',
  'DefineAuthChallenge',
  'CreateAuthChallenge',
  'VerifyAuthChallengeResponse',
  'UserMigration',
  'PreTokenGeneration',
];
const functionOf = (trigger: string) => lambda(`${trigger[0]?.toLowerCase()}${trigger.slice(1)}`);

export const MFA = {
  MfaConfiguration: 'OPTIONAL',
  SmsMfaConfiguration: { SmsConfiguration, SmsAuthenticationMessage: 'Code {####}' },
  SoftwareTokenMfaConfiguration: { Enabled: true },
  EmailMfaConfiguration: { Subject: 'Code', Message: 'Code {####}' },
  WebAuthnConfiguration: {
    RelyingPartyId: 'auth.example.com',
    UserVerification: 'required',
    FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  },
};

export const PASSWORDS = {
  MinimumLength: 12,
  RequireUppercase: false,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: false,
  PasswordHistorySize: 5,
  TemporaryPasswordValidityDays: 3,
};

export const POOL = {
  PoolName: 'base',
  DeletionProtection: 'ACTIVE',
  LambdaConfig: {
    ...Object.fromEntries(PLAIN_TRIGGERS.map((trigger) => [trigger, functionOf(trigger)])),
    PreTokenGenerationConfig: { LambdaArn: lambda('preTokenGeneration'), LambdaVersion: 'V2_0' },
    CustomSMSSender: { LambdaArn: lambda('customSmsSender'), LambdaVersion: 'V1_0' },
    CustomEmailSender: { LambdaArn: lambda('customEmailSender'), LambdaVersion: 'V1_0' },
    KMSKeyID: arn('kms:us-east-1', 'key/11111111-2222-3333-4444-555555555555'),
    InboundFederation: { LambdaArn: lambda('inboundFederation'), LambdaVersion: 'V1_0' },
  },
  AutoVerifiedAttributes: ['email', 'phone_number'],
  SmsAuthenticationMessage: 'Code {####}',
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
  EmailConfiguration: {
    EmailSendingAccount: 'DEVELOPER',
    SourceArn: identity,
    From: 'Acme <no-reply@example.com>',
    ReplyToEmailAddress: 'help@example.com',
    ConfigurationSet: 'mails',
  },
  SmsConfiguration,
  VerificationMessageTemplate: {
    DefaultEmailOption: 'CONFIRM_WITH_LINK',
    EmailMessage: 'Code {####}',
    EmailSubject: 'Your code',
    EmailMessageByLink: 'Click {##here##}',
    EmailSubjectByLink: 'Your link',
    SmsMessage: 'Code {####}',
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
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Name: 'verified_phone_number', Priority: 1 },
      { Name: 'verified_email', Priority: 2 },
    ],
  },
  UserPoolTier: 'PLUS',
  KeyConfiguration: {
    KeyType: 'CUSTOMER_MANAGED_KEY',
    KmsKeyArn: arn('kms:us-east-1', 'key/mrk-11111111222233334444555555555555'),
  },
  IssuerConfiguration: { Type: 'UPDATED' },
  AcrConfiguration: { Level1: { AcrValue: 'urn:acme:password' } },
  DcrConfiguration: {
    EnableStatus: 'Enabled',
    OpenDcrEnabled: true,
    AuthenticatedGrantTypes: ['code'],
    OpenDcrGrantTypes: ['code'],
    AllowedScopes: ['orders/read'],
  },
};

/** What is fixed when the pool is made. */
export const FIXED = {
  AliasAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
  Schema: [
    {
      Name: 'tenant',
      AttributeDataType: 'String',
      Mutable: true,
      StringAttributeConstraints: { MinLength: '1', MaxLength: '64' },
    },
    {
      Name: 'level',
      AttributeDataType: 'Number',
      Mutable: true,
      NumberAttributeConstraints: { MinValue: '1', MaxValue: '9' },
    },
  ],
};
