// What a pool must already be for AWS to take a value of a row. Rows that are not here need nothing.

type Input = Readonly<Record<string, unknown>>;

/** The calls that make the pool; a row of clients or domains gets an object of its own in any case. */
export interface Stage {
  readonly pool?: Input;
  /** SetUserPoolMfaConfig */
  readonly mfa?: Input;
  readonly client?: Input;
  /** A domain of one's own instead of a prefix. */
  readonly custom?: Input;
  /** Instead of the values that the row itself names. */
  readonly values?: readonly unknown[];
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
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid'],
  CallbackURLs: callbacks,
};
const ApplicationArn = 'arn:aws:mobiletargeting:us-east-1:123456789012:apps/0123456789abcdef0123456789abcdef';
const pinpointArn: Stage = { client: { AnalyticsConfiguration: { ApplicationArn } } };
const pinpointId: Stage = {
  client: {
    AnalyticsConfiguration: {
      ApplicationId: 'abc',
      RoleArn: 'arn:aws:iam::123456789012:role/analytics',
      ExternalId: 'x',
    },
  },
};
const CertificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000';

export const STAGES: Readonly<Record<string, Stage>> = {
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
  'smsSender.region': { ...withSender, values: ['us-east-1'] },
  'signIn.firstFactors': {
    ...withSender,
    values: [['password'], ['password', 'emailOtp', 'smsOtp'], ['passkey', 'password']],
  },
  'accountRecovery.mechanisms': { values: [['email', 'phone'], ['phone', 'email'], ['email'], ['phone'], ['admin']] },
  'verification.autoVerify': withSender,
  'threatProtection.mode': plus,
  'threatProtection.customAuth': plus,
  'clients.authFlows': {
    values: [['srp', 'refreshToken'], ['choice', 'password', 'adminPassword', 'custom'], ['legacyPassword']],
  },
  'clients.oauth': { client: oauth },
  'clients.oauthFlows': { client: oauth, values: [['code'], ['implicit'], ['code', 'implicit']] },
  'clients.oauthScopes': { client: oauth },
  'clients.callbackUrls': { client: oauth, values: [callbacks, ['https://app.example.com/new']] },
  'clients.defaultRedirectUri': { client: oauth },
  'clients.propagateUserContext': { client: { GenerateSecret: true } },
  'clients.analyticsApplicationArn': { ...pinpointArn, values: [ApplicationArn.replace('apps/0', 'apps/1')] },
  'clients.analyticsApplicationId': pinpointId,
  'clients.analyticsRole': pinpointId,
  'clients.analyticsExternalId': pinpointId,
  'clients.analyticsUserData': pinpointArn,
  'domains.certificate': { custom: { CertificateArn } },
};

/** What AWS (or the row itself) refuses however the pool is prepared: row and value, and why. */
export const REFUSED: readonly { readonly row: string; readonly value: unknown; readonly why: string }[] = [];
