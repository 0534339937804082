import type {
  AccountRecoverySettingType,
  CreateUserPoolRequest,
  LambdaConfigType,
  SmsConfigurationType,
  UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Call, Checked } from '../operation.js';
import type { PoolSetting, World } from '../world.js';
import { messagesFrom, twins } from './messages.js';
import { adminCreateUserFrom, policiesFrom } from './policies.js';

/** What a request may say of a pool's settings. */
export type SettingsRequest = Partial<Omit<Checked<CreateUserPoolRequest>, 'PoolName'>> & {
  PoolName?: string | undefined;
};

/** The settings of a pool that nobody set otherwise. Sources: docs/sandbox.md, "Defaults". */
const defaults = {
  DeletionProtection: 'INACTIVE',
  LambdaConfig: {},
  MfaConfiguration: 'OFF',
  EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
  UserPoolTags: {},
  UserPoolTier: 'ESSENTIALS',
  KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' },
  IssuerConfiguration: { Type: 'ORIGINAL' },
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Name: 'verified_email', Priority: 1 },
      { Name: 'verified_phone_number', Priority: 2 },
    ],
  },
} satisfies Partial<UserPoolType>;

const emptyLists = {
  AutoVerifiedAttributes: [],
  AliasAttributes: [],
  UsernameAttributes: [],
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
} satisfies Partial<UserPoolType>;

/** The settings of a pool made with this request. */
export function settingsFor(request: SettingsRequest, call: Call): UserPoolType {
  const { PoolName, Schema: _schema, ...given } = request;
  const Policies = policiesFrom(request.Policies);
  const base = call.world.unsetPoolLists === 'empty' ? { ...defaults, ...emptyLists } : defaults;
  const named = PoolName === undefined ? {} : { Name: PoolName };
  return {
    ...structuredClone(base),
    ...normalized(given, call),
    ...named,
    ...messagesFrom(request),
    Policies,
    AdminCreateUserConfig: adminCreateUserFrom(request.AdminCreateUserConfig, Policies),
  };
}

/** The settings of a pool after an update: what is given replaces, and the world says what becomes of the rest. */
export function settingsAfter(request: SettingsRequest, current: UserPoolType, call: Call): UserPoolType {
  const fresh = settingsFor(request, call);
  const next: UserPoolType = { ...current, Name: request.PoolName ?? current.Name };
  for (const setting of Object.keys(call.world.poolUpdateOmission) as PoolSetting[]) {
    if (isGiven(request, setting) || call.world.poolUpdateOmission[setting] === 'reset') assign(next, fresh, setting);
  }
  mergeMessages(next, request, current, call.world);
  mergePolicies(next, request, current, call.world);
  return next;
}

const isGiven = (request: SettingsRequest, setting: PoolSetting): boolean => request[setting] !== undefined;

function assign(next: UserPoolType, fresh: UserPoolType, setting: PoolSetting): void {
  if (fresh[setting] === undefined) delete next[setting];
  else Object.assign(next, { [setting]: fresh[setting] });
}

function mergeMessages(next: UserPoolType, request: SettingsRequest, current: UserPoolType, world: World): void {
  const kept = world.poolUpdateOmission.VerificationMessageTemplate === 'kept';
  for (const [legacy] of twins) delete next[legacy];
  Object.assign(next, messagesFrom(request, kept ? current.VerificationMessageTemplate : {}));
}

function mergePolicies(next: UserPoolType, request: SettingsRequest, current: UserPoolType, world: World): void {
  const kept = world.poolUpdateOmission.Policies === 'kept';
  next.Policies = policiesFrom(request.Policies, kept ? current.Policies : {});
  const { UnusedAccountValidityDays: _mirror, ...config } = next.AdminCreateUserConfig ?? {};
  const days = request.AdminCreateUserConfig?.UnusedAccountValidityDays;
  next.AdminCreateUserConfig = adminCreateUserFrom(
    days === undefined ? config : { ...config, UnusedAccountValidityDays: days },
    next.Policies,
  );
}

/** What AWS adds to a setting that was given in part. */
function normalized(given: SettingsRequest, { region }: Call): Partial<UserPoolType> {
  return {
    ...given,
    ...(given.EmailConfiguration && {
      EmailConfiguration: { ...defaults.EmailConfiguration, ...given.EmailConfiguration },
    }),
    ...(given.SmsConfiguration && { SmsConfiguration: smsConfigurationFrom(given.SmsConfiguration, region) }),
    ...(given.LambdaConfig && { LambdaConfig: withTwins(given.LambdaConfig) }),
    ...(given.DeviceConfiguration && {
      DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: false,
        DeviceOnlyRememberedOnUserPrompt: false,
        ...given.DeviceConfiguration,
      },
    }),
    ...(given.AccountRecoverySetting && { AccountRecoverySetting: byPriority(given.AccountRecoverySetting) }),
  };
}

/** "This parameter and the PreTokenGeneration property of LambdaConfig have the same value." */
function withTwins(given: LambdaConfigType): LambdaConfigType {
  const { PreTokenGeneration: legacy, PreTokenGenerationConfig: config } = given;
  if (config?.LambdaArn !== undefined) return { ...given, PreTokenGeneration: legacy ?? config.LambdaArn };
  if (legacy === undefined) return given;
  return { ...given, PreTokenGenerationConfig: { LambdaArn: legacy, LambdaVersion: 'V1_0' } };
}

/** A sender without a region sends from the pool's own. */
export function smsConfigurationFrom(given: SmsConfigurationType, region: string): SmsConfigurationType {
  return given.SnsCallerArn === undefined ? given : { SnsRegion: region, ...given };
}

function byPriority({ RecoveryMechanisms }: AccountRecoverySettingType): AccountRecoverySettingType {
  if (!RecoveryMechanisms) return {};
  return { RecoveryMechanisms: RecoveryMechanisms.toSorted((a, b) => (a.Priority ?? 0) - (b.Priority ?? 0)) };
}
