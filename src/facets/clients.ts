import {
  type Advice,
  type DeepPartial,
  type Listed,
  type LiveClient,
  partOf,
  type Unsupported,
  type WriteInputs,
} from '../model/facet.js';
import { defineKeyedFacet } from './kit/define.js';
import { DURATION_SCHEMA, formatDuration, parseDuration, sameDuration } from './kit/duration.js';
import { reference } from './kit/reference.js';

const AUTH_FLOWS = {
  choice: 'ALLOW_USER_AUTH',
  srp: 'ALLOW_USER_SRP_AUTH',
  password: 'ALLOW_USER_PASSWORD_AUTH',
  adminPassword: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  custom: 'ALLOW_CUSTOM_AUTH',
  refreshToken: 'ALLOW_REFRESH_TOKEN_AUTH',
  legacyPassword: 'USER_PASSWORD_AUTH',
  legacyAdminNoSrp: 'ADMIN_NO_SRP_AUTH',
  legacyCustomOnly: 'CUSTOM_AUTH_FLOW_ONLY',
} as const;
const TYPES = { confidential: 'confidential', public: 'public' } as const;
const OAUTH_FLOWS = { code: 'code', implicit: 'implicit', clientCredentials: 'client_credentials' } as const;

type Client = LiveClient;
type Partial = DeepPartial<WriteInputs['UpdateUserPoolClient']>;
type Token = 'AccessToken' | 'IdToken' | 'RefreshToken';

const update = (partial: Partial) => ({ operation: 'UpdateUserPoolClient', partial }) as const;

/** The units that AWS assumes where none is set. */
const ASSUMED = { AccessToken: 'hours', IdToken: 'hours', RefreshToken: 'days' } as const;

function liveToken(client: Client, token: Token): string | undefined {
  const amount = client[`${token}Validity`];
  const unit = client.TokenValidityUnits?.[token] ?? ASSUMED[token];
  return amount === undefined || amount === 0 ? undefined : formatDuration(amount, unit);
}

/**
 * All units, as soon as one is not what AWS assumes: removing one from code would turn 10 minutes into 10 hours. The
 * provider reads units that AWS assumes as none, so that written out they would be planned for ever for an imported client.
 * Source: https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cognitoidp/user_pool_client.go
 */
function tokenUnits(
  values: Readonly<Record<'accessTokenValidity' | 'idTokenValidity' | 'refreshTokenValidity', unknown>>,
) {
  const unit = (text: unknown, token: Token) => parseDuration(String(text))?.unit ?? ASSUMED[token];
  const accessToken = unit(values.accessTokenValidity, 'AccessToken');
  const idToken = unit(values.idTokenValidity, 'IdToken');
  const refreshToken = unit(values.refreshTokenValidity, 'RefreshToken');
  const assumed = [accessToken, idToken, refreshToken].join() === Object.values(ASSUMED).join();
  return assumed ? {} : { tokenValidityUnits: [{ accessToken, idToken, refreshToken }] };
}

function tokenWrite(text: string | undefined, token: Token) {
  const duration = text === undefined ? undefined : parseDuration(text);
  return update({
    [`${token}Validity`]: duration?.amount,
    TokenValidityUnits: { [token]: duration?.unit },
  } as Partial);
}

