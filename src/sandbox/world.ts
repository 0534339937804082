/**
 * What is not established about real Cognito, as switches. docs/sandbox.md says why each default was chosen.
 * A test that depends on one of these should run under each of its values.
 */
export interface World {
  /**
   * What `SetUserPoolMfaConfig` without `SmsMfaConfiguration` does to the pool's `SmsConfiguration`. Phone auto-verification
   * refuses the call in every world. Default `dropped`: hashicorp/terraform-provider-aws#28294 shows that the call tries to drop it.
   */
  readonly smsConfigurationOnOmit: 'dropped' | 'kept' | 'refused';
  /**
   * Whether SMS MFA can be off while MFA is on and the pool has an `SmsConfiguration`. No read shows it either way; the truth is
   * `StoredPool.mfa.sms`. Default `false`: the developer guide says that an active SMS configuration makes SMS a factor.
   */
  readonly smsMfaSeparable: boolean;
  /** What `UpdateUserPool` does to a setting that the request leaves out. The name always stays. */
  readonly poolUpdateOmission: Readonly<Record<PoolSetting, Omission>>;
  /** What `UpdateUserPoolClient` does to a setting that the request leaves out. The name always stays. */
  readonly clientUpdateOmission: Readonly<Record<ClientSetting, Omission>>;
  /** What `SetUserPoolMfaConfig` with a `WebAuthnConfiguration` that has no `FactorConfiguration` does to the stored one. */
  readonly passkeyFactorOnOmit: 'reset' | 'kept';
  /**
   * When `GetUserPoolMfaConfig` shows a `WebAuthnConfiguration`. `mfaOn` also shows a bare `{FactorConfiguration: SINGLE_FACTOR}` for a
   * pool with MFA and no passkey settings, as one Cloud Control read did.
   */
  readonly passkeyFactorShown: 'configured' | 'mfaOn';
  /**
   * Whether the risk answer for a client without a configuration of its own repeats the pool's (`pool`), or holds just the ids.
   */
  readonly clientRisk: 'pool' | 'empty';
  /**
   * What AWS adds to a provider's details: what recorded reads show; also the endpoints that it finds by discovery of an OIDC
   * issuer (`discovered`); or nothing but what was sent (`sent`).
   */
  readonly providerDetailsShown: 'recorded' | 'discovered' | 'sent';
  /** Whether `UserMFASettingList` names a passkey that counts as the user's MFA (`WEB_AUTHN`), or leaves it out. */
  readonly passkeyInSettingList: 'shown' | 'absent';
  /** Whether lists of a pool that nobody ever set are left out of the answer or shown as `[]` (Cloud Control shows `[]`). */
  readonly unsetPoolLists: 'absent' | 'empty';
  /** Whether the `Schema` of a new pool has the `identities` attribute: 21 standard attributes, or 20. */
  readonly identitiesAttribute: boolean;
  /** Whether an empty group role (`RoleArn: ""`, which Terraform sends) is refused by the length bound or clears the role. */
  readonly emptyGroupRole: 'refused' | 'cleared';
  /**
   * Where MFA is optional: whether a user is asked for the code of an authenticator app that is registered and not enabled. The
   * developer guide says so of every such user (`always`), the API reference only of factors that are activated (`never`).
   */
  readonly registeredAppPrompts: 'unlessSwitchedOff' | 'always' | 'never';
  /**
   * Where MFA is required: what a user with both addresses and no app is asked for, if the pool's only message goes to the one that
   * resets passwords first. The guide's steps leave it out. Default `challenge`: "SMS doesn't qualify for a valid password
   * recovery mechanism if the user also has SMS MFA activated" (API reference, AccountRecoverySetting), so recovery gives way.
   * `noFactor`: no message qualifies, and an app is to be set up.
   */
  readonly onlyMessageRecovers: 'challenge' | 'noFactor';
  /**
   * Which address of a pool without `AccountRecoverySetting` a required second factor does not go to, because passwords are reset
   * there. Default `none`: the console says of such pools that they "allow a user to reset their password via SMS if they are
   * also using it for MFA" (hashicorp/terraform-provider-aws#26223). `phone`: they prefer a text message to reset a password.
   */
  readonly unsetRecovery: 'none' | 'phone';
  /**
   * Where MFA is required: what a user without a usable preference is asked for in two cases that an engineer saw to be otherwise than
   * the guide has it: a factor is enabled whose address the user lacks, or an app is registered and not enabled.
   */
  readonly withoutPreference: 'guide' | 'observed';
  /** What `SetUserMFAPreference` and its admin form do that would disable a factor where the pool requires MFA. */
  readonly disablingRequiredFactor: 'refused' | 'ignored';
  /** What `AdminDeleteSoftwareToken` does for a user who has no authenticator app. */
  readonly deletingNoSoftwareToken: 'accepted' | 'refused';
  /**
   * What users lose when the pool's MFA is turned off. Default `settings`: an author who tried it found the settings gone.
   * `settingsAndApps`: registered authenticator apps go too; nobody says whether they stay.
   */
  readonly lostWithMfaOff: 'settings' | 'settingsAndApps' | 'nothing';
  /** What they do with a factor that the pool does not offer. */
  readonly unofferedFactor: 'accepted' | 'refused';
}

