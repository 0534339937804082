import type { RefusalRule } from '../kit/pool-rule.js';
import { analyticsInOtherRegion } from './analytics-in-other-region.js';
import { analyticsNeedsArnOrId } from './analytics-needs-arn-or-id.js';
import { arnInOtherAccount } from './arn-in-other-account.js';
import { arnInOtherPartition } from './arn-in-other-partition.js';
import { arnInOtherRegion } from './arn-in-other-region.js';
import { assetExtensionOfCategory } from './asset-extension-of-category.js';
import { assuranceNamesNotUnique } from './assurance-names-not-unique.js';
import { attachmentSaysNothing } from './attachment-says-nothing.js';
import { attachmentWithoutOwner } from './attachment-without-owner.js';
import { attributeBoundsReversed } from './attribute-bounds-reversed.js';
import { attributeNameReserved } from './attribute-name-reserved.js';
import { attributesTooMany } from './attributes-too-many.js';
import { authFlowMixesLegacy } from './auth-flow-mixes-legacy.js';
import { brandingDefaultsExcludeStyle } from './branding-defaults-exclude-style.js';
import { callbackUrlNotHttps } from './callback-url-not-https.js';
import { callbackUrlWithFragment } from './callback-url-with-fragment.js';
import { clientAttributeUnknown } from './client-attribute-unknown.js';
import { clientCredentialsAlone } from './client-credentials-alone.js';
import { clientCredentialsNeedsSecret } from './client-credentials-needs-secret.js';
import { clientProviderUnknown } from './client-provider-unknown.js';
import { cognitoSenderExcludesFrom } from './cognito-sender-excludes-from.js';
import { customAttributeNotRequired } from './custom-attribute-not-required.js';
import { customAttributeShadowsStandard } from './custom-attribute-shadows-standard.js';
import { customDomainNeedsCertificate } from './custom-domain-needs-certificate.js';
import { customDomainNotASubdomain } from './custom-domain-not-a-subdomain.js';
import { customSenderNeedsKmsKey } from './custom-sender-needs-kms-key.js';
import { defaultRedirectNotListed } from './default-redirect-not-listed.js';
import { domainFailoverIncomplete } from './domain-failover-incomplete.js';
import { domainPrefixReservedWord } from './domain-prefix-reserved-word.js';
import { domainsOneOfAKind } from './domains-one-of-a-kind.js';
import { emailChallengeIncomplete } from './email-challenge-incomplete.js';
import { emailChallengeLanguageWithoutText } from './email-challenge-language-without-text.js';
import { emailChallengeNeedsCustomFlow } from './email-challenge-needs-custom-flow.js';
import { emailChallengeOutlivesSession } from './email-challenge-outlives-session.js';
import { emailChallengeTextsTooLong } from './email-challenge-texts-too-long.js';
import { emailMfaNeedsOtherRecovery } from './email-mfa-needs-other-recovery.js';
import { emailMfaNeedsSes } from './email-mfa-needs-ses.js';
import { emailMfaNeedsTexts } from './email-mfa-needs-texts.js';
import { emailMfaNeedsTier } from './email-mfa-needs-tier.js';
import { emptyListMeansUnset } from './empty-list-means-unset.js';
import { encryptionKeyMismatch } from './encryption-key-mismatch.js';
import { firstFactorsNeedPassword } from './first-factors-need-password.js';
import { govcloudLacksFeature } from './govcloud-lacks-feature.js';
import { groupRoleInOtherAccount } from './group-role-in-other-account.js';
import { hostedUiCssClassUnknown } from './hosted-ui-css-class-unknown.js';
import { hostedUiNeedsDomain } from './hosted-ui-needs-domain.js';
import { invitationLacksPlaceholder } from './invitation-lacks-placeholder.js';
import { liteTierLacksFeature } from './lite-tier-lacks-feature.js';
import { logLevelOfSource } from './log-level-of-source.js';
import { mfaNeedsAFactor } from './mfa-needs-a-factor.js';
import { mfaOffWithFactors } from './mfa-off-with-factors.js';
import { oauthNeedsCallback } from './oauth-needs-callback.js';
import { oauthNeedsFlowsAndScopes } from './oauth-needs-flows-and-scopes.js';
import { oauthScopeUnknown } from './oauth-scope-unknown.js';
import { phoneVerificationNeedsSms } from './phone-verification-needs-sms.js';
import { providerDetailsOfType } from './provider-details-of-type.js';
import { providerLacksResource } from './provider-lacks-resource.js';
import { providerNameFixed } from './provider-name-fixed.js';
import { recoveryAdminStandsAlone } from './recovery-admin-stands-alone.js';
import { replicaNeedsMultiRegionKey } from './replica-needs-multi-region-key.js';
import { requiredMfaExcludesOtpFirstFactors } from './required-mfa-excludes-otp-first-factors.js';
import { requiredMfaPasskeyInTwoSteps } from './required-mfa-passkey-in-two-steps.js';
import { requiredMfaPasskeyNeedsFactor } from './required-mfa-passkey-needs-factor.js';
import { riskActionsNeedNotification } from './risk-actions-need-notification.js';
import { riskNeedsThreatProtection } from './risk-needs-threat-protection.js';
import { riskNotificationIncomplete } from './risk-notification-incomplete.js';
import { sesDomainNeedsFrom } from './ses-domain-needs-from.js';
import { sesRegionNotAllowed } from './ses-region-not-allowed.js';
import { sesSenderNeedsIdentity } from './ses-sender-needs-identity.js';
import { sessionsNeedTier } from './sessions-need-tier.js';
import { smsMfaNeedsASender } from './sms-mfa-needs-a-sender.js';
import { smsMfaNeedsOtherRecovery } from './sms-mfa-needs-other-recovery.js';
import { smsOtpNeedsSmsSender } from './sms-otp-needs-sms-sender.js';
import { smsRegionNotAllowed } from './sms-region-not-allowed.js';
import { smsRoleInOtherAccount } from './sms-role-in-other-account.js';
import { smsSenderIncomplete } from './sms-sender-incomplete.js';
import { smsSenderMeansSmsMfa } from './sms-sender-means-sms-mfa.js';
import { smsSenderOneService } from './sms-sender-one-service.js';
import { standardAttributeTypeFixed } from './standard-attribute-type-fixed.js';
import { terraformLosesValue } from './terraform-loses-value.js';
import { threatProtectionNeedsPlus } from './threat-protection-needs-plus.js';
import { tokenValidityRange } from './token-validity-range.js';
import { triggerInOtherRegion } from './trigger-in-other-region.js';
import { triggerSetTwice } from './trigger-set-twice.js';
import { updateVerificationNeedsAutoVerify } from './update-verification-needs-auto-verify.js';
import { userContextNeedsSecret } from './user-context-needs-secret.js';
import { userEventsNeedPlus } from './user-events-need-plus.js';
import { userMfaFactorNotOffered } from './user-mfa-factor-not-offered.js';
import { userMfaOverrideNamesNobody } from './user-mfa-override-names-nobody.js';
import { userMfaOverrideUnknown } from './user-mfa-override-unknown.js';
import { userMfaPreferredNotAFactor } from './user-mfa-preferred-not-a-factor.js';
import { userMfaWhileMfaOff } from './user-mfa-while-mfa-off.js';
import { usernameOrAliasAttributes } from './username-or-alias-attributes.js';