/** A list that AWS leaves out or returns empty means the same: nothing is set. */
function written(list: readonly string[] | undefined): readonly string[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function adviseExtra({ item }: Listed<Client>): Advice {
  if (!item.ok) return {};
  const powers = [
    item.value.ClientSecret !== undefined && 'a secret',
    written(item.value.AllowedOAuthFlows) && `OAuth flows ${item.value.AllowedOAuthFlows?.join(', ')}`,
    written(item.value.ExplicitAuthFlows) && `sign-in flows ${item.value.ExplicitAuthFlows?.join(', ')}`,
  ].filter(Boolean);
  return {
    cause: `Made outside the code; Terraform never looks for it. It has ${powers.join('; ') || 'default flows'}.`,
  };
}

/** AWS refuses a client that names a provider or a scope which is not there yet. */
function namedObjects(values: Readonly<Record<string, unknown>>): string[] {
  const texts = (value: unknown) => (value ?? []) as readonly string[];
  const servers = texts(values['oauthScopes']).map((scope) => scope.slice(0, scope.lastIndexOf('/')));
  return [
    ...texts(values['identityProviders']).map((name) => `identityProviders/${name}`),
    ...servers.map((identifier) => `resourceServers/${identifier}`),
  ];
}

const MORE_SECRETS: Unsupported = {
  unsupported: 'it knows the one secret that a client is made with',
  issue: 'https://github.com/hashicorp/terraform-provider-aws/issues/46809',
};

const urlList = { items: { length: [1, 1024] as const }, count: [0, 100] as const };
const attributeNames = { items: { pattern: '^\\S{1,2048}$', says: 'a name of an attribute' } };

export const clients = defineKeyedFacet({
  id: 'clients',
  title: 'App clients',
  summary: 'The applications that may use the pool. The key is the address in code; `name` is what AWS shows.',
  noun: 'app client',
  reads: ['clients'],
  resource: 'aws_cognito_user_pool_client',
  references: [
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
  ],
  key: { doc: 'Address of the client in code.', pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}$', example: 'web' },
  nameField: 'name',
  closed: true,
  extra: 'error',
  entries: ({ clients }) => clients,
  remove: ({ id }) => ({ operation: 'DeleteUserPoolClient', input: { ClientId: id ?? '' } }),
  needs: namedObjects,
  importId: (poolId, { id }) => `${poolId}/${id}`,
  // Never read back: written again, it would replace an imported client that has a secret.
  ignoreChanges: () => ['generate_secret'],
  adviseExtra,
  fields: (f) => ({
    name: f.text({
      doc: 'Name of the client in AWS; the key where it is left out. Two clients may bear one name.',
      length: [1, 128],
      pattern: '^[\\w\\s+=,.@-]+$',
      says: 'letters, digits, spaces and + = , . @ - _',
      example: 'Acme web',
      covers: ['CreateUserPoolClient.ClientName'],
      implied: (_values, _identity, key) => key,
      live: (client) => client.ClientName,
      terraform: (name) => ({ name }),
      write: (ClientName) => update({ ClientName }),
      severity: 'note',
    }),
    type: f.oneOf(TYPES, {
      doc: 'Whether the application can keep a secret: confidential for one that runs on a server, public for browsers, phones and desktops (RFC 6749, section 2.1). Nothing in AWS: only the spec knows it.',
      example: 'confidential',
      covers: [],
    }),
    secret: f.boolean({
      doc: 'Whether the client has a secret: yes for servers, no for browsers and phones. Fixed at creation; Terraform’s state holds the secret.',
      default: false,
      covers: ['CreateUserPoolClient.GenerateSecret'],
      live: (client) => client.ClientSecret !== undefined,
      terraform: (generateSecret) => ({ generateSecret }),
      onChange: 'replace',
      severity: 'error',
    }),
    maxSecrets: f.integer({
      doc: 'How many secrets the client may have at most: 2 while one takes over from the other. One where it has a secret, else none.',
      range: [0, 2],
      default: 1,
      covers: ['AddUserPoolClientSecret.ClientSecret'],
      readable: 'whenSet',
      implied: (values) => (values['secret'] === true ? 1 : 0),
      live: (client) => client.secrets && partOf(client.secrets).number,
      equal: (most, number) => number <= most,
      terraform: MORE_SECRETS,
      derivedFrom: (context) => context.sibling('secret'),
      advise: () => ({
        convergedBy: 'nobody',
        cause: 'Somebody added a secret: whoever knows it can act as this client.',
        help: 'Find out who uses which secret, and delete the other one (aws cognito-idp delete-user-pool-client-secret).',
      }),
      severity: 'error',
    }),
    secretMaxAgeDays: f.integer({
      doc: 'How many days old a secret may become; 0 is no limit. Only the date is read, never the secret.',
      range: [0, 3650],
      default: 0,
      example: 365,
      covers: [],
      readable: 'whenSet',
      live: (client) => client.secrets && partOf(client.secrets).oldestDays,
      equal: (most, days) => most === 0 || days <= most,
      terraform: MORE_SECRETS,
      advise: () => ({
        convergedBy: 'nobody',
        cause: 'A secret does not expire by itself.',
        help: 'Add a new secret (aws cognito-idp add-user-pool-client-secret), give it to the application, and delete the old one.',
      }),
    }),
    ssoMinutes: f.integer({
      doc: 'For how many minutes a session of managed login is taken up again without asking the user; 0 asks always. Needs sessions.tracking.',
      range: [0, 129600],
      default: 60,
      covers: ['SetUserPoolClientSessionConfiguration.SSOSession.MaxValidityMinutes'],
      readable: 'whenSet',
      live: (client) => client.session && partOf(client.session).SSOSession?.MaxValidityMinutes,
      terraform: {
        unsupported: 'it has no argument for the session configuration of a client',
        issue: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool_client',
      },
      write: (minutes) => ({
        operation: 'SetUserPoolClientSessionConfiguration',
        partial: { SSOSession: { MaxValidityMinutes: minutes ?? 60 } },
      }),
      stronger: (a, b) => b - a,
    }),
    authFlows: f.set({
      doc: 'Sign-in flows of the API. Where it is left out Cognito allows custom, refreshToken and srp.',
      words: AUTH_FLOWS,
      default: ['custom', 'refreshToken', 'srp'],
      covers: ['CreateUserPoolClient.ExplicitAuthFlows[]'],
      live: (client) => written(client.ExplicitAuthFlows),
      terraform: (flows) => ({ explicitAuthFlows: [...flows].sort() }),
      write: (flows) => update({ ExplicitAuthFlows: flows as never }),
      remark: (flows) =>
        flows.some((flow) => flow.startsWith('legacy')) ? 'Legacy flows, without ALLOW_.' : undefined,
      computed: true,
      severity: 'error',
    }),
    oauth: f.boolean({
      doc: 'Whether the client may use the OAuth endpoints and managed login; yes as soon as it has OAuth flows.',
      default: false,
      covers: ['CreateUserPoolClient.AllowedOAuthFlowsUserPoolClient'],
      implied: (values) => (Array.isArray(values['oauthFlows']) && values['oauthFlows'].length > 0) || undefined,
      live: (client) => client.AllowedOAuthFlowsUserPoolClient,
      terraform: (allowedOauthFlowsUserPoolClient) => ({ allowedOauthFlowsUserPoolClient }),
      write: (on) => update({ AllowedOAuthFlowsUserPoolClient: on ?? false }),
      computed: true,
      severity: 'error',
    }),
    oauthFlows: f.set({
      doc: 'OAuth grants. clientCredentials stands alone and needs a secret.',
      words: OAUTH_FLOWS,
      default: [],
      covers: ['CreateUserPoolClient.AllowedOAuthFlows[]'],
      live: (client) => client.AllowedOAuthFlows,
      terraform: (flows) => (flows.length > 0 ? { allowedOauthFlows: [...flows].sort() } : {}),
      write: (flows) => update({ AllowedOAuthFlows: (flows ?? []) as never }),
      computed: true,
      severity: 'error',
    }),
    oauthScopes: f.set({
      doc: 'OAuth scopes: openid, email, phone, profile, aws.cognito.signin.user.admin, or `resource-server/scope`.',
      items: {
        length: [1, 256],
        pattern: '^[\\x21\\x23-\\x5B\\x5D-\\x7E]+$',
        says: 'a scope without spaces and quotes',
      },
      count: [0, 50],
      default: [],
      example: ['openid', 'email'],
      covers: ['CreateUserPoolClient.AllowedOAuthScopes[]'],
      live: (client) => client.AllowedOAuthScopes,
      terraform: (scopes) => (scopes.length > 0 ? { allowedOauthScopes: [...scopes].sort() } : {}),
      write: (scopes) => update({ AllowedOAuthScopes: scopes ?? [] }),
      computed: true,
      severity: 'error',
    }),
    callbackUrls: f.set({
      doc: 'Where Cognito may send the user with a code or token.',
      ...urlList,
      default: [],
      example: ['https://app.example.com/callback'],
      guarded: true,
      covers: ['CreateUserPoolClient.CallbackURLs[]'],
      live: (client) => client.CallbackURLs,
      terraform: (urls) => (urls.length > 0 ? { callbackUrls: [...urls].sort() } : {}),
      write: (urls) => update({ CallbackURLs: urls ?? [] }),
      computed: true,
      severity: 'error',
    }),
    logoutUrls: f.set({
      doc: 'Where Cognito may send the user after sign-out.',
      ...urlList,
      default: [],
      example: ['https://app.example.com/'],
      covers: ['CreateUserPoolClient.LogoutURLs[]'],
      live: (client) => client.LogoutURLs,
      terraform: (urls) => (urls.length > 0 ? { logoutUrls: [...urls].sort() } : {}),
      write: (urls) => update({ LogoutURLs: urls ?? [] }),
      computed: true,
    }),
    defaultRedirectUri: f.text({
      doc: 'The callback taken when a request names none; one of callbackUrls.',
      length: [1, 1024],
      example: 'https://app.example.com/callback',
      covers: ['CreateUserPoolClient.DefaultRedirectURI'],
      readable: 'whenSet',
      live: (client) => client.DefaultRedirectURI,
      terraform: (defaultRedirectUri) => ({ defaultRedirectUri }),
      write: (DefaultRedirectURI) => update({ DefaultRedirectURI }),
      computed: true,
      severity: 'error',
    }),
    identityProviders: f.set({
      doc: 'Providers on the sign-in page: COGNITO for the pool’s own users, or names of identity providers. Leaving COGNITO out hides it, and does not stop sign-in through the API.',
      items: { length: [1, 32] },
      default: [],
      example: ['COGNITO'],
      guarded: true,
      covers: ['CreateUserPoolClient.SupportedIdentityProviders[]'],
      live: (client) => client.SupportedIdentityProviders,
      terraform: (providers) => (providers.length > 0 ? { supportedIdentityProviders: [...providers].sort() } : {}),
      write: (providers) => update({ SupportedIdentityProviders: providers ?? [] }),
      computed: true,
      severity: 'error',
    }),
    readAttributes: f.set({
      doc: 'Attributes that the client may read. Where it is left out: the standard ones.',
      ...attributeNames,
      example: ['email', 'custom:tenant'],
      covers: ['CreateUserPoolClient.ReadAttributes[]'],
      readable: 'whenSet',
      live: (client) => written(client.ReadAttributes),
      terraform: (names) => ({ readAttributes: [...names].sort() }),
      write: (ReadAttributes) => update({ ReadAttributes }),
      computed: true,
    }),
    writeAttributes: f.set({
      doc: 'Attributes that the client may write. Where it is left out: the standard ones. A user can set whatever is listed here.',
      ...attributeNames,
      example: ['email', 'name'],
      covers: ['CreateUserPoolClient.WriteAttributes[]'],
      readable: 'whenSet',
      live: (client) => written(client.WriteAttributes),
      terraform: (names) => ({ writeAttributes: [...names].sort() }),
      write: (WriteAttributes) => update({ WriteAttributes }),
      computed: true,
      severity: 'error',
    }),
    accessTokenValidity: f.custom<string>(DURATION_SCHEMA)({
      doc: 'How long an access token is valid: 5 minutes to 1 day.',
      default: '1h',
      covers: ['CreateUserPoolClient.AccessTokenValidity', 'CreateUserPoolClient.TokenValidityUnits.AccessToken'],
      readable: 'whenSet',
      equal: sameDuration,
      live: (client) => liveToken(client, 'AccessToken'),
      terraform: (text) => ({ accessTokenValidity: parseDuration(text)?.amount }),
      write: (text) => tokenWrite(text, 'AccessToken'),
      computed: true,
    }),
    idTokenValidity: f.custom<string>(DURATION_SCHEMA)({
      doc: 'How long an ID token is valid: 5 minutes to 1 day.',
      default: '1h',
      covers: ['CreateUserPoolClient.IdTokenValidity', 'CreateUserPoolClient.TokenValidityUnits.IdToken'],
      readable: 'whenSet',
      equal: sameDuration,
      live: (client) => liveToken(client, 'IdToken'),
      terraform: (text) => ({ idTokenValidity: parseDuration(text)?.amount }),
      write: (text) => tokenWrite(text, 'IdToken'),
      computed: true,
    }),
    refreshTokenValidity: f.custom<string>(DURATION_SCHEMA)({
      doc: 'How long a refresh token is valid: 60 minutes to 10 years.',
      default: '30d',
      covers: ['CreateUserPoolClient.RefreshTokenValidity', 'CreateUserPoolClient.TokenValidityUnits.RefreshToken'],
      readable: 'whenSet',
      equal: sameDuration,
      live: (client) => liveToken(client, 'RefreshToken'),
      terraform: (text) => ({ refreshTokenValidity: parseDuration(text)?.amount }),
      write: (text) => tokenWrite(text, 'RefreshToken'),
      computed: true,
    }),
    refreshTokenRotation: f.boolean({
      doc: 'Whether each use of a refresh token replaces it.',
      default: false,
      covers: ['CreateUserPoolClient.RefreshTokenRotation.Feature'],
      readable: 'whenSet',
      live: (client) => client.RefreshTokenRotation?.Feature && client.RefreshTokenRotation.Feature === 'ENABLED',
      // Off is left out: providers confuse DISABLED with null (issues 45646, 47554), and show a live rotation that is not in the code.
      terraform: (on) => (on ? { refreshTokenRotation: [{ feature: 'ENABLED' }] } : {}),
      write: (on) => update({ RefreshTokenRotation: { Feature: on ? 'ENABLED' : 'DISABLED' } }),
    }),
    refreshTokenGraceSeconds: f.integer({
      doc: 'How many seconds a rotated refresh token still works.',
      range: [0, 60],
      default: 0,
      covers: ['CreateUserPoolClient.RefreshTokenRotation.RetryGracePeriodSeconds'],
      readable: 'whenSet',
      live: (client) => client.RefreshTokenRotation?.RetryGracePeriodSeconds,
      terraform: (retryGracePeriodSeconds, { own }) =>
        own('refreshTokenRotation') === true ? { refreshTokenRotation: [{ retryGracePeriodSeconds }] } : {},
      write: (RetryGracePeriodSeconds) => update({ RefreshTokenRotation: { RetryGracePeriodSeconds } }),
    }),
    authSessionMinutes: f.integer({
      doc: 'Minutes that a user has to answer a challenge.',
      range: [3, 15],
      default: 3,
      covers: ['CreateUserPoolClient.AuthSessionValidity'],
      live: (client) => client.AuthSessionValidity,
      terraform: (authSessionValidity) => ({ authSessionValidity }),
      write: (AuthSessionValidity) => update({ AuthSessionValidity: AuthSessionValidity ?? 3 }),
      computed: true,
    }),
    preventUserExistenceErrors: f.boolean({
      doc: 'Whether errors hide that a user does not exist.',
      default: false,
      covers: ['CreateUserPoolClient.PreventUserExistenceErrors'],
      readable: 'whenSet',
      live: (client) => client.PreventUserExistenceErrors && client.PreventUserExistenceErrors === 'ENABLED',
      terraform: (on) => ({ preventUserExistenceErrors: on ? 'ENABLED' : 'LEGACY' }),
      write: (on) => update({ PreventUserExistenceErrors: on ? 'ENABLED' : 'LEGACY' }),
      computed: true,
      stronger: (a, b) => Number(a) - Number(b),
    }),
    tokenRevocation: f.boolean({
      doc: 'Whether tokens can be revoked.',
      default: true,
      covers: ['CreateUserPoolClient.EnableTokenRevocation'],
      live: (client) => client.EnableTokenRevocation,
      terraform: (enableTokenRevocation) => ({ enableTokenRevocation }),
      write: (on) => update({ EnableTokenRevocation: on ?? true }),
      computed: true,
      stronger: (a, b) => Number(a) - Number(b),
    }),
    propagateUserContext: f.boolean({
      doc: 'Whether the client may pass the user’s device and address on to threat protection. Needs a secret.',
      default: false,
      covers: ['CreateUserPoolClient.EnablePropagateAdditionalUserContextData'],
      live: (client) => client.EnablePropagateAdditionalUserContextData,
      terraform: (on) => ({ enablePropagateAdditionalUserContextData: on }),
      write: (on) => update({ EnablePropagateAdditionalUserContextData: on ?? false }),
      computed: true,
    }),
    analyticsApplicationArn: f.text({
      doc: 'Pinpoint project that receives events; instead of the id, role and external id.',
      pattern: '^arn:aws[a-z-]*:mobiletargeting:.+$',
      says: 'an ARN of a Pinpoint project',
      example: 'arn:aws:mobiletargeting:eu-west-1:123456789012:apps/0123456789abcdef0123456789abcdef',
      covers: ['CreateUserPoolClient.AnalyticsConfiguration.ApplicationArn'],
      readable: 'whenSet',
      live: (client) => client.AnalyticsConfiguration?.ApplicationArn,
      terraform: (applicationArn) => ({ analyticsConfiguration: [{ applicationArn }] }),
      write: (ApplicationArn) => update({ AnalyticsConfiguration: { ApplicationArn } }),
    }),
    analyticsApplicationId: f.text({
      doc: 'Id of the Pinpoint project; together with analyticsRole and analyticsExternalId.',
      pattern: '^[0-9a-fA-F]+$',
      says: 'hexadecimal digits',
      example: '0123456789abcdef0123456789abcdef',
      covers: ['CreateUserPoolClient.AnalyticsConfiguration.ApplicationId'],
      readable: 'whenSet',
      live: (client) => client.AnalyticsConfiguration?.ApplicationId,
      terraform: (applicationId) => ({ analyticsConfiguration: [{ applicationId }] }),
      write: (ApplicationId) => update({ AnalyticsConfiguration: { ApplicationId } }),
    }),
    analyticsRole: f.text({
      doc: 'Role that Cognito assumes to send events.',
      pattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$',
      says: 'an ARN of an IAM role',
      example: 'arn:aws:iam::123456789012:role/cognito-analytics',
      covers: ['CreateUserPoolClient.AnalyticsConfiguration.RoleArn'],
      readable: 'whenSet',
      live: (client) => client.AnalyticsConfiguration?.RoleArn,
      terraform: (roleArn) => ({ analyticsConfiguration: [{ roleArn }] }),
      write: (RoleArn) => update({ AnalyticsConfiguration: { RoleArn } }),
    }),
    analyticsExternalId: f.text({
      doc: 'External id of the trust policy of analyticsRole.',
      example: 'acme-analytics',
      covers: ['CreateUserPoolClient.AnalyticsConfiguration.ExternalId'],
      readable: 'whenSet',
      live: (client) => client.AnalyticsConfiguration?.ExternalId,
      terraform: (externalId) => ({ analyticsConfiguration: [{ externalId }] }),
      write: (ExternalId) => update({ AnalyticsConfiguration: { ExternalId } }),
    }),
    analyticsUserData: f.boolean({
      doc: 'Whether the events carry user data.',
      default: false,
      covers: ['CreateUserPoolClient.AnalyticsConfiguration.UserDataShared'],
      readable: 'whenSet',
      live: (client) => client.AnalyticsConfiguration?.UserDataShared,
      terraform: (userDataShared, { own }) =>
        own('analyticsApplicationArn') || own('analyticsApplicationId')
          ? { analyticsConfiguration: [{ userDataShared }] }
          : {},
      write: (UserDataShared) => update({ AnalyticsConfiguration: { UserDataShared } }),
    }),
  }),
  assemble: (values) => ({ userPoolId: reference('aws_cognito_user_pool', 'pool', 'id'), ...tokenUnits(values) }),
});
