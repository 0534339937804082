import { type Advice, type Listed, type LiveClient, partOf } from '../model/facet.js';
import { analyticsRows } from './kit/client-analytics.js';
import { isBehindLoadBalancer } from './kit/client-load-balancer.js';
import { oauthRows } from './kit/client-oauth.js';
import { update, written } from './kit/client-rows.js';
import { secretRows } from './kit/client-secrets.js';
import { tokenRows, tokenUnits } from './kit/client-tokens.js';
import { defineKeyedFacet } from './kit/define.js';
import { reference } from './kit/reference.js';
import { fewer, narrower, on } from './kit/stronger.js';

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

function adviseExtra({ item }: Listed<LiveClient>): Advice {
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

const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const HOST = `^${LABEL}(\\.${LABEL})+$`;

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
  silence: 'recorded: a client of which only the name was given (cdk-real-drift)',
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
      implied: (values) => (isBehindLoadBalancer(values) ? 'confidential' : undefined),
    }),
    loadBalancer: f.set({
      doc: 'Host names of Application Load Balancers that sign users in with this client. They imply what a load balancer needs: a secret, the code grant, the scope openid, and https://<host>/oauth2/idpresponse among callbackUrls, in lower case.',
      items: { length: [1, 253], pattern: HOST, says: 'a host name such as app.example.com' },
      count: [1, 100],
      example: ['intranet.example.com'],
      covers: [],
    }),
    ...secretRows(f),
    ssoMinutes: f.integer({
      doc: 'For how many minutes a session of managed login is taken up again without asking the user; 0 asks always. Needs sessions.tracking.',
      range: [0, 129600],
      default: 60,
      silence: 'documented: ClientSSOSessionConfigType, "The default is 60"',
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
      stronger: fewer,
    }),
    authFlows: f.set({
      doc: 'Sign-in flows of the API. Where it is left out Cognito allows custom, refreshToken and srp.',
      words: AUTH_FLOWS,
      default: ['custom', 'refreshToken', 'srp'],
      emptyMeans: 'the client then allows custom, refreshToken and srp',
      silence: 'documented: CreateUserPoolClientRequest.ExplicitAuthFlows: refresh tokens, SRP and custom challenges',
      covers: ['CreateUserPoolClient.ExplicitAuthFlows[]'],
      live: (client) => written(client.ExplicitAuthFlows),
      terraform: (flows) => ({ explicitAuthFlows: [...flows].sort() }),
      write: (flows) => update({ ExplicitAuthFlows: flows as never }),
      remark: (flows) =>
        flows.some((flow) => flow.startsWith('legacy')) ? 'Legacy flows, without ALLOW_.' : undefined,
      computed: true,
      severity: 'error',
      stronger: narrower,
    }),
    ...oauthRows(f),
    readAttributes: f.set({
      doc: 'Attributes that the client may read. Where it is left out: the standard ones.',
      ...attributeNames,
      example: ['email', 'custom:tenant'],
      emptyMeans: 'the client may then read all standard attributes',
      covers: ['CreateUserPoolClient.ReadAttributes[]'],
      readable: 'whenSet',
      live: (client) => written(client.ReadAttributes),
      terraform: (names) => ({ readAttributes: [...names].sort() }),
      write: (ReadAttributes) => update({ ReadAttributes }),
      computed: true,
      stronger: narrower,
    }),
    writeAttributes: f.set({
      doc: 'Attributes that the client may write. Where it is left out: the standard ones, and by reports those of the pool’s own. A user can set whatever is listed here.',
      ...attributeNames,
      example: ['email', 'name'],
      // Custom attributes too, by two reports: aws/aws-cdk issues 30608 and 21835.
      emptyMeans: 'users may then write all standard attributes, and by reports those of the pool’s own too',
      covers: ['CreateUserPoolClient.WriteAttributes[]'],
      readable: 'whenSet',
      live: (client) => written(client.WriteAttributes),
      terraform: (names) => ({ writeAttributes: [...names].sort() }),
      write: (WriteAttributes) => update({ WriteAttributes }),
      computed: true,
      severity: 'error',
      stronger: narrower,
    }),
    ...tokenRows(f),
    authSessionMinutes: f.integer({
      doc: 'Minutes that a user has to answer a challenge.',
      range: [3, 15],
      default: 3,
      covers: ['CreateUserPoolClient.AuthSessionValidity'],
      live: (client) => client.AuthSessionValidity,
      terraform: (authSessionValidity) => ({ authSessionValidity }),
      write: (AuthSessionValidity) => update({ AuthSessionValidity: AuthSessionValidity ?? 3 }),
      computed: true,
      stronger: fewer,
    }),
    preventUserExistenceErrors: f.boolean({
      doc: 'Whether errors hide that a user does not exist.',
      default: false,
      silence: 'documented: CreateUserPoolClientRequest, "Defaults to LEGACY"',
      covers: ['CreateUserPoolClient.PreventUserExistenceErrors'],
      readable: 'whenSet',
      live: (client) => client.PreventUserExistenceErrors && client.PreventUserExistenceErrors === 'ENABLED',
      terraform: (on) => ({ preventUserExistenceErrors: on ? 'ENABLED' : 'LEGACY' }),
      write: (on) => update({ PreventUserExistenceErrors: on ? 'ENABLED' : 'LEGACY' }),
      computed: true,
      stronger: on,
    }),
    tokenRevocation: f.boolean({
      doc: 'Whether tokens can be revoked.',
      default: true,
      silence:
        'documented: CreateUserPoolClientRequest.EnableTokenRevocation, "automatically activated for the new user pool client"',
      covers: ['CreateUserPoolClient.EnableTokenRevocation'],
      live: (client) => client.EnableTokenRevocation,
      terraform: (enableTokenRevocation) => ({ enableTokenRevocation }),
      write: (on) => update({ EnableTokenRevocation: on ?? true }),
      computed: true,
      stronger: on,
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
    ...analyticsRows(f),
  }),
  assemble: (values) => ({
    userPoolId: reference('aws_cognito_user_pool', 'pool', 'id'),
    // A setting that replaces the client is written only where the YAML says it; here the hosts say it.
    ...(isBehindLoadBalancer(values) && { generateSecret: values.secret as boolean }),
    ...tokenUnits(values),
  }),
});
