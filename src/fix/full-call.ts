import type { UserPoolType } from '@aws-sdk/client-cognito-identity-provider';
import type { Snapshot, WriteInputs, WriteOperation } from '../model/facet.js';
import { ATTACHMENT_CALLS } from './full-calls/attachments.js';
import { itemOf, needed, read, withoutAbsent } from './full-calls/snapshot.js';

export { NotRead } from './full-calls/snapshot.js';

type Input<O extends WriteOperation> = { -readonly [K in keyof WriteInputs[O]]?: WriteInputs[O][K] };
type Builder<O extends WriteOperation> = (snapshot: Snapshot, poolId: string, id: string) => Input<O>;

/**
 * What is live, as the input of the call that would write it again. A call with only the wanted members would reset the
 * others: "If you don't provide a value for an attribute, Amazon Cognito sets it to its default value."
 * Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
 */
export const FULL_CALL: { readonly [O in WriteOperation]: Builder<O> } = {
  UpdateUserPool: (snapshot, UserPoolId) => withoutAbsent({ UserPoolId, ...poolMembers(read(snapshot, 'pool')) }),
  SetUserPoolMfaConfig: (snapshot, UserPoolId) => mfaMembers(snapshot, UserPoolId),
  UpdateUserPoolClient: (snapshot, UserPoolId, id) => {
    const client = itemOf(read(snapshot, 'clients').find((one) => one.id === id)?.item);
    // What is left is the description without what only AWS writes.
    const { ClientSecret: _, CreationDate: _c, LastModifiedDate: _m, session: _s, secrets: _p, ...members } = client;
    return withoutAbsent({
      ...members,
      UserPoolId,
      ClientId: id,
      ClientName: needed('ClientName', members.ClientName),
      RefreshTokenValidity: needed('RefreshTokenValidity', members.RefreshTokenValidity),
    });
  },
  UpdateUserPoolDomain: (snapshot, UserPoolId, id) => {
    const domain = itemOf(read(snapshot, 'domains').find((one) => one.name === id)?.item);
    const { CustomDomainConfig, ManagedLoginVersion, Routing } = domain;
    const custom = CustomDomainConfig?.CertificateArn ? CustomDomainConfig : undefined;
    return withoutAbsent({ Domain: id, UserPoolId, CustomDomainConfig: custom, ManagedLoginVersion, Routing });
  },
  // Without ProviderDetails, which hold the secret: what the call leaves out stays.
  UpdateIdentityProvider: (snapshot, UserPoolId, ProviderName) => {
    const found = read(snapshot, 'identityProviders').find(({ name }) => name === ProviderName);
    const { AttributeMapping, IdpIdentifiers, AcrMapping } = itemOf(found?.item);
    return withoutAbsent({ UserPoolId, ProviderName, AttributeMapping, IdpIdentifiers, AcrMapping });
  },
  UpdateResourceServer: (snapshot, UserPoolId, Identifier) => {
    const found = read(snapshot, 'resourceServers').find(({ name }) => name === Identifier);
    const { Name, Scopes } = itemOf(found?.item);
    return withoutAbsent({ UserPoolId, Identifier, Name: needed('Name', Name), Scopes });
  },
  UpdateGroup: (snapshot, UserPoolId, GroupName) => {
    const found = read(snapshot, 'groups').find(({ name }) => name === GroupName);
    const { Description, RoleArn, Precedence } = itemOf(found?.item);
    return withoutAbsent({ UserPoolId, GroupName, Description, RoleArn, Precedence });
  },
  ...ATTACHMENT_CALLS,
};

/**
 * Members of the description that UpdateUserPool takes; `Name` is `PoolName` there. Those that AWS answers for every pool
 * are needed: without one the answer is not whole, and the call would reset it.
 */
