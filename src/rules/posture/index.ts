import type { PostureRule } from '../kit/pool-rule.js';
import { addressNeverVerified } from './address-never-verified.js';
import { analyticsEnded } from './analytics-ended.js';
import { attributeUpdateUnverified } from './attribute-update-unverified.js';
import { callbackSchemeHijackable } from './callback-scheme-hijackable.js';
import { callbackWithWildcard } from './callback-with-wildcard.js';
import { classicHostedUi } from './classic-hosted-ui.js';
import { clientRiskWeakerThanPool } from './client-risk-weaker-than-pool.js';
import { clientSecretContradictsType } from './client-secret-contradicts-type.js';
import { clientSecretGrowsOld } from './client-secret-grows-old.js';
import { clientTakesPasswords } from './client-takes-passwords.js';
import { cognitoSendsProductionMail } from './cognito-sends-production-mail.js';
import { customAuthUnprotected } from './custom-auth-unprotected.js';
import { deletionProtectionOff } from './deletion-protection-off.js';
import { developmentCallbackInProduction } from './development-callback-in-production.js';
import { deviceTrackingOff } from './device-tracking-off.js';
import { domainSpeaksOldTls } from './domain-speaks-old-tls.js';
import { emailChallengeBypassed } from './email-challenge-bypassed.js';
import { encryptionKeyNotOwn } from './encryption-key-not-own.js';
import { federatedSignUpUnguarded } from './federated-sign-up-unguarded.js';
import { groupPrecedenceCollides } from './group-precedence-collides.js';
import { implicitFlow } from './implicit-flow.js';
import { leakedPasswordsAllowed } from './leaked-passwords-allowed.js';
import { linkVerificationNeedsDomain } from './link-verification-needs-domain.js';
import { loadBalancerClient } from './load-balancer-client.js';
import { logoutUrlMissing } from './logout-url-missing.js';
import { managedLoginWithoutStyle } from './managed-login-without-style.js';
import { mappedAttributeNotWritable } from './mapped-attribute-not-writable.js';
import { messageFailuresNotLogged } from './message-failures-not-logged.js';
import { mfaOptional } from './mfa-optional.js';
import { noSecondFactor } from './no-second-factor.js';
import { oauthWithoutDomain } from './oauth-without-domain.js';
import { oneTimeCodeExcludesMfa } from './one-time-code-excludes-mfa.js';
import { openClientRegistration } from './open-client-registration.js';
import { passkeyRelyingPartyMismatch } from './passkey-relying-party-mismatch.js';
import { passkeyWithoutRelyingParty } from './passkey-without-relying-party.js';
import { passkeyWithoutUserVerification } from './passkey-without-user-verification.js';
import { passwordHistoryShort } from './password-history-short.js';
import { passwordMinimumShort } from './password-minimum-short.js';
import { passwordPolicyWeak } from './password-policy-weak.js';
import { placeholderSentAsItStands } from './placeholder-sent-as-it-stands.js';
import { plusTierUnused } from './plus-tier-unused.js';
import { poolWithoutClients } from './pool-without-clients.js';
import { poolWithoutTags } from './pool-without-tags.js';
import { privilegeAttributeMutable } from './privilege-attribute-mutable.js';
import { providerFillsPrivileges } from './provider-fills-privileges.js';
import { providerMissesRequiredAttribute } from './provider-misses-required-attribute.js';
import { providerScopesBroad } from './provider-scopes-broad.js';
import { recoveryAttributeNotRequired } from './recovery-attribute-not-required.js';
import { recoveryLocksUsersOut } from './recovery-locks-users-out.js';
import { recoveryNeedsSmsSender } from './recovery-needs-sms-sender.js';
import { refreshTokenNotRotated } from './refresh-token-not-rotated.js';
import { rememberedDeviceSkipsMfa } from './remembered-device-skips-mfa.js';
import { replicaWithOriginalIssuer } from './replica-with-original-issuer.js';
import { resourceServerScopeBroad } from './resource-server-scope-broad.js';
import { resourceServerUnused } from './resource-server-unused.js';
import { riskAsksForMfaAlreadyRequired } from './risk-asks-for-mfa-already-required.js';
import { riskAsksForMfaThatIsOff } from './risk-asks-for-mfa-that-is-off.js';
import { riskySignInAllowed } from './risky-sign-in-allowed.js';
import { rotationShutsRefreshFlow } from './rotation-shuts-refresh-flow.js';
import { samlCertificateExpires } from './saml-certificate-expires.js';
import { samlIdpInitiated } from './saml-idp-initiated.js';
import { samlMetadataOverHttp } from './saml-metadata-over-http.js';
import { samlMetadataStatic } from './saml-metadata-static.js';
import { samlUnsignedOrUnencrypted } from './saml-unsigned-or-unencrypted.js';
import { selfServiceScope } from './self-service-scope.js';
import { selfSignUpOpen } from './self-sign-up-open.js';
import { serverTakesPasswords } from './server-takes-passwords.js';
import { sesIdentityIsAnAddress } from './ses-identity-is-an-address.js';
import { signInAtAmazonsDomain } from './sign-in-at-amazons-domain.js';
import { signInPageWithoutProvider } from './sign-in-page-without-provider.js';
import { signInsNotLogged } from './sign-ins-not-logged.js';
import { smsOnlySecondFactor } from './sms-only-second-factor.js';
import { smsRoleWithoutExternalId } from './sms-role-without-external-id.js';
import { smsTextWithoutSender } from './sms-text-without-sender.js';
import { ssoLetsPasswordsIn } from './sso-lets-passwords-in.js';
import { temporaryPasswordLongLived } from './temporary-password-long-lived.js';
import { threatProtectionMissing } from './threat-protection-missing.js';
import { threatProtectionOnlyAudits } from './threat-protection-only-audits.js';
import { tokenRevocationOff } from './token-revocation-off.js';
import { tokenValidTooLong } from './token-valid-too-long.js';
import { totpOnlySecondFactor } from './totp-only-second-factor.js';
import { triggerInOtherAccount } from './trigger-in-other-account.js';
import { userExistenceRevealed } from './user-existence-revealed.js';
import { userMfaPreferenceBlocksReset } from './user-mfa-preference-blocks-reset.js';
import { userMfaPreferenceLeftOpen } from './user-mfa-preference-left-open.js';
import { userMfaRestoresNothing } from './user-mfa-restores-nothing.js';
import { userNamesCaseSensitive } from './user-names-case-sensitive.js';
import { usersWriteTheirPrivileges } from './users-write-their-privileges.js';
import { workforceMfaNotRequired } from './workforce-mfa-not-required.js';
import { workforceOpenToAnyone } from './workforce-open-to-anyone.js';
import { workforceSelfSignUp } from './workforce-self-sign-up.js';
import { writeAttributesLeftOut } from './write-attributes-left-out.js';

