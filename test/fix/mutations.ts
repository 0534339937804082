// What somebody may do to a live pool behind the code's back, and what the audit must make of it.
import type { Call, Mutation } from '../harness/mutation.js';

const SmsConfiguration = {
  SnsCallerArn: 'arn:aws:iam::123456789012:role/sms',
  ExternalId: 'x',
  SnsRegion: 'us-east-1',
};
const SENDER = 'smsSender:\n  role: arn:aws:iam::123456789012:role/sms\n  externalId: x\n';
const SourceArn = 'arn:aws:ses:us-east-1:123456789012:identity/example.com';
const EmailConfiguration = { EmailSendingAccount: 'DEVELOPER', SourceArn };
const SES = 'emailSender:\n  service: ses\n  identity: example.com\n';
const TOTP = 'mfa:\n  mode: optional\n  totp: true\n';
const totp = { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } };
const PLUS = 'pool:\n  id: acme\n  name: acme\n  region: us-east-1\n  account: "123456789012"\n  tier: plus\n';

const create = (input: object): Call => [
  'CreateUserPool',
  { PoolName: 'acme', UsernameConfiguration: { CaseSensitive: false }, ...input },
];
const mfa = (input: object): Call => ['SetUserPoolMfaConfig', { ...input }];
const update = (input: object): Call => ['UpdateUserPool', { ...input }];
const client = (input: object = {}): Call => ['CreateUserPoolClient', { ClientName: 'web', ...input }];
const policy = (input: object): object => ({ Policies: { PasswordPolicy: { ...WHOLE, ...input } } });
const WHOLE = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
};

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'e-mail MFA is left on (hashicorp/terraform-provider-aws#46801)',
    spec: SES + TOTP,
    made: [create({ EmailConfiguration }), mfa(totp)],
    done: () => [mfa({ ...totp, EmailMfaConfiguration: { Subject: 'Code', Message: 'Code {####}' } })],
    finds: ['drift/changed', 'mfa.email', 'error', 'fix'],
    derived: ['mfa.emailSubject', 'mfa.emailMessage'],
  },
  {
    name: 'an SMS configuration is added under MFA',
    spec: TOTP,
    made: [create({}), mfa(totp)],
    done: () => [update({ SmsConfiguration })],
    finds: ['drift/changed', 'mfa.sms', 'error', 'fix'],
    derived: ['smsSender.role', 'smsSender.externalId', 'smsSender.region'],
  },
  {
    name: 'the SMS role is another one',
    spec: `mfa:\n  mode: optional\n  totp: true\n  sms: true\n${SENDER}`,
    made: [create({ SmsConfiguration }), mfa({ ...totp, SmsMfaConfiguration: { SmsConfiguration } })],
    done: () => [
      update({ SmsConfiguration: { ...SmsConfiguration, SnsCallerArn: 'arn:aws:iam::123456789012:role/x' } }),
    ],
    finds: ['drift/changed', 'smsSender.role', 'error', 'terraform'],
  },
  {
    name: 'MFA is turned off',
    spec: TOTP,
    made: [create({}), mfa(totp)],
    done: () => [mfa({})],
    finds: ['drift/changed', 'mfa.mode', 'error', 'terraform'],
    derived: ['mfa.totp'],
  },
  {
    name: 'MFA is turned off, e-mail and SMS with it',
    spec: `${SES}${SENDER}mfa:\n  mode: required\n  totp: true\n  sms: true\n  email: true\n  emailSubject: Code\n  emailMessage: "Code {####}"\n`,
    made: [
      create({ EmailConfiguration, SmsConfiguration }),
      mfa({
        ...totp,
        MfaConfiguration: 'ON',
        SmsMfaConfiguration: { SmsConfiguration },
        EmailMfaConfiguration: { Subject: 'Code', Message: 'Code {####}' },
      }),
    ],
    done: () => [mfa({}), update({ EmailConfiguration, SmsConfiguration })],
    finds: ['drift/changed', 'mfa.mode', 'error', 'terraform'],
    derived: ['mfa.sms', 'mfa.totp', 'mfa.email', 'mfa.emailSubject', 'mfa.emailMessage'],
  },
  {
    name: 'MFA is turned on by hand',
    spec: '',
    done: () => [mfa(totp)],
    finds: ['drift/changed', 'mfa.mode', 'error', 'terraform'],
    derived: ['mfa.totp'],
  },
  {
    name: 'MFA becomes optional where it was required',
    spec: 'mfa:\n  mode: required\n  totp: true\n',
    made: [create({}), mfa({ ...totp, MfaConfiguration: 'ON' })],
    done: () => [mfa(totp)],
    finds: ['drift/changed', 'mfa.mode', 'error', 'terraform'],
  },
  {
    name: 'passkeys count as multi-factor (hashicorp/terraform-provider-aws#50110)',
    spec: `${TOTP}  passkeyRelyingParty: auth.example.com\n`,
    made: [create({}), mfa({ ...totp, WebAuthnConfiguration: { RelyingPartyId: 'auth.example.com' } })],
    done: () => [
      mfa({
        ...totp,
        WebAuthnConfiguration: {
          RelyingPartyId: 'auth.example.com',
          FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
        },
      }),
    ],
    finds: ['drift/changed', 'mfa.passkeys', 'error', 'fix'],
  },
  {
    name: 'sign-up is opened',
    spec: 'signUp:\n  selfSignUp: false\n',
    made: [create({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } })],
    done: () => [update({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } })],
    finds: ['drift/changed', 'signUp.selfSignUp', 'error', 'terraform'],
  },
  {
    name: 'sign-up is closed',
    spec: '',
    done: () => [update({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } })],
    finds: ['drift/changed', 'signUp.selfSignUp', 'error', 'terraform'],
  },
  {
    name: 'an invitation is reworded',
    spec: '',
    done: () => [update({ AdminCreateUserConfig: { InviteMessageTemplate: { EmailSubject: 'Hello' } } })],
    finds: ['drift/changed', 'signUp.invitationEmailSubject', 'warning', 'terraform'],
  },
  {
    name: 'the password policy is weakened',
    spec: '',
    done: () => [update(policy({ MinimumLength: 6 }))],
    finds: ['drift/changed', 'passwordPolicy.minimumLength', 'error', 'terraform'],
  },
  {
    name: 'the password policy is strengthened',
    spec: '',
    done: () => [update(policy({ MinimumLength: 20 }))],
    finds: ['drift/changed', 'passwordPolicy.minimumLength', 'warning', 'terraform'],
  },
  {
    name: 'a code by e-mail is a first factor',
    spec: '',
    done: () => [update({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } })],
    finds: ['drift/changed', 'signIn.firstFactors', 'error', 'terraform'],
  },
  {
    name: 'recovery is changed',
    spec: '',
    done: () => [update({ AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] } })],
    finds: ['drift/changed', 'accountRecovery.mechanisms', 'error', 'terraform'],
  },
  {
    name: 'a verification mail is replaced by phishing',
    spec: '',
    done: () => [update({ EmailVerificationMessage: 'Send {####} to eve@example.com' })],
    finds: ['drift/changed', 'verification.emailMessage', 'warning', 'fix'],
  },
  {
    name: 'the plan becomes dearer',
    spec: '',
    done: () => [update({ UserPoolTier: 'PLUS' })],
    finds: ['drift/changed', 'pool.tier', 'warning', 'terraform'],
  },
  {
    name: 'deletion protection is taken away',
    spec: PLUS.replace('plus', 'essentials\n  deletionProtection: true'),
    made: [create({ DeletionProtection: 'ACTIVE' })],
    done: () => [update({ DeletionProtection: 'INACTIVE' })],
    finds: ['drift/changed', 'pool.deletionProtection', 'error', 'terraform'],
  },
  {
    name: 'the pool is renamed',
    spec: '',
    done: () => [update({ PoolName: 'other' })],
    finds: ['drift/changed', 'pool.name', 'error', 'fix'],
  },
  {
    name: 'threat protection of custom challenges is added',
    spec: `${PLUS}threatProtection:\n  mode: audit\n`,
    made: [create({ UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } })],
    done: () => [
      update({
        UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT', AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' } },
      }),
    ],
    finds: ['drift/changed', 'threatProtection.customAuth', 'error', 'fix'],
  },
  {
    name: 'a client gets another callback',
    spec: 'clients:\n  web:\n    callbackUrls: [https://a.example/cb]\n',
    made: [create({}), client({ CallbackURLs: ['https://a.example/cb'] })],
    done: (ClientId) => [
      ['UpdateUserPoolClient', { ClientId, CallbackURLs: ['https://a.example/cb', 'https://eve.example'] }],
    ],
    finds: ['drift/changed', 'clients.web.callbackUrls', 'error', 'terraform'],
  },
  {
    name: 'a client of which the code says nothing gets a callback',
    spec: 'clients:\n  web:\n',
    made: [create({}), client()],
    done: (ClientId) => [['UpdateUserPoolClient', { ClientId, LogoutURLs: ['https://eve.example'] }]],
    finds: ['drift/changed', 'clients.web.logoutUrls', 'warning', 'fix'],
  },
  {
    name: 'a client may send passwords',
    spec: 'clients:\n  web:\n',
    made: [create({}), client()],
    done: (ClientId) => [['UpdateUserPoolClient', { ClientId, ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] }]],
    finds: ['drift/changed', 'clients.web.authFlows', 'error', 'terraform'],
  },
  {
    name: 'a client is made by hand',
    spec: 'clients:\n  web:\n',
    made: [create({}), client()],
    done: () => [['CreateUserPoolClient', { ClientName: 'rogue' }]],
    finds: ['drift/extra', 'clients.rogue', 'error', 'fix'],
  },
  {
    name: 'a client is deleted',
    spec: 'clients:\n  web:\n',
    made: [create({}), client()],
    done: (ClientId) => [['DeleteUserPoolClient', { ClientId }]],
    finds: ['drift/missing', 'clients.web', 'error', 'terraform'],
  },
  {
    name: 'a domain is made by hand',
    spec: '',
    done: () => [['CreateUserPoolDomain', { Domain: 'rogue' }]],
    finds: ['drift/extra', 'domains.rogue', 'error', 'fix'],
  },
  {
    name: 'an attribute is added',
    spec: '',
    done: () => [['AddCustomAttributes', { CustomAttributes: [{ Name: 'x', AttributeDataType: 'String' }] }]],
    finds: ['drift/extra', 'attributes.custom:x', 'warning', 'nobody'],
  },
  {
    name: 'a declared user is disabled',
    spec: 'users:\n  ada:\n',
    made: [create({}), ['AdminCreateUser', { Username: 'ada', MessageAction: 'SUPPRESS' }]],
    done: () => [['AdminDisableUser', { Username: 'ada' }]],
    finds: ['drift/changed', 'users.ada.enabled', 'warning', 'terraform'],
  },
];