function poolMembers(pool: UserPoolType): Omit<Input<'UpdateUserPool'>, 'UserPoolId'> {
  return {
    PoolName: needed('Name', pool.Name),
    Policies: policies(pool),
    DeletionProtection: pool.DeletionProtection,
    LambdaConfig: needed('LambdaConfig', pool.LambdaConfig),
    AutoVerifiedAttributes: pool.AutoVerifiedAttributes,
    ...texts(pool),
    SmsAuthenticationMessage: pool.SmsAuthenticationMessage,
    UserAttributeUpdateSettings: pool.UserAttributeUpdateSettings,
    MfaConfiguration: needed('MfaConfiguration', pool.MfaConfiguration),
    DeviceConfiguration: pool.DeviceConfiguration,
    EmailConfiguration: needed('EmailConfiguration', pool.EmailConfiguration),
    SmsConfiguration: pool.SmsConfiguration,
    UserPoolTags: ownTags(needed('UserPoolTags', pool.UserPoolTags)),
    AdminCreateUserConfig: invitations(pool),
    UserPoolAddOns: pool.UserPoolAddOns,
    DcrConfiguration: pool.DcrConfiguration,
    AccountRecoverySetting: pool.AccountRecoverySetting,
    UserPoolTier: pool.UserPoolTier,
    KeyConfiguration: pool.KeyConfiguration,
    IssuerConfiguration: pool.IssuerConfiguration,
    AcrConfiguration: pool.AcrConfiguration,
  };
}

function policies({ Policies }: UserPoolType): UserPoolType['Policies'] {
  needed('Policies.PasswordPolicy', Policies?.PasswordPolicy);
  return Policies;
}

/** Each text once: where the template has it, its legacy twin stays out, because AWS refuses a pair. */
function texts(pool: UserPoolType): Partial<Input<'UpdateUserPool'>> {
  const template = pool.VerificationMessageTemplate;
  return {
    VerificationMessageTemplate: template,
    SmsVerificationMessage: template?.SmsMessage === undefined ? pool.SmsVerificationMessage : undefined,
    EmailVerificationMessage: template?.EmailMessage === undefined ? pool.EmailVerificationMessage : undefined,
    EmailVerificationSubject: template?.EmailSubject === undefined ? pool.EmailVerificationSubject : undefined,
  };
}

/** The deprecated twin of TemporaryPasswordValidityDays stays out: "Please use TemporaryPasswordValidityDays …". */
function invitations(pool: UserPoolType): Input<'UpdateUserPool'>['AdminCreateUserConfig'] {
  const { UnusedAccountValidityDays: days, ...rest } = needed('AdminCreateUserConfig', pool.AdminCreateUserConfig);
  const twin = pool.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays;
  return { ...rest, ...(twin === undefined && days !== undefined && { UnusedAccountValidityDays: days }) };
}

/** Tags of AWS services cannot be written by anybody else. */
function ownTags(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith('aws:')));
}

/**
 * SetUserPoolMfaConfig replaces the whole MFA picture. With MFA off it takes no factor at all: "Invalid MFA
 * configuration given, can't turn off MFA and configure an MFA together."
 */
function mfaMembers(snapshot: Snapshot, UserPoolId: string): Input<'SetUserPoolMfaConfig'> {
  const mfa = read(snapshot, 'mfa');
  const MfaConfiguration = needed('MfaConfiguration', mfa.MfaConfiguration);
  const factors = MfaConfiguration === 'OFF' ? {} : factorMembers(snapshot);
  return withoutAbsent({ UserPoolId, MfaConfiguration, ...factors, WebAuthnConfiguration: mfa.WebAuthnConfiguration });
}

function factorMembers(snapshot: Snapshot): Partial<Input<'SetUserPoolMfaConfig'>> {
  const { SmsMfaConfiguration, SoftwareTokenMfaConfiguration, EmailMfaConfiguration } = read(snapshot, 'mfa');
  const SmsConfiguration = read(snapshot, 'pool').SmsConfiguration;
  return {
    SmsMfaConfiguration: SmsConfiguration && { ...SmsMfaConfiguration, SmsConfiguration },
    SoftwareTokenMfaConfiguration,
    EmailMfaConfiguration,
  };
}