/** What deploys and should not; sorted by id. */
export const POSTURE: readonly PostureRule[] = [
  addressNeverVerified,
  analyticsEnded,
  attributeUpdateUnverified,
  callbackSchemeHijackable,
  callbackWithWildcard,
  classicHostedUi,
  clientRiskWeakerThanPool,
  clientSecretContradictsType,
  clientSecretGrowsOld,
  clientTakesPasswords,
  cognitoSendsProductionMail,
  customAuthUnprotected,
  deletionProtectionOff,
  developmentCallbackInProduction,
  deviceTrackingOff,
  domainSpeaksOldTls,
  emailChallengeBypassed,
  encryptionKeyNotOwn,
  federatedSignUpUnguarded,
  groupPrecedenceCollides,
  implicitFlow,
  leakedPasswordsAllowed,
  linkVerificationNeedsDomain,
  loadBalancerClient,
  logoutUrlMissing,
  managedLoginWithoutStyle,
  mappedAttributeNotWritable,
  messageFailuresNotLogged,
  mfaOptional,
  noSecondFactor,
  oauthWithoutDomain,
  oneTimeCodeExcludesMfa,
  openClientRegistration,
  passkeyRelyingPartyMismatch,
  passkeyWithoutRelyingParty,
  passkeyWithoutUserVerification,
  passwordHistoryShort,
  passwordMinimumShort,
  passwordPolicyWeak,
  placeholderSentAsItStands,
  plusTierUnused,
  poolWithoutClients,
  poolWithoutTags,
  privilegeAttributeMutable,
  providerFillsPrivileges,
  providerMissesRequiredAttribute,
  providerScopesBroad,
  recoveryAttributeNotRequired,
  recoveryLocksUsersOut,
  recoveryNeedsSmsSender,
  refreshTokenNotRotated,
  rememberedDeviceSkipsMfa,
  replicaWithOriginalIssuer,
  resourceServerScopeBroad,
  resourceServerUnused,
  riskAsksForMfaAlreadyRequired,
  riskAsksForMfaThatIsOff,
  riskySignInAllowed,
  rotationShutsRefreshFlow,
  samlCertificateExpires,
  samlIdpInitiated,
  samlMetadataOverHttp,
  samlMetadataStatic,
  samlUnsignedOrUnencrypted,
  selfServiceScope,
  selfSignUpOpen,
  serverTakesPasswords,
  sesIdentityIsAnAddress,
  signInAtAmazonsDomain,
  signInPageWithoutProvider,
  signInsNotLogged,
  smsOnlySecondFactor,
  smsRoleWithoutExternalId,
  smsTextWithoutSender,
  ssoLetsPasswordsIn,
  temporaryPasswordLongLived,
  threatProtectionMissing,
  threatProtectionOnlyAudits,
  tokenRevocationOff,
  tokenValidTooLong,
  totpOnlySecondFactor,
  triggerInOtherAccount,
  userExistenceRevealed,
  userMfaPreferenceBlocksReset,
  userMfaPreferenceLeftOpen,
  userMfaRestoresNothing,
  userNamesCaseSensitive,
  usersWriteTheirPrivileges,
  workforceMfaNotRequired,
  workforceOpenToAnyone,
  workforceSelfSignUp,
  writeAttributesLeftOut,
];
