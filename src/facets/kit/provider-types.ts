type Texts = Readonly<Record<string, string>>;

/** What is known of a kind of identity provider. */
export interface ProviderType {
  readonly aws: string;
  /** The only name that AWS takes for it. */
  readonly name?: string;
  /** Details that it must have, those that it may have, and whether it needs a secret. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly secret: 'client_secret' | 'private_key' | undefined;
  readonly secretRequired: boolean;
  /** What AWS adds to the details by itself, always the same for the same details. */
  added(details: Texts): Texts;
  /** What AWS makes for each provider: nobody can set it. */
  readonly generated: readonly string[];
  /** What the user name is mapped from when nobody maps it. */
  readonly username: string | undefined;
}

const OAUTH = ['client_id', 'authorize_scopes'];
const FACEBOOK = 'https://graph.facebook.com';

/**
 * The answers of DescribeIdentityProvider beside the requests.
 * Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html, the
 * recorded reads of https://github.com/go-to-k/cdk-real-drift and the refusals of https://github.com/badmintoncryer/cdk-preflight
 */
export const PROVIDER_TYPES: Readonly<
  Record<'saml' | 'oidc' | 'google' | 'facebook' | 'apple' | 'amazon', ProviderType>
> = {
  saml: {
    aws: 'SAML',
    required: [],
    optional: ['MetadataURL', 'MetadataFile', 'IDPInit', 'IDPSignout', 'EncryptedResponses', 'RequestSigningAlgorithm'],
    secret: undefined,
    secretRequired: false,
    added: () => ({}),
    generated: ['ActiveEncryptionCertificate', 'SSORedirectBindingURI', 'SLORedirectBindingURI'],
    username: undefined,
  },
  oidc: {
    aws: 'OIDC',
    required: [...OAUTH, 'oidc_issuer', 'attributes_request_method'],
    optional: ['attributes_url', 'authorize_url', 'jwks_uri', 'token_url'],
    secret: 'client_secret',
    secretRequired: false,
    added: () => ({ attributes_url_add_attributes: 'false' }),
    generated: [],
    username: 'sub',
  },
  google: {
    aws: 'Google',
    name: 'Google',
    required: OAUTH,
    optional: [],
    secret: 'client_secret',
    secretRequired: true,
    added: () => ({
      attributes_url: 'https://people.googleapis.com/v1/people/me?personFields=',
      attributes_url_add_attributes: 'true',
      authorize_url: 'https://accounts.google.com/o/oauth2/v2/auth',
      oidc_issuer: 'https://accounts.google.com',
      token_request_method: 'POST',
      token_url: 'https://www.googleapis.com/oauth2/v4/token',
    }),
    generated: [],
    username: 'sub',
  },
  facebook: {
    aws: 'Facebook',
    name: 'Facebook',
    // AWS chooses a version where none is given; then nobody could tell its choice from somebody's change.
    required: [...OAUTH, 'api_version'],
    optional: [],
    secret: 'client_secret',
    secretRequired: true,
    added: ({ api_version: version = 'v17.0' }) => ({
      attributes_url: `${FACEBOOK}/${version}/me?fields=`,
      attributes_url_add_attributes: 'true',
      authorize_url: `https://www.facebook.com/${version}/dialog/oauth`,
      token_request_method: 'GET',
      token_url: `${FACEBOOK}/${version}/oauth/access_token`,
    }),
    generated: [],
    username: 'id',
  },
  apple: {
    aws: 'SignInWithApple',
    name: 'SignInWithApple',
    required: [...OAUTH, 'team_id', 'key_id'],
    optional: [],
    secret: 'private_key',
    secretRequired: true,
    added: () => ({
      attributes_url_add_attributes: 'false',
      authorize_url: 'https://appleid.apple.com/auth/authorize',
      oidc_issuer: 'https://appleid.apple.com',
      token_request_method: 'POST',
      token_url: 'https://appleid.apple.com/auth/token',
    }),
    generated: [],
    username: 'sub',
  },
  amazon: {
    aws: 'LoginWithAmazon',
    name: 'LoginWithAmazon',
    required: OAUTH,
    optional: [],
    secret: 'client_secret',
    secretRequired: true,
    added: () => ({
      attributes_url: 'https://api.amazon.com/user/profile',
      attributes_url_add_attributes: 'false',
      authorize_url: 'https://www.amazon.com/ap/oa',
      token_request_method: 'POST',
      token_url: 'https://api.amazon.com/auth/o2/token',
    }),
    generated: [],
    username: 'user_id',
  },
};

/** By the spec's word or by AWS's. */
export function providerType(word: unknown): ProviderType | undefined {
  return Object.entries(PROVIDER_TYPES).find(([spec, { aws }]) => word === spec || word === aws)?.[1];
}
