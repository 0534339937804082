/**
 * The bounds of single values, as the API model states them (botocore 1.43.11, cognito-idp 2016-04-18; what that lacks: SDK 3.1169).
 * A pattern is kept as AWS writes it, because its error message quotes it. Four differ from the published model: the message
 * patterns are the ones that AWS quoted when it refused (a text must contain {####}), and a domain has none, because the published
 * one forbids the dots of custom domains (refusals/domains.ts).
 */
import { blob, integer, list, map, oneOf, text } from './shape.js';

export const accessTokenValidity = integer(1, 86400);
export const accountTakeoverEventAction = oneOf('BLOCK', 'MFA_IF_CONFIGURED', 'MFA_REQUIRED', 'NO_ACTION');
export const adminCreateUserUnusedAccountValidityDays = integer(0, 365);
export const advancedSecurityEnabledMode = oneOf('AUDIT', 'ENFORCED');
export const advancedSecurityMode = oneOf('OFF', 'AUDIT', 'ENFORCED');
export const aliasAttribute = oneOf('phone_number', 'email', 'preferred_username');
export const arn = text({
  min: 20,
  max: 2048,
  pattern: 'arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?',
});

/** An ARN that may be empty: World.emptyGroupRole decides (refusals/groups.ts). */
export const arnOrEmpty = text({
  max: 2048,
  pattern: 'arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?|',
});
export const assetBytes = blob(1000000);
export const assetCategory = oneOf(
  'FAVICON_ICO',
  'FAVICON_SVG',
  'EMAIL_GRAPHIC',
  'SMS_GRAPHIC',
  'AUTH_APP_GRAPHIC',
  'PASSWORD_GRAPHIC',
  'PASSKEY_GRAPHIC',
  'PAGE_HEADER_LOGO',
  'PAGE_HEADER_BACKGROUND',
  'PAGE_FOOTER_LOGO',
  'PAGE_FOOTER_BACKGROUND',
  'PAGE_BACKGROUND',
  'FORM_BACKGROUND',
  'FORM_LOGO',
  'IDP_BUTTON_ICON',
);
export const assetExtension = oneOf('ICO', 'JPEG', 'PNG', 'SVG', 'WEBP');
export const attributeData = oneOf('String', 'Number', 'DateTime', 'Boolean');
export const attributeMappingKey = text({ min: 1, max: 32 });
export const attributeName = text({ min: 1, max: 32, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+' });
export const attributeValue = text({ max: 2048, sensitive: true });
export const authFactor = oneOf('PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN');
export const authSessionValidity = integer(3, 15);
export const clientId = text({ min: 1, max: 128, pattern: '[\\w+]+' });
export const clientName = text({ min: 1, max: 128, pattern: '[\\w\\s+=,.@-]+' });
export const clientPermission = text({ min: 1, max: 2048 });
export const clientSecret = text({ min: 24, max: 64, pattern: '[\\w+]+', sensitive: true });
export const clientSecretId = text({ min: 1, max: 128 });
export const clientType = oneOf('DCR', 'REGULAR');
export const colorSchemeMode = oneOf('LIGHT', 'DARK', 'DYNAMIC');
export const compromisedCredentialsEventAction = oneOf('BLOCK', 'NO_ACTION');
export const css = text({ min: 0, max: 131072 });
export const customAttributeName = text({ min: 1, max: 20, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' });
export const customEmailSenderLambdaVersion = oneOf('V1_0');
export const customSMSSenderLambdaVersion = oneOf('V1_0');
export const defaultEmailOption = oneOf('CONFIRM_WITH_LINK', 'CONFIRM_WITH_CODE');
export const deletionProtection = oneOf('ACTIVE', 'INACTIVE');
export const deliveryMedium = oneOf('SMS', 'EMAIL');
export const description = text({ max: 2048 });
export const domain = text({ min: 1, max: 63 });
export const emailAddress = text({ pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+@[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' });
export const emailInviteMessage = text({ min: 6, max: 20000, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*' });
export const emailMfaMessage = text({
  min: 6,
  max: 20000,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{####\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*',
});
export const emailMfaSubject = text({ pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+' });
export const emailNotificationBody = text({ min: 6, max: 20000, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]+' });
export const emailNotificationSubject = text({ min: 1, max: 140, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+' });
export const emailSendingAccount = oneOf('COGNITO_DEFAULT', 'DEVELOPER');
export const emailVerificationMessage = text({
  min: 6,
  max: 20000,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{####\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*',
});
export const emailVerificationMessageByLink = text({
  min: 6,
  max: 20000,
  pattern:
    '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{##[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*##\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*',
});
export const emailVerificationSubject = text({ min: 1, max: 140, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+' });
export const emailVerificationSubjectByLink = text({
  min: 1,
  max: 140,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+',
});
export const encryptionKey = oneOf('AWS_OWNED_KEY', 'CUSTOMER_MANAGED_KEY');
export const eventFilter = oneOf('SIGN_IN', 'PASSWORD_CHANGE', 'SIGN_UP');
export const eventSourceName = oneOf('userNotification', 'userAuthEvents');
export const explicitAuthFlows = oneOf(
  'ADMIN_NO_SRP_AUTH',
  'CUSTOM_AUTH_FLOW_ONLY',
  'USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_USER_AUTH',
);
export const feature = oneOf('ENABLED', 'DISABLED');
export const groupName = text({ min: 1, max: 128, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' });
export const hexString = text({ pattern: '^[0-9a-fA-F]+$' });
export const idTokenValidity = integer(1, 86400);
export const identityProviderType = oneOf('SAML', 'Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple', 'OIDC');
export const idpIdentifier = text({ min: 1, max: 40, pattern: '[\\w\\s+=.@-]+' });
export const imageFile = blob(131072);
export const inboundFederationLambdaVersion = oneOf('V1_0');
export const issuer = oneOf('ORIGINAL', 'UPDATED');
export const languageId = text({
  pattern:
    '^cognito:(default|dutch|english|french|spanish|german|bahasa-indonesia|italian|japanese|korean|portuguese-brazil|chinese-(simplified|traditional))$',
});
export const linkUrl = text({ min: 1, max: 1024, pattern: '^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+$' });
export const listProvidersLimit = integer(0, 60);
export const listResourceServersLimit = integer(1, 50);
export const listTermsRequestMaxResultsInteger = integer(1, 60);
export const logLevel = oneOf('ERROR', 'INFO');
export const managedLoginBrandingId = text({
  pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[4][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$',
});
export const messageAction = oneOf('RESEND', 'SUPPRESS');
export const oAuthFlow = oneOf('code', 'implicit', 'client_credentials');
export const paginationKey = text({ min: 1, max: 131072, pattern: '[\\S]+' });
export const password = text({ max: 256, pattern: '[\\S]+', sensitive: true });
export const passwordHistorySize = integer(0, 24);
export const passwordPolicyMinLength = integer(6, 99);
export const poolQueryLimit = integer(1, 60);
export const preTokenGenerationLambdaVersion = oneOf('V1_0', 'V2_0', 'V3_0');
export const precedence = integer(0);
export const preventUserExistenceErrorTypes = oneOf('LEGACY', 'ENABLED');
export const priority = integer(1, 2);
export const providerName = text({ min: 1, max: 32, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+' });
export const providerNameTypeV2 = text({
  min: 1,
  max: 32,
  pattern: '[^_\\p{Z}][\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}][^_\\p{Z}]+',
});
export const queryLimit = integer(0, 60);
export const recoveryOptionName = oneOf('verified_email', 'verified_phone_number', 'admin_only');
export const redirectUrl = text({ min: 1, max: 1024, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' });
export const refreshTokenValidity = integer(0, 315360000);
export const regionCode = text({ min: 5, max: 32 });
export const relyingPartyId = text({ min: 1, max: 127 });
export const resourceId = text({ min: 1, max: 40, pattern: '^[\\w\\- ]+$' });
export const resourceServerIdentifier = text({ min: 1, max: 256, pattern: '[\\x21\\x23-\\x5B\\x5D-\\x7E]+' });
export const resourceServerName = text({ min: 1, max: 256, pattern: '[\\w\\s+=,.@-]+' });
export const resourceServerScopeDescription = text({ min: 1, max: 256 });
export const resourceServerScopeName = text({ min: 1, max: 256, pattern: '[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+' });
export const retryGracePeriodSeconds = integer(0, 60);
export const s3Arn = text({
  min: 3,
  max: 1024,
  pattern: 'arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:::[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?',
});
export const scope = text({ min: 1, max: 256, pattern: '[\\x21\\x23-\\x5B\\x5D-\\x7E]+' });
export const searchPaginationToken = text({ min: 1, pattern: '[\\S]+' });
export const securityPolicy = oneOf('TLS_V1', 'TLS_V1_2_2021', 'TLS_V1_3_2025');
export const sesConfigurationSet = text({ min: 1, max: 64, pattern: '^[a-zA-Z0-9_-]+$' });
export const smsInviteMessage = text({ min: 6, max: 140 });
export const smsVerificationMessage = text({ min: 6, max: 140, pattern: '(?s).*\\{####\\}(?s).*' });
export const status = oneOf('Enabled', 'Disabled');
export const string = text({ min: 0, max: 131072 });
export const tagKeys = text({ min: 1, max: 128 });
export const tagValue = text({ min: 0, max: 256 });
export const temporaryPasswordValidityDays = integer(0, 365);
export const termsEnforcement = oneOf('NONE');
export const termsId = text({
  pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[4][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$',
});
export const termsName = text({ pattern: '^(terms-of-use|privacy-policy)$' });
export const termsSource = oneOf('LINK');
export const timeUnits = oneOf('seconds', 'minutes', 'hours', 'days');
export const updateReplicaStatus = oneOf('ACTIVE', 'INACTIVE');
export const userFilter = text({ max: 256 });
export const userPoolId = text({ min: 1, max: 55, pattern: '[\\w-]+_[0-9a-zA-Z]+' });
export const userPoolMfa = oneOf('OFF', 'ON', 'OPTIONAL');
export const userPoolName = text({ min: 1, max: 128, pattern: '[\\w\\s+=,.@-]+' });
export const userPoolTier = oneOf('LITE', 'ESSENTIALS', 'PLUS');
export const userSessionTracking = oneOf('DISABLED', 'ENABLED');
export const userVerification = oneOf('required', 'preferred');
export const username = text({ min: 1, max: 128, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+', sensitive: true });
export const usernameAttribute = oneOf('phone_number', 'email');
export const verifiedAttribute = oneOf('phone_number', 'email');
export const webAuthnFactorConfiguration = oneOf('SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION');
export const aliasAttributesList = list(aliasAttribute);
export const allowedFirstAuthFactorsList = list(authFactor, { min: 1, max: 4 });
export const attributeMapping = map(attributeMappingKey, string);
export const attributeNameList = list(attributeName);
export const attributesRequireVerificationBeforeUpdate = list(verifiedAttribute);
export const blockedIPRangeList = list(string, { max: 200 });
export const callbackURLsList = list(redirectUrl, { min: 0, max: 100 });
export const clientMetadata = map(string, string);
export const clientPermissionList = list(clientPermission);
export const deliveryMediumList = list(deliveryMedium);
export const eventFilters = list(eventFilter);
export const explicitAuthFlowsList = list(explicitAuthFlows);
export const idpIdentifiersList = list(idpIdentifier, { min: 0, max: 50 });
export const links = map(languageId, linkUrl, { min: 1, max: 13 });
export const logoutURLsList = list(redirectUrl, { min: 0, max: 100 });
export const oAuthFlows = list(oAuthFlow, { min: 0, max: 3 });
export const providerDetails = map(string, string);
export const scopeList = list(scope, { max: 50 });
export const searchedAttributeNamesList = list(attributeName);
export const skippedIPRangeList = list(string, { max: 200 });
export const stringMap = map(text(), text());
export const supportedIdentityProvidersList = list(providerName);
export const userPoolTags = map(tagKeys, tagValue);
export const userPoolTagsList = list(tagKeys);
export const usernameAttributesList = list(usernameAttribute);
export const verifiedAttributesList = list(verifiedAttribute);
