import type { UserPoolType } from '@aws-sdk/client-cognito-identity-provider';
import type { Context } from '../operation.js';
import type { SettingsRequest } from '../pool/settings.js';
import type { Refusal } from '../refusal.js';
import type { StoredMfa } from '../store.js';
import { lambdaRefusals } from './lambda.js';
import { mfaRefusals } from './mfa.js';
import { foreignSes, sesRegions } from './ses.js';
import { arnPart, emailAddress, needsDisabled } from './words.js';

/** A pool as it would be, the request that asks for it, and the factors it has. */
export interface PoolSubject {
  readonly next: UserPoolType;
  readonly request: SettingsRequest;
  readonly mfa: StoredMfa;
  readonly context: Context;
}

type PoolRefusal = Refusal<PoolSubject>;

const identifiers: readonly PoolRefusal[] = [
  {
    id: 'alias-username-exclusive',
    evidence: 'measured',
    words: ({ next }) =>
      next.AliasAttributes?.length &&
      next.UsernameAttributes?.length &&
      'Only one of the aliasAttributes or usernameAttributes can be set in a User pool.',
  },
  {
    id: 'phone-verification-needs-sms',
    evidence: 'measured',
    words: ({ next }) =>
      next.AutoVerifiedAttributes?.includes('phone_number') &&
      !next.SmsConfiguration &&
      'SMS configuration is required when phone_number is selected for auto verification',
  },
  {
    id: 'update-verification-subset',
    evidence: 'measured',
    words: ({ next }) => {
      const wanted = next.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? [];
      const missing = wanted.some((name) => !next.AutoVerifiedAttributes?.includes(name));
      return (
        missing && 'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes'
      );
    },
  },
];

const recovery: PoolRefusal[] = [
  {
    id: 'recovery-duplicate',
    evidence: 'measured',
    words: ({ next }) => {
      const all = next.AccountRecoverySetting?.RecoveryMechanisms ?? [];
      const distinct = Math.min(new Set(all.map((m) => m.Name)).size, new Set(all.map((m) => m.Priority)).size);
      return (
        distinct < all.length &&
        'Invalid account recovery setting parameter. Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.'
      );
    },
  },
  {
    id: 'recovery-admin-only',
    evidence: 'measured',
    words: ({ next }) => {
      const all = next.AccountRecoverySetting?.RecoveryMechanisms ?? [];
      return (
        all.length > 1 &&
        all.some((mechanism) => mechanism.Name === 'admin_only') &&
        'Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.'
      );
    },
  },
];

const sender: PoolRefusal[] = [
  {
    id: 'email-developer-source',
    evidence: 'measured',
    words: ({ next: { EmailConfiguration: email } }) =>
      email?.EmailSendingAccount === 'DEVELOPER' &&
      !email.SourceArn &&
      'Source ARN is required to use DEVELOPER email sending owner',
  },
  {
    id: 'email-from-format',
    evidence: 'measured',
    words: ({ next: { EmailConfiguration: email } }) =>
      email?.From !== undefined && !emailAddress.test(email.From) && 'Provided From email address is invalid',
  },
  {
    id: 'email-source-region',
    evidence: 'measured',
    words: ({ next, context }) =>
      foreignSes(next.EmailConfiguration?.SourceArn, context) &&
      `Invalid EmailConfiguration.SourceArn. Provided SourceArn must be in one of the following SES regions: ${sesRegions.join(', ')}.`,
  },
  {
    id: 'sms-role-account',
    evidence: 'measured',
    words: ({ next: { SmsConfiguration: sms }, context }) =>
      sms?.SnsCallerArn !== undefined &&
      arnPart(sms.SnsCallerArn, 'account') !== context.account &&
      'Cross-account pass role is not allowed.',
  },
  {
    id: 'sms-region',
    evidence: 'measured',
    // Only the row of us-east-1 is known.
    words: ({ next: { SmsConfiguration: sms }, context: { region } }) =>
      region === 'us-east-1' &&
      sms?.SnsRegion !== undefined &&
      sms.SnsRegion !== region &&
      `Invalid snsRegion. Allowed SNS region for ${region} is ${region}`,
  },
];

