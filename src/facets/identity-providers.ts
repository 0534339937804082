import type { IdentityProviderType } from '@aws-sdk/client-cognito-identity-provider';
import { sameValue } from '../model/equality.js';
import type { ChangeContext, DeepPartial, WriteInputs } from '../model/facet.js';
import { whole } from '../model/merge.js';
import { defineKeyedFacet } from './kit/define.js';
import { PROVIDER_TYPES, type ProviderType, providerType } from './kit/provider-types.js';
import { reference, secretVariable } from './kit/reference.js';
import { unsupportedWithoutIssue } from './kit/unsupported.js';

type Texts = Readonly<Record<string, string>>;

const API =
  'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html';
const SECRETS: readonly string[] = ['client_secret', 'private_key'];
const PRESENT = '<redacted>';

const update = (partial: DeepPartial<WriteInputs['UpdateIdentityProvider']>) =>
  ({ operation: 'UpdateIdentityProvider', partial }) as const;

/** Both sides with what AWS adds, so that it shows as soon as it is something else. */
function completed(details: Texts, type: ProviderType | undefined): Texts {
  return { ...type?.added(details), ...details };
}

const ENDPOINTS = ['authorize_url', 'token_url', 'attributes_url', 'jwks_uri'] as const;

/**
 * Cognito finds the endpoints of an OIDC issuer by discovery, and nobody says whether it then answers them. Live endpoints
 * that the spec leaves out are taken for discovered where all four are there, at the issuer's own host; one elsewhere is a change.
 */
function withoutDiscovered(desired: Texts, live: Texts): Texts {
  const issuer = hostOf(live['oidc_issuer']);
  const found = ENDPOINTS.every((name) => desired[name] === undefined && hostOf(live[name]) === issuer);
  if (issuer === undefined || !found) return live;
  return Object.fromEntries(Object.entries(live).filter(([key]) => !ENDPOINTS.some((name) => name === key)));
}

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}

function liveDetails({ ProviderType, ProviderDetails }: IdentityProviderType): Texts {
  const type = providerType(ProviderType);
  const hidden = [...SECRETS, ...(type?.generated ?? [])];
  const details = Object.entries(ProviderDetails ?? {}).filter(([key]) => !hidden.includes(key));
  return completed(Object.fromEntries(details), type);
}

/**
 * Scopes are a set in one text, parted by spaces, or by commas for Facebook: “their order does not matter”.
 * Source: https://www.rfc-editor.org/rfc/rfc6749.html#section-3.3
 */
function sameDetails(desired: Texts, live: Texts): boolean {
  const inOneOrder = ({ authorize_scopes: scopes, ...rest }: Texts) => ({
    ...rest,
    ...(scopes !== undefined && {
      authorize_scopes: scopes
        .split(/[\s,]+/)
        .sort()
        .join(' '),
    }),
  });
  return sameValue(inOneOrder(desired), inOneOrder(withoutDiscovered(desired, live)));
}

/** AWS maps the user name by itself where nobody does; what it maps it from shows as soon as it is something else. */
function withUsername(mapping: Texts, type: ProviderType | undefined): Texts {
  return type?.username === undefined ? mapping : { username: type.username, ...mapping };
}

/** AWS never answers Apple's key, and refuses a provider without one: so there is one. */
function liveSecret({ ProviderType, ProviderDetails }: IdentityProviderType): string | undefined {
  const apple = providerType(ProviderType) === PROVIDER_TYPES.apple;
  return apple || ProviderDetails?.['client_secret'] ? PRESENT : undefined;
}

/** What Terraform must not compare: AWS answers keys that nobody can write (hashicorp/terraform-provider-aws#38495). */
function ignored(values: Readonly<Record<string, unknown>>): string[] {
  return (providerType(values['type'])?.generated ?? []).map((key) => `provider_details["${key}"]`);
}

/** Of another type a provider has other details, and another mapping of the user name. */
function followsType(context: ChangeContext): string | undefined {
  const type = context.sibling('type');
  return context.changed(type) ? type : undefined;
}

