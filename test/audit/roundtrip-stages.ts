// What a pool must already be for AWS to take a value of a row. Rows that are not here need nothing.

import type { PoolSpec } from '../../src/facets/index.js';
import { FileContent } from '../../src/model/file-content.js';
import { MINIMAL } from '../harness/specs.js';

type Input = Readonly<Record<string, unknown>>;

/** How an object of a keyed facet is made, so that its rows can be written. */
interface Kind {
  readonly create: string;
  readonly input: Input;
  /** What calls name it by: a member of the answer, or of the input. */
  readonly id: string;
  /** The key of the spec, where it is not that. */
  readonly key?: string;
  /** It belongs to the client `web`, which is made first. */
  readonly client?: boolean;
  /** It belongs to the pool and has no id. */
  readonly target?: string;
}

const COMPROMISED = { CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'NO_ACTION' } } };
const NOTIFY = { NotifyConfiguration: { SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com' } };
const takeover = (part: object): Stage => ({ object: { AccountTakeoverRiskConfiguration: { Actions: {}, ...part } } });
const level = (name: string): Stage => takeover({ Actions: { [name]: { EventAction: 'NO_ACTION', Notify: false } } });
const mail = (name: string): Stage =>
  takeover({ NotifyConfiguration: { ...NOTIFY.NotifyConfiguration, [name]: { Subject: 'Hello' } } });

export const OBJECTS: Readonly<Record<string, Kind>> = {
  clients: { create: 'CreateUserPoolClient', input: { ClientName: 'web' }, id: 'ClientId', key: 'web' },
  domains: { create: 'CreateUserPoolDomain', input: { Domain: 'acme-login' }, id: 'Domain' },
  risk: { create: 'SetRiskConfiguration', input: COMPROMISED, id: '', key: 'pool', target: 'pool' },
  hostedUi: { create: 'SetUICustomization', input: { CSS: '.a-customizable {}' }, id: '', key: 'pool', target: 'pool' },
  branding: {
    create: 'CreateManagedLoginBranding',
    input: { UseCognitoProvidedValues: true },
    id: 'ManagedLoginBrandingId',
    key: 'web',
    client: true,
  },
  terms: {
    create: 'CreateTerms',
    input: {
      TermsName: 'terms-of-use',
      TermsSource: 'LINK',
      Enforcement: 'NONE',
      Links: { 'cognito:default': 'https://acme.example/' },
    },
    id: 'TermsId',
    key: 'web/terms-of-use',
    client: true,
  },
  identityProviders: {
    create: 'CreateIdentityProvider',
    input: {
      ProviderName: 'corporate',
      ProviderType: 'SAML',
      ProviderDetails: { MetadataURL: 'https://idp.example.com/metadata' },
    },
    id: 'ProviderName',
  },
  resourceServers: {
    create: 'CreateResourceServer',
    input: { Identifier: 'orders', Name: 'orders' },
    id: 'Identifier',
  },
  groups: { create: 'CreateGroup', input: { GroupName: 'admins' }, id: 'GroupName' },
  replicas: { create: 'CreateUserPoolReplica', input: { RegionName: 'eu-central-1' }, id: 'RegionName' },
};

/** Files as `spec/embed` makes them of the names in a spec. */
const logo = new FileContent(
  '4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a',
  new Uint8Array([1]),
  'assets/logo.png',
);

/** A spec that has the keys of these objects. */
export const WANTED: PoolSpec = {
  ...MINIMAL,
  clients: { web: {} },
  risk: { pool: {} },
  hostedUi: { pool: {} },
  branding: { web: {} },
  terms: { 'web/terms-of-use': { links: {} } },
  replicas: { 'eu-central-1': {} },
  identityProviders: {
    corporate: { type: 'saml', details: { MetadataURL: 'https://idp.example.com/metadata' } },
  },
  resourceServers: { orders: {} },
  groups: { admins: {} },
  domains: { 'acme-login': {}, 'auth.example.com': {} },
};

/** The calls that make the pool; a row of a keyed facet gets an object of its own in any case. */
export interface Stage {
  readonly pool?: Input;
  /** SetUserPoolMfaConfig */
  readonly mfa?: Input;
  /** What the object is made with beside what every object of its kind is. */
  readonly object?: Input;
  /** Instead of the values that the row itself names. */
  readonly values?: readonly unknown[];
  /** Why the setting cannot be unset again by this row alone. */
  readonly final?: string;
}

const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' };
const SourceArn = 'arn:aws:ses:us-east-1:123456789012:identity/example.com';
const EmailConfiguration = { EmailSendingAccount: 'DEVELOPER', SourceArn };
const SoftwareTokenMfaConfiguration = { Enabled: true };
const totp = { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration };
const withEmail: Stage = {
  pool: { EmailConfiguration },
  mfa: { ...totp, EmailMfaConfiguration: { Subject: 'Code', Message: 'Code {####}' } },
};
const withSms: Stage = {
  pool: { SmsConfiguration },
  mfa: { ...totp, SmsMfaConfiguration: { SmsConfiguration } },
};
const withSender: Stage = { pool: { SmsConfiguration } };
const withPasskeys: Stage = { mfa: { ...totp, WebAuthnConfiguration: { RelyingPartyId: 'auth.example.com' } } };
const plus: Stage = { pool: { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } } };
const callbacks = ['https://app.example.com/callback', 'https://app.example.com/other'];
const oauth = {
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid'],
  CallbackURLs: callbacks,
};
const ApplicationArn = 'arn:aws:mobiletargeting:us-east-1:123456789012:apps/0123456789abcdef0123456789abcdef';
/** “either <application arn> or <application id, role arn, external id> are valid” */
const final = 'a part of a block that AWS takes whole or not at all';
const pinpointArn: Stage = { object: { AnalyticsConfiguration: { ApplicationArn } } };
const pinpointId: Stage = {
  object: {
    AnalyticsConfiguration: {
      ApplicationId: 'abc',
      RoleArn: 'arn:aws:iam::123456789012:role/analytics',
      ExternalId: 'x',
    },
  },
};
const Routing = { Failover: { SecondaryRegion: 'eu-west-1', PrimaryRoute53HealthCheckId: 'abc' } };
const EumsSms = { CallerArn: 'arn:aws:iam::123456789012:role/eums' };
const withEums: Stage = { pool: { SmsConfiguration: { EumsSms } } };
const LambdaArn = 'arn:aws:lambda:us-east-1:123456789012:function:trigger';
const KMSKeyID = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555';
const withKey: Stage = { pool: { LambdaConfig: { KMSKeyID } } };
const CertificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000';

export const STAGES: Readonly<Record<string, Stage>> = {
  'pool.name': { final: 'every pool has a name' },
  'mfa.mode': withSms,
  'mfa.sms': withSms,
  'mfa.smsMessage': withSms,
  'mfa.totp': { ...withSms, mfa: { ...withSms.mfa, SoftwareTokenMfaConfiguration: undefined } },
  'mfa.email': { ...withEmail, mfa: totp },
  'mfa.emailSubject': withEmail,
  'mfa.emailMessage': withEmail,
  'mfa.passkeys': withPasskeys,
  'mfa.passkeyRelyingParty': withPasskeys,
  'mfa.passkeyUserVerification': withPasskeys,
  'emailSender.service': { pool: { EmailConfiguration: { SourceArn } } },
  'smsSender.externalId': withSender,
  // “Allowed SNS region for us-east-1 is us-east-1”
  'smsSender.region': { ...withSender, values: ['us-east-1'], final: 'silence is the Region of the pool' },
  'smsSender.eumsExternalId': withEums,
  'smsSender.eumsOrigin': withEums,
  'smsSender.eumsConfigurationSet': withEums,
  'smsSender.eumsIndiaEntity': withEums,
  'smsSender.eumsIndiaTemplate': withEums,
  'smsSender.eumsRegion': { ...withEums, values: ['us-east-1'], final: 'silence is the Region of the pool' },
  'devices.remember': { pool: { DeviceConfiguration: {} } },
  'devices.replacesSecondFactor': { pool: { DeviceConfiguration: {} } },
  'triggers.preTokenGenerationVersion': {
    pool: { LambdaConfig: { PreTokenGenerationConfig: { LambdaArn, LambdaVersion: 'V1_0' } } },
    final,
  },
  'triggers.customSmsSender': withKey,
  'triggers.customEmailSender': withKey,
  'dynamicRegistration.enabled': { pool: { DcrConfiguration: { EnableStatus: 'Disabled' } } },
  'resourceServers.name': { final: 'every resource server has a name' },
  'groups.role': { final: 'AWS has no word for no role' },
  'groups.precedence': { final: 'AWS has no word for no precedence' },
  'signIn.firstFactors': {
    ...withSender,
    values: [['password'], ['password', 'emailOtp', 'smsOtp'], ['passkey', 'password']],
  },
  'accountRecovery.mechanisms': { values: [['email', 'phone'], ['phone', 'email'], ['email'], ['phone'], ['admin']] },
  'verification.autoVerify': withSender,
  'verification.beforeUpdate': { pool: { SmsConfiguration, AutoVerifiedAttributes: ['email', 'phone_number'] } },
  'threatProtection.mode': plus,
  'threatProtection.customAuth': plus,
  'clients.authFlows': {
    values: [['srp', 'refreshToken'], ['choice', 'password', 'adminPassword', 'custom'], ['legacyPassword']],
  },
  'clients.name': { final: 'every client has a name' },
  'clients.oauth': { object: oauth },
  'clients.readAttributes': { pool: { Schema: [{ Name: 'tenant', AttributeDataType: 'String' }] } },
  'clients.refreshTokenGraceSeconds': { object: { RefreshTokenRotation: { Feature: 'ENABLED' } } },
  'clients.oauthFlows': { object: oauth, values: [['code'], ['implicit'], ['code', 'implicit']] },
  'clients.oauthScopes': { object: oauth },
  'clients.callbackUrls': { object: { CallbackURLs: callbacks }, values: [callbacks, ['https://app.example.com/new']] },
  'clients.defaultRedirectUri': { object: oauth },
  'clients.propagateUserContext': { object: { GenerateSecret: true } },
  'clients.analyticsApplicationArn': { ...pinpointArn, final, values: [ApplicationArn.replace('apps/0', 'apps/1')] },
  'clients.analyticsApplicationId': { ...pinpointId, final },
  'clients.analyticsRole': { ...pinpointId, final },
  'clients.analyticsExternalId': { ...pinpointId, final },
  'clients.analyticsUserData': pinpointArn,
  'domains.certificate': {
    object: { Domain: 'auth.example.com', CustomDomainConfig: { CertificateArn } },
    final: 'a domain of one’s own has a certificate for good',
  },
  'domains.securityPolicy': { object: { Domain: 'auth.example.com', CustomDomainConfig: { CertificateArn } } },
  'domains.failoverRegion': {
    object: { Domain: 'auth.example.com', CustomDomainConfig: { CertificateArn }, Routing },
    final: 'without a health check there is no failover',
  },
  'domains.failoverHealthCheck': {
    object: { Domain: 'auth.example.com', CustomDomainConfig: { CertificateArn }, Routing },
    final: 'without a Region there is no failover',
  },
  'risk.compromisedCredentials': { final: 'a configuration that says nothing is none' },
  'risk.compromisedCredentialsEvents': {
    values: [['signIn', 'passwordChange', 'signUp'], ['signIn'], ['signUp', 'passwordChange']],
  },
  'risk.lowRisk': takeover({}),
  'risk.lowRiskNotify': level('LowAction'),
  'risk.mediumRisk': takeover({}),
  'risk.mediumRiskNotify': level('MediumAction'),
  'risk.highRisk': takeover({}),
  'risk.highRiskNotify': level('HighAction'),
  'risk.notifyIdentity': takeover({}),
  'risk.notifyFrom': takeover(NOTIFY),
  'risk.notifyReplyTo': takeover(NOTIFY),
  'risk.blockedMailSubject': takeover(NOTIFY),
  'risk.blockedMailHtml': mail('BlockEmail'),
  'risk.blockedMailText': mail('BlockEmail'),
  'risk.allowedMailSubject': takeover(NOTIFY),
  'risk.allowedMailHtml': mail('NoActionEmail'),
  'risk.allowedMailText': mail('NoActionEmail'),
  'risk.mfaMailSubject': takeover(NOTIFY),
  'risk.mfaMailHtml': mail('MfaEmail'),
  'risk.mfaMailText': mail('MfaEmail'),
  'hostedUi.css': { final: 'a style that says nothing is none' },
  'hostedUi.image': { values: [logo], final: 'a style that says nothing is none' },
  'branding.settings': { object: { UseCognitoProvidedValues: false } },
  'branding.assets': {
    object: { UseCognitoProvidedValues: false },
    values: [[], [{ category: 'formLogo', colorMode: 'light', extension: 'png', file: logo }]],
  },
  'logs.userAuthEvents': { pool: { UserPoolTier: 'PLUS' } },
  'terms.links': { final: 'a document has a link' },
};
