// The pools that plain.yaml, factors.yaml and totp.yaml declare, made by the calls that anybody could send.
import { NAMES } from './base.js';
import type { Names, Send } from './objects.js';

const ROLE = 'arn:aws:iam::123456789012:role';

export const PLAIN_NAMES: Names = { ...NAMES, domain: 'plain-login' };

/** One object of each kind, with what AWS demands and no more. */
export async function makePlain(send: Send): Promise<string> {
  const { UserPool } = await send('CreateUserPool', {
    UsernameConfiguration: { CaseSensitive: false },
    PoolName: 'plain',
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    Schema: [{ Name: 'tenant', AttributeDataType: 'String' }],
  });
  const UserPoolId = UserPool.Id as string;
  await send('CreateIdentityProvider', {
    UserPoolId,
    ProviderName: NAMES.provider,
    ProviderType: 'OIDC',
    ProviderDetails: {
      client_id: 'poolward',
      attributes_request_method: 'GET',
      oidc_issuer: 'https://login.example.com',
      authorize_scopes: 'openid email',
    },
  });
  await send('CreateResourceServer', { UserPoolId, Identifier: NAMES.resourceServer, Name: 'orders' });
  await send('CreateUserPoolClient', { UserPoolId, ClientName: NAMES.client });
  await send('CreateUserPoolDomain', { UserPoolId, Domain: PLAIN_NAMES.domain });
  await send('CreateGroup', { UserPoolId, GroupName: NAMES.group });
  return UserPoolId;
}

/** MFA with an app alone. */
export async function makeTotp(send: Send): Promise<string> {
  const { UserPool } = await send('CreateUserPool', {
    UsernameConfiguration: { CaseSensitive: false },
    PoolName: 'totp',
  });
  const UserPoolId = UserPool.Id as string;
  await send('SetUserPoolMfaConfig', {
    UserPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  });
  return UserPoolId;
}

/** MFA with an app and SMS; a client with the other way to name its analytics. */
export async function makeFactors(send: Send): Promise<string> {
  const SmsConfiguration = {
    EumsSms: {
      CallerArn: `${ROLE}/eums`,
      ExternalId: 'acme-eums',
      OriginationIdentity: '+15555550100',
      ConfigurationSetName: 'acme',
      InEntityId: '1101',
      InTemplateId: '1107',
      Region: 'us-east-1',
    },
  };
  const { UserPool } = await send('CreateUserPool', {
    UsernameConfiguration: { CaseSensitive: false },
    PoolName: 'factors',
    EmailConfiguration: {
      EmailSendingAccount: 'DEVELOPER',
      SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
      From: 'no-reply@example.com',
    },
    SmsConfiguration,
  });
  const UserPoolId = UserPool.Id as string;
  await send('SetUserPoolMfaConfig', {
    UserPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    SmsMfaConfiguration: { SmsConfiguration },
  });
  await send('CreateUserPoolClient', {
    UserPoolId,
    ClientName: NAMES.client,
    GenerateSecret: true,
    AnalyticsConfiguration: { ApplicationId: 'aaaaaaaaaaaa', RoleArn: `${ROLE}/analytics`, ExternalId: 'acme' },
  });
  return UserPoolId;
}