export type Omission = 'kept' | 'reset';

export type PoolSetting =
  | 'Policies'
  | 'DeletionProtection'
  | 'LambdaConfig'
  | 'AutoVerifiedAttributes'
  | 'VerificationMessageTemplate'
  | 'SmsAuthenticationMessage'
  | 'UserAttributeUpdateSettings'
  | 'MfaConfiguration'
  | 'DeviceConfiguration'
  | 'EmailConfiguration'
  | 'SmsConfiguration'
  | 'UserPoolTags'
  | 'AdminCreateUserConfig'
  | 'UserPoolAddOns'
  | 'AccountRecoverySetting'
  | 'UserPoolTier'
  | 'KeyConfiguration'
  | 'IssuerConfiguration'
  | 'DcrConfiguration'
  | 'AcrConfiguration';

export type ClientSetting =
  | 'RefreshTokenValidity'
  | 'AccessTokenValidity'
  | 'IdTokenValidity'
  | 'TokenValidityUnits'
  | 'ReadAttributes'
  | 'WriteAttributes'
  | 'ExplicitAuthFlows'
  | 'SupportedIdentityProviders'
  | 'CallbackURLs'
  | 'LogoutURLs'
  | 'DefaultRedirectURI'
  | 'AllowedOAuthFlows'
  | 'AllowedOAuthScopes'
  | 'AllowedOAuthFlowsUserPoolClient'
  | 'AnalyticsConfiguration'
  | 'PreventUserExistenceErrors'
  | 'EnableTokenRevocation'
  | 'EnablePropagateAdditionalUserContextData'
  | 'AuthSessionValidity'
  | 'RefreshTokenRotation';

export const defaultWorld: World = {
  smsConfigurationOnOmit: 'dropped',
  smsMfaSeparable: false,
  poolUpdateOmission: {
    Policies: 'kept',
    DeletionProtection: 'kept',
    LambdaConfig: 'reset',
    AutoVerifiedAttributes: 'reset',
    VerificationMessageTemplate: 'kept',
    SmsAuthenticationMessage: 'reset',
    UserAttributeUpdateSettings: 'reset',
    MfaConfiguration: 'kept',
    DeviceConfiguration: 'reset',
    EmailConfiguration: 'kept',
    SmsConfiguration: 'kept',
    UserPoolTags: 'kept',
    AdminCreateUserConfig: 'reset',
    UserPoolAddOns: 'reset',
    AccountRecoverySetting: 'kept',
    UserPoolTier: 'kept',
    KeyConfiguration: 'kept',
    IssuerConfiguration: 'kept',
    DcrConfiguration: 'kept',
    AcrConfiguration: 'reset',
  },
  clientUpdateOmission: {
    RefreshTokenValidity: 'kept',
    AccessTokenValidity: 'reset',
    IdTokenValidity: 'reset',
    TokenValidityUnits: 'reset',
    ReadAttributes: 'reset',
    WriteAttributes: 'reset',
    ExplicitAuthFlows: 'reset',
    SupportedIdentityProviders: 'reset',
    CallbackURLs: 'reset',
    LogoutURLs: 'reset',
    DefaultRedirectURI: 'reset',
    AllowedOAuthFlows: 'reset',
    AllowedOAuthScopes: 'reset',
    AllowedOAuthFlowsUserPoolClient: 'reset',
    AnalyticsConfiguration: 'reset',
    PreventUserExistenceErrors: 'reset',
    EnableTokenRevocation: 'kept',
    EnablePropagateAdditionalUserContextData: 'reset',
    AuthSessionValidity: 'kept',
    RefreshTokenRotation: 'reset',
  },
  passkeyFactorOnOmit: 'reset',
  passkeyFactorShown: 'configured',
  clientRisk: 'pool',
  providerDetailsShown: 'recorded',
  passkeyInSettingList: 'shown',
  unsetPoolLists: 'absent',
  identitiesAttribute: true,
  emptyGroupRole: 'refused',
  registeredAppPrompts: 'unlessSwitchedOff',
  onlyMessageRecovers: 'challenge',
  unsetRecovery: 'none',
  withoutPreference: 'guide',
  disablingRequiredFactor: 'refused',
  deletingNoSoftwareToken: 'accepted',
  unofferedFactor: 'accepted',
  lostWithMfaOff: 'settings',
};

/** Some switches set, the rest at their defaults; the two tables are merged entry by entry. */
export type WorldOptions = Partial<
  Omit<World, 'poolUpdateOmission' | 'clientUpdateOmission'> & {
    readonly poolUpdateOmission: Partial<World['poolUpdateOmission']>;
    readonly clientUpdateOmission: Partial<World['clientUpdateOmission']>;
  }
>;

export function worldWith(options: WorldOptions = {}): World {
  const poolUpdateOmission = { ...defaultWorld.poolUpdateOmission, ...options.poolUpdateOmission };
  const clientUpdateOmission = { ...defaultWorld.clientUpdateOmission, ...options.clientUpdateOmission };
  return { ...defaultWorld, ...options, poolUpdateOmission, clientUpdateOmission };
}