/** What AWS or a deploy would refuse; sorted by id. */
export const REFUSALS: readonly RefusalRule[] = [
  analyticsInOtherRegion,
  analyticsNeedsArnOrId,
  arnInOtherAccount,
  arnInOtherPartition,
  arnInOtherRegion,
  assetExtensionOfCategory,
  assuranceNamesNotUnique,
  attachmentSaysNothing,
  attachmentWithoutOwner,
  attributeBoundsReversed,
  attributeNameReserved,
  attributesTooMany,
  authFlowMixesLegacy,
  brandingDefaultsExcludeStyle,
  callbackUrlNotHttps,
  callbackUrlWithFragment,
  clientAttributeUnknown,
  clientCredentialsAlone,
  clientCredentialsNeedsSecret,
  clientProviderUnknown,
  cognitoSenderExcludesFrom,
  customAttributeNotRequired,
  customAttributeShadowsStandard,
  customDomainNeedsCertificate,
  customDomainNotASubdomain,
  customSenderNeedsKmsKey,
  defaultRedirectNotListed,
  domainFailoverIncomplete,
  domainPrefixReservedWord,
  domainsOneOfAKind,
  emailChallengeIncomplete,
  emailChallengeLanguageWithoutText,
  emailChallengeNeedsCustomFlow,
  emailChallengeOutlivesSession,
  emailChallengeTextsTooLong,
  emailMfaNeedsOtherRecovery,
  emailMfaNeedsSes,
  emailMfaNeedsTexts,
  emailMfaNeedsTier,
  emptyListMeansUnset,
  encryptionKeyMismatch,
  firstFactorsNeedPassword,
  govcloudLacksFeature,
  groupRoleInOtherAccount,
  hostedUiCssClassUnknown,
  hostedUiNeedsDomain,
  invitationLacksPlaceholder,
  liteTierLacksFeature,
  logLevelOfSource,
  mfaNeedsAFactor,
  mfaOffWithFactors,
  oauthNeedsCallback,
  oauthNeedsFlowsAndScopes,
  oauthScopeUnknown,
  phoneVerificationNeedsSms,
  providerDetailsOfType,
  providerLacksResource,
  providerNameFixed,
  recoveryAdminStandsAlone,
  replicaNeedsMultiRegionKey,
  requiredMfaExcludesOtpFirstFactors,
  requiredMfaPasskeyInTwoSteps,
  requiredMfaPasskeyNeedsFactor,
  riskActionsNeedNotification,
  riskNeedsThreatProtection,
  riskNotificationIncomplete,
  sesDomainNeedsFrom,
  sesRegionNotAllowed,
  sesSenderNeedsIdentity,
  sessionsNeedTier,
  smsMfaNeedsASender,
  smsMfaNeedsOtherRecovery,
  smsOtpNeedsSmsSender,
  smsRegionNotAllowed,
  smsRoleInOtherAccount,
  smsSenderIncomplete,
  smsSenderMeansSmsMfa,
  smsSenderOneService,
  standardAttributeTypeFixed,
  terraformLosesValue,
  threatProtectionNeedsPlus,
  tokenValidityRange,
  triggerInOtherRegion,
  triggerSetTwice,
  updateVerificationNeedsAutoVerify,
  userContextNeedsSecret,
  userEventsNeedPlus,
  userMfaFactorNotOffered,
  userMfaOverrideNamesNobody,
  userMfaOverrideUnknown,
  userMfaPreferredNotAFactor,
  userMfaWhileMfaOff,
  usernameOrAliasAttributes,
];
