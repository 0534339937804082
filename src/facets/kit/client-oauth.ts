import { isBehindLoadBalancer, withLoadBalancer } from './client-load-balancer.js';
import { type ClientRows, update } from './client-rows.js';
import { narrower } from './stronger.js';

const OAUTH_FLOWS = { code: 'code', implicit: 'implicit', clientCredentials: 'client_credentials' } as const;

const URL = {
  length: [1, 1024],
  pattern: '^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+$',
  says: 'a URL without spaces',
} as const;
const urlList = { items: URL, count: [0, 100] as const };

/** How a client uses the OAuth endpoints and managed login. */
export function oauthRows(f: ClientRows) {
  return {
    oauth: f.boolean({
      doc: 'Whether the client may use the OAuth endpoints and managed login; yes as soon as it has OAuth flows.',
      default: false,
      covers: ['CreateUserPoolClient.AllowedOAuthFlowsUserPoolClient'],
      implied: (values) => {
        const flows = values['oauthFlows'] ?? (isBehindLoadBalancer(values) ? ['code'] : []);
        return (Array.isArray(flows) && flows.length > 0) || undefined;
      },
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
      implied: (values) => (isBehindLoadBalancer(values) ? ['code'] : undefined),
      live: (client) => client.AllowedOAuthFlows,
      terraform: (flows) => (flows.length > 0 ? { allowedOauthFlows: [...flows].sort() } : {}),
      write: (flows) => update({ AllowedOAuthFlows: (flows ?? []) as never }),
      computed: true,
      severity: 'error',
      stronger: narrower,
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
      implied: (values) => (isBehindLoadBalancer(values) ? ['openid'] : undefined),
      live: (client) => client.AllowedOAuthScopes,
      terraform: (scopes) => (scopes.length > 0 ? { allowedOauthScopes: [...scopes].sort() } : {}),
      write: (scopes) => update({ AllowedOAuthScopes: scopes ?? [] }),
      computed: true,
      severity: 'error',
      stronger: narrower,
    }),
    callbackUrls: f.set({
      doc: 'Where Cognito may send the user with a code or token.',
      ...urlList,
      default: [],
      example: ['https://app.example.com/callback'],
      guarded: true,
      covers: ['CreateUserPoolClient.CallbackURLs[]'],
      desired: (urls, _identity, own) => withLoadBalancer(urls, own),
      live: (client) => client.CallbackURLs,
      terraform: (urls) => (urls.length > 0 ? { callbackUrls: [...urls].sort() } : {}),
      write: (urls) => update({ CallbackURLs: urls ?? [] }),
      computed: true,
      severity: 'error',
      stronger: narrower,
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
      ...URL,
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
      items: {
        length: [1, 32],
        pattern: '^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+$',
        says: 'the name of an identity provider',
      },
      default: [],
      example: ['COGNITO'],
      guarded: true,
      covers: ['CreateUserPoolClient.SupportedIdentityProviders[]'],
      live: (client) => client.SupportedIdentityProviders,
      terraform: (providers) => (providers.length > 0 ? { supportedIdentityProviders: [...providers].sort() } : {}),
      write: (providers) => update({ SupportedIdentityProviders: providers ?? [] }),
      computed: true,
      severity: 'error',
      stronger: narrower,
    }),
  };
}