export const identityProviders = defineKeyedFacet({
  id: 'identityProviders',
  title: 'Identity providers',
  summary: 'Where users may come from besides the pool itself. Whoever controls one decides who its users are.',
  noun: 'identity provider',
  reads: ['identityProviders'],
  resource: 'aws_cognito_identity_provider',
  references: [
    API,
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-provider.html',
  ],
  key: {
    doc: 'Name of the provider: 3 to 32 characters, no spaces, no underscore at either end. Google, Facebook, SignInWithApple and LoginWithAmazon must bear that name.',
    pattern: '^[^_\\p{Z}][\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}][^_\\p{Z}]{1,30}$',
    example: 'Okta',
  },
  closed: true,
  extra: 'error',
  entries: ({ identityProviders }) => identityProviders,
  remove: ({ key }) => ({ operation: 'DeleteIdentityProvider', input: { ProviderName: key } }),
  adviseExtra: ({ item }) => ({
    cause: `Made outside the code: a way to sign in that nobody declared${item.ok ? `, of type ${item.value.ProviderType}` : ''}.`,
  }),
  assemble: (_values, _context, providerName) => ({
    providerName,
    userPoolId: reference('aws_cognito_user_pool', 'pool', 'id'),
  }),
  ignoreChanges: ignored,
  importId: (poolId, { key }) => `${poolId}:${key}`,
  silence: 'recorded: no identifiers and no mapping where nobody set them (cdk-real-drift)',
  fields: (f) => ({
    type: f.oneOf(
      {
        saml: 'SAML',
        oidc: 'OIDC',
        google: 'Google',
        facebook: 'Facebook',
        apple: 'SignInWithApple',
        amazon: 'LoginWithAmazon',
      },
      {
        doc: 'What kind of provider it is. Fixed at creation.',
        example: 'oidc',
        required: true,
        covers: ['CreateIdentityProvider.ProviderType'],
        live: (provider) => provider.ProviderType,
        terraform: (type) => ({ providerType: type }),
        onChange: 'replace',
        severity: 'error',
      },
    ),
    details: f.map({
      doc: 'What AWS calls ProviderDetails (client_id, authorize_scopes, oidc_issuer, MetadataURL …), without secrets and without what AWS adds.',
      keys: {
        pattern: '^(?!(client_secret|private_key)$)[A-Za-z_]{1,64}$',
        says: 'a detail of the provider; its secret goes into secretVariable',
      },
      values: { length: [0, 131072] },
      required: true,
      example: {
        client_id: '1example23456789',
        authorize_scopes: 'openid email',
        oidc_issuer: 'https://auth.example.com',
        attributes_request_method: 'GET',
      },
      covers: ['CreateIdentityProvider.ProviderDetails.*'],
      desired: (details, _identity, own) => completed(details, providerType(own?.['type'])),
      live: (provider) => (provider.ProviderDetails ? liveDetails(provider) : undefined),
      equal: sameDetails,
      derivedFrom: followsType,
      // What AWS adds is written out too: the provider reads it back, and would plan to remove it for ever (issue 4831).
      terraform: (providerDetails) => ({ providerDetails }),
      severity: 'error',
    }),
    secretVariable: f.text({
      doc: 'Name of the Terraform variable (`TF_VAR_<name>`) that holds the client secret, or Apple’s private key. Compared by presence: the audit never sees what it is. AWS never answers Apple’s key, so that Terraform plans to send it again each time.',
      pattern: '^[A-Za-z_][A-Za-z0-9_]{0,63}$',
      says: 'a name of a Terraform variable: letters, digits and underscores',
      example: 'okta_client_secret',
      covers: [],
      readable: 'whenSet',
      live: liveSecret,
      equal: () => true,
      terraform: (name, { own }) => ({
        providerDetails: { [providerType(own('type'))?.secret ?? 'client_secret']: secretVariable(name) },
      }),
      sensitive: true,
      opaque: 'only its presence is compared: what a secret is goes no further than the reader',
      pulled: (live, key) => live && `${key.replace(/\W+/g, '_').toLowerCase().slice(0, 50)}_secret`,
      remark: () => 'The live secret is not here: give it to Terraform as TF_VAR_ and this name.',
      severity: 'error',
    }),
    attributeMapping: f.map({
      doc: 'Attributes of the pool, and the provider’s claims that fill them. The user name is mapped by AWS where it is left out.',
      keys: { length: [1, 32] },
      values: { length: [0, 131072] },
      default: {},
      example: { email: 'email' },
      covers: ['CreateIdentityProvider.AttributeMapping.*'],
      desired: (mapping, _identity, own) => withUsername(mapping, providerType(own?.['type'])),
      live: ({ AttributeMapping, ProviderType }) => withUsername(AttributeMapping ?? {}, providerType(ProviderType)),
      derivedFrom: followsType,
      terraform: (attributeMapping) => (Object.keys(attributeMapping).length > 0 ? { attributeMapping } : {}),
      write: (mapping) => update({ AttributeMapping: whole(mapping ?? {}) }),
      computed: true,
      severity: 'error',
    }),
    identifiers: f.set({
      doc: 'Other names of the provider, such as mail domains, by which an application may ask for it.',
      items: { length: [1, 40], pattern: '^[\\w\\s+=.@-]+$', says: 'letters, digits, spaces and + = . @ - _' },
      count: [0, 50],
      answers: { maxItems: 'Member must have length less than or equal to 50' },
      default: [],
      example: ['example.com'],
      covers: ['CreateIdentityProvider.IdpIdentifiers[]'],
      live: (provider) => provider.IdpIdentifiers,
      terraform: (identifiers) => (identifiers.length > 0 ? { idpIdentifiers: [...identifiers].sort() } : {}),
      write: (identifiers) => update({ IdpIdentifiers: identifiers ?? [] }),
      severity: 'error',
    }),
    acrMapping: f.map({
      doc: 'Levels of assurance of the pool, and the provider’s acr values that count as them; for oidc.',
      keys: { pattern: '^Level[1-4]$', says: 'Level1, Level2, Level3 or Level4' },
      values: { length: [1, 2048] },
      default: {},
      example: { Level2: 'urn:okta:loa:2fa:any' },
      covers: ['CreateIdentityProvider.AcrMapping.*'],
      readable: 'whenSet',
      live: (provider) => provider.AcrMapping,
      terraform: unsupportedWithoutIssue(
        'aws_cognito_identity_provider has no mapping of assurance levels',
        'cognito_identity_provider',
      ),
      write: (mapping) => update({ AcrMapping: whole(mapping ?? {}) }),
      severity: 'error',
    }),
  }),
});
