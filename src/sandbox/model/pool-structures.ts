/** The nested structures of requests about pools. Source: as in values.ts. */
import { boolean, integer, list, structure, text } from './shape.js';
import * as v from './values.js';

export const passwordPolicy = structure({
  MinimumLength: v.passwordPolicyMinLength,
  RequireUppercase: boolean,
  RequireLowercase: boolean,
  RequireNumbers: boolean,
  RequireSymbols: boolean,
  PasswordHistorySize: v.passwordHistorySize,
  TemporaryPasswordValidityDays: v.temporaryPasswordValidityDays,
});

export const signInPolicy = structure({ AllowedFirstAuthFactors: v.allowedFirstAuthFactorsList });

export const userPoolPolicy = structure({ PasswordPolicy: passwordPolicy, SignInPolicy: signInPolicy });

export const preTokenGenerationVersionConfig = structure(
  { LambdaVersion: v.preTokenGenerationLambdaVersion, LambdaArn: v.arn },
  ['LambdaVersion', 'LambdaArn'],
);

export const customSMSLambdaVersionConfig = structure(
  { LambdaVersion: v.customSMSSenderLambdaVersion, LambdaArn: v.arn },
  ['LambdaVersion', 'LambdaArn'],
);

export const customEmailLambdaVersionConfig = structure(
  { LambdaVersion: v.customEmailSenderLambdaVersion, LambdaArn: v.arn },
  ['LambdaVersion', 'LambdaArn'],
);

export const inboundFederationLambda = structure(
  { LambdaVersion: v.inboundFederationLambdaVersion, LambdaArn: v.arn },
  ['LambdaVersion', 'LambdaArn'],
);

export const lambdaConfig = structure({
  PreSignUp: v.arn,
  CustomMessage: v.arn,
  PostConfirmation: v.arn,
  PreAuthentication: v.arn,
  PostAuthentication: v.arn,
  DefineAuthChallenge: v.arn,
  CreateAuthChallenge: v.arn,
  VerifyAuthChallengeResponse: v.arn,
  PreTokenGeneration: v.arn,
  UserMigration: v.arn,
  PreTokenGenerationConfig: preTokenGenerationVersionConfig,
  CustomSMSSender: customSMSLambdaVersionConfig,
  CustomEmailSender: customEmailLambdaVersionConfig,
  KMSKeyID: v.arn,
  InboundFederation: inboundFederationLambda,
});

export const verificationMessageTemplate = structure({
  SmsMessage: v.smsVerificationMessage,
  EmailMessage: v.emailVerificationMessage,
  EmailSubject: v.emailVerificationSubject,
  EmailMessageByLink: v.emailVerificationMessageByLink,
  EmailSubjectByLink: v.emailVerificationSubjectByLink,
  DefaultEmailOption: v.defaultEmailOption,
});

export const userAttributeUpdateSettings = structure({
  AttributesRequireVerificationBeforeUpdate: v.attributesRequireVerificationBeforeUpdate,
});

export const deviceConfiguration = structure({
  ChallengeRequiredOnNewDevice: boolean,
  DeviceOnlyRememberedOnUserPrompt: boolean,
});

export const emailConfiguration = structure({
  SourceArn: v.arn,
  ReplyToEmailAddress: v.emailAddress,
  EmailSendingAccount: v.emailSendingAccount,
  From: v.string,
  ConfigurationSet: v.sesConfigurationSet,
});

export const eumsSmsConfiguration = structure(
  {
    CallerArn: v.arn,
    ExternalId: text(),
    OriginationIdentity: text(),
    ConfigurationSetName: text(),
    InEntityId: text(),
    InTemplateId: text(),
    Region: v.regionCode,
  },
  ['CallerArn'],
);

export const smsConfiguration = structure({
  SnsCallerArn: v.arn,
  ExternalId: v.string,
  SnsRegion: v.regionCode,
  EumsSms: eumsSmsConfiguration,
});

export const messageTemplate = structure({
  SMSMessage: v.smsInviteMessage,
  EmailMessage: v.emailInviteMessage,
  EmailSubject: v.emailVerificationSubject,
});

export const adminCreateUserConfig = structure({
  AllowAdminCreateUserOnly: boolean,
  UnusedAccountValidityDays: v.adminCreateUserUnusedAccountValidityDays,
  InviteMessageTemplate: messageTemplate,
});

export const numberAttributeConstraints = structure({ MinValue: v.string, MaxValue: v.string });

export const stringAttributeConstraints = structure({ MinLength: v.string, MaxLength: v.string });

export const schemaAttribute = structure(
  {
    Name: v.customAttributeName,
    AttributeDataType: v.attributeData,
    DeveloperOnlyAttribute: boolean,
    Mutable: boolean,
    Required: boolean,
    NumberAttributeConstraints: numberAttributeConstraints,
    StringAttributeConstraints: stringAttributeConstraints,
  },
  [],
  'SchemaAttributeType',
);

export const advancedSecurityAdditionalFlows = structure({ CustomAuthMode: v.advancedSecurityEnabledMode });

export const userPoolAddOns = structure(
  { AdvancedSecurityMode: v.advancedSecurityMode, AdvancedSecurityAdditionalFlows: advancedSecurityAdditionalFlows },
  ['AdvancedSecurityMode'],
);

export const usernameConfiguration = structure({ CaseSensitive: boolean }, ['CaseSensitive']);

export const recoveryOption = structure(
  { Priority: v.priority, Name: v.recoveryOptionName },
  ['Priority', 'Name'],
  'RecoveryOptionType',
);

export const accountRecoverySetting = structure({ RecoveryMechanisms: list(recoveryOption, { min: 1, max: 2 }) });

export const dcrConfiguration = structure({
  EnableStatus: v.status,
  OpenDcrEnabled: boolean,
  AuthenticatedGrantTypes: v.oAuthFlows,
  OpenDcrGrantTypes: v.oAuthFlows,
  AllowedScopes: v.scopeList,
});

export const keyConfiguration = structure({ KeyType: v.encryptionKey, KmsKeyArn: v.arn });

export const issuerConfiguration = structure({ Type: v.issuer });

export const acrLevelConfig = structure({ AcrValue: text() }, ['AcrValue']);

export const smsMfaConfig = structure({
  SmsAuthenticationMessage: v.smsVerificationMessage,
  SmsConfiguration: smsConfiguration,
});

export const softwareTokenMfaConfig = structure({ Enabled: boolean });

export const emailMfaConfig = structure({ Message: v.emailMfaMessage, Subject: v.emailMfaSubject });

export const webAuthnConfiguration = structure({
  RelyingPartyId: v.relyingPartyId,
  UserVerification: v.userVerification,
  FactorConfiguration: v.webAuthnFactorConfiguration,
});

export const userPoolTokenSessionConfig = structure({ MaxPerUser: integer(1, 100) }, ['MaxPerUser']);

export const cloudWatchLogsConfiguration = structure({ LogGroupArn: v.arn });

export const s3Configuration = structure({ BucketArn: v.s3Arn });

export const firehoseConfiguration = structure({ StreamArn: v.arn });

export const logConfiguration = structure(
  {
    LogLevel: v.logLevel,
    EventSource: v.eventSourceName,
    CloudWatchLogsConfiguration: cloudWatchLogsConfiguration,
    S3Configuration: s3Configuration,
    FirehoseConfiguration: firehoseConfiguration,
  },
  ['LogLevel', 'EventSource'],
  'LogConfigurationType',
);