const tiers: PoolRefusal[] = [
  {
    id: 'lite-passwordless',
    evidence: 'measured',
    type: 'FeatureUnavailableInTierException',
    words: ({ next }) =>
      next.UserPoolTier === 'LITE' &&
      next.Policies?.SignInPolicy?.AllowedFirstAuthFactors?.some((factor) => factor !== 'PASSWORD') &&
      needsDisabled('LITE', 'Passwordless Sign-In'),
  },
  {
    id: 'lite-token-customization',
    evidence: 'measured',
    type: 'FeatureUnavailableInTierException',
    words: ({ next }) => {
      const version = next.LambdaConfig?.PreTokenGenerationConfig?.LambdaVersion ?? 'V1_0';
      const feature = `Token Customization with Pre-Token Generation Lambda ${version}`;
      return next.UserPoolTier === 'LITE' && version !== 'V1_0' && needsDisabled('LITE', feature);
    },
  },
  {
    id: 'lite-email-mfa',
    evidence: 'inferred',
    type: 'FeatureUnavailableInTierException',
    words: ({ next, mfa }) =>
      next.UserPoolTier === 'LITE' && mfa.email !== undefined && needsDisabled('LITE', 'Email MFA'),
  },
  {
    id: 'threat-protection-tier',
    evidence: 'measured',
    type: 'FeatureUnavailableInTierException',
    words: ({ next: { UserPoolTier: tier, UserPoolAddOns: addOns } }) =>
      tier !== 'PLUS' &&
      (addOns?.AdvancedSecurityMode ?? 'OFF') !== 'OFF' &&
      needsDisabled(tier ?? 'ESSENTIALS', 'Threat Protection'),
  },
];

/** The measured answer to an invitation without the password, of a pool whose users all have one. */
const inviteWithoutCode = (member: string, value: string, pattern: string): string =>
  `1 validation error detected: Value '${value}' at 'adminCreateUserConfig.inviteMessage.${member}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern}`;

const mailPattern = String.raw`[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{####\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*`;
const smsPattern = String.raw`(?s).*\{####\}(?s).*`;

/** "If your users don't have passwords, you can omit the placeholder": where there is a first factor besides the password. */
function inviteText({ next, request }: PoolSubject, member: 'EmailMessage' | 'SMSMessage'): string | undefined {
  const factors = next.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? ['PASSWORD'];
  if (factors.some((factor) => factor !== 'PASSWORD')) return undefined;
  const text = request.AdminCreateUserConfig?.InviteMessageTemplate?.[member];
  return text?.includes('{####}') ? undefined : text;
}

const texts: PoolRefusal[] = [
  {
    id: 'invite-email-code',
    evidence: 'measured',
    words: (subject) => {
      const text = inviteText(subject, 'EmailMessage');
      return text !== undefined && inviteWithoutCode('emailMessage', text, mailPattern);
    },
  },
  {
    id: 'invite-sms-code',
    evidence: 'measured',
    words: (subject) => {
      const text = inviteText(subject, 'SMSMessage');
      return text !== undefined && inviteWithoutCode('smsMessage', text, smsPattern);
    },
  },
  {
    id: 'unused-account-validity',
    evidence: 'reported',
    words: ({ request }) =>
      request.AdminCreateUserConfig?.UnusedAccountValidityDays !== undefined &&
      request.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays !== undefined &&
      'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
  },
];

export const poolRefusals: readonly PoolRefusal[] = [
  ...identifiers,
  ...recovery,
  ...sender,
  ...tiers,
  ...texts,
  ...lambdaRefusals,
  ...mfaRefusals,
];
