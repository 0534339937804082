import type {
  CreateIdentityProviderRequest,
  CreateIdentityProviderResponse,
  DeleteIdentityProviderRequest,
  DescribeIdentityProviderRequest,
  DescribeIdentityProviderResponse,
  GetIdentityProviderByIdentifierRequest,
  GetIdentityProviderByIdentifierResponse,
  IdentityProviderType,
  IdentityProviderTypeType,
  ListIdentityProvidersRequest,
  ListIdentityProvidersResponse,
  UpdateIdentityProviderRequest,
  UpdateIdentityProviderResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Call, type Operation, poolOf } from '../operation.js';
import { page } from '../paging.js';
import { refuse } from '../refusal.js';
import { identityProviderRefusals } from '../refusals/identity-providers.js';
import { notFound, ServiceError } from '../wire.js';
import type { World } from '../world.js';
import { replace } from './user-pools.js';

type Named = { UserPoolId: string; ProviderName: string };

function providerOf({ UserPoolId, ProviderName }: Named, call: Call): IdentityProviderType {
  const found = poolOf(UserPoolId, call).identityProviders.get(ProviderName);
  if (!found) throw notFound(`Identity provider ${ProviderName} does not exist.`);
  return found;
}

/** What AWS adds to the details of a provider: recorded reads for Google and SAML, the API's own examples for the others. */
function added(
  type: IdentityProviderTypeType,
  given: Readonly<Record<string, string>>,
  { providerDetailsShown: shows }: World,
): Record<string, string> {
  if (shows === 'sent') return {};
  if (shows === 'discovered' && type === 'OIDC') return { ...constants.OIDC, ...discovered(given) };
  if (type === 'SAML') return metadata(given);
  return type === 'Facebook' ? facebook(given['api_version'] ?? 'v17.0') : (constants[type] ?? {});
}

/** Nothing is fetched: addresses beneath the issuer stand in for its discovery document. */
function discovered({ oidc_issuer: issuer = '' }: Readonly<Record<string, string>>): Record<string, string> {
  return {
    authorize_url: `${issuer}/authorize`,
    token_url: `${issuer}/token`,
    attributes_url: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
  };
}

const constants: Partial<Record<IdentityProviderTypeType, Record<string, string>>> = {
  Google: {
    attributes_url: 'https://people.googleapis.com/v1/people/me?personFields=',
    attributes_url_add_attributes: 'true',
    authorize_url: 'https://accounts.google.com/o/oauth2/v2/auth',
    oidc_issuer: 'https://accounts.google.com',
    token_request_method: 'POST',
    token_url: 'https://www.googleapis.com/oauth2/v4/token',
  },
  LoginWithAmazon: {
    attributes_url: 'https://api.amazon.com/user/profile',
    attributes_url_add_attributes: 'false',
    authorize_url: 'https://www.amazon.com/ap/oa',
    token_request_method: 'POST',
    token_url: 'https://api.amazon.com/auth/o2/token',
  },
  SignInWithApple: {
    attributes_url_add_attributes: 'false',
    authorize_url: 'https://appleid.apple.com/auth/authorize',
    oidc_issuer: 'https://appleid.apple.com',
    token_request_method: 'POST',
    token_url: 'https://appleid.apple.com/auth/token',
  },
  OIDC: { attributes_url_add_attributes: 'false' },
};

const facebook = (version: string): Record<string, string> => ({
  api_version: version,
  attributes_url: `https://graph.facebook.com/${version}/me?fields=`,
  attributes_url_add_attributes: 'true',
  authorize_url: `https://www.facebook.com/${version}/dialog/oauth`,
  token_request_method: 'GET',
  token_url: `https://graph.facebook.com/${version}/oauth/access_token`,
});

/** Nothing is fetched: the address stands in for what AWS reads in the metadata. */
function metadata({ MetadataURL }: Readonly<Record<string, string>>): Record<string, string> {
  const origin = MetadataURL === undefined ? 'https://idp.example.com' : new URL(MetadataURL).origin;
  return { ActiveEncryptionCertificate: 'MIICsandbox', SSORedirectBindingURI: `${origin}/sso` };
}

/** The social providers map the user name of themselves when nobody maps it. */
const ownUserName: Partial<Record<IdentityProviderTypeType, string>> = {
  Google: 'sub',
  SignInWithApple: 'sub',
  OIDC: 'sub',
  Facebook: 'id',
  LoginWithAmazon: 'user_id',
};

export const createIdentityProvider: Operation<CreateIdentityProviderRequest, CreateIdentityProviderResponse> = (
  request,
  call,
) => {
  const { identityProviders } = poolOf(request.UserPoolId, call);
  const { ProviderName: name, ProviderType: type, ProviderDetails: details } = request;
  if (identityProviders.has(name)) {
    throw new ServiceError(
      'DuplicateProviderException',
      `A provider with the name ${name} already exists in the user pool.`,
    );
  }
  refuse(identityProviderRefusals, { name, type, details });
  const now = call.now();
  const { IdpIdentifiers = [], AttributeMapping, ...rest } = request;
  const provider: IdentityProviderType = {
    ...rest,
    ProviderDetails: { ...added(type, details, call.world), ...details },
    AttributeMapping: mappingFor(type, AttributeMapping),
    IdpIdentifiers,
    CreationDate: now,
    LastModifiedDate: now,
  };
  identityProviders.set(name, provider);
  return { IdentityProvider: provider };
};

function mappingFor(type: IdentityProviderTypeType, given: Record<string, string> = {}): Record<string, string> {
  const username = ownUserName[type];
  return { ...(username === undefined ? {} : { username }), ...given };
}

export const describeIdentityProvider: Operation<DescribeIdentityProviderRequest, DescribeIdentityProviderResponse> = (
  request,
  call,
) => ({ IdentityProvider: shown(providerOf(request, call)) });

/** Apple's key is never answered; every other secret is, in clear text. */
function shown({ ProviderDetails = {}, ...rest }: IdentityProviderType): IdentityProviderType {
  const { private_key: _key, ...details } = ProviderDetails;
  return { ...rest, ProviderDetails: details };
}

export const getIdentityProviderByIdentifier: Operation<
  GetIdentityProviderByIdentifierRequest,
  GetIdentityProviderByIdentifierResponse
> = ({ UserPoolId, IdpIdentifier }, call) => {
  const all = [...poolOf(UserPoolId, call).identityProviders.values()];
  const found = all.find((provider) => provider.IdpIdentifiers?.includes(IdpIdentifier));
  if (!found) throw notFound(`Identity provider identifier ${IdpIdentifier} does not exist.`);
  return { IdentityProvider: shown(found) };
};

export const updateIdentityProvider: Operation<UpdateIdentityProviderRequest, UpdateIdentityProviderResponse> = (
  request,
  call,
) => {
  const provider = providerOf(request, call);
  const type = provider.ProviderType ?? 'OIDC';
  const { ProviderDetails: given, AttributeMapping: mapping, ...rest } = request;
  const details = given ? { ...added(type, given, call.world), ...given } : (provider.ProviderDetails ?? {});
  refuse(identityProviderRefusals, { name: request.ProviderName, type, details });
  const AttributeMapping = mapping ? mappingFor(type, mapping) : provider.AttributeMapping;
  replace(provider, { ...provider, ...rest, ProviderDetails: details, AttributeMapping, LastModifiedDate: call.now() });
  return { IdentityProvider: shown(provider) };
};

export const deleteIdentityProvider: Operation<DeleteIdentityProviderRequest, object> = (request, call) => {
  providerOf(request, call);
  poolOf(request.UserPoolId, call).identityProviders.delete(request.ProviderName);
  return {};
};

export const listIdentityProviders: Operation<ListIdentityProvidersRequest, ListIdentityProvidersResponse> = (
  request,
  call,
) => {
  const { identityProviders } = poolOf(request.UserPoolId, call);
  const { items, next } = page(identityProviders, request.MaxResults || 60, request.NextToken);
  const Providers = items.map(({ ProviderName, ProviderType, LastModifiedDate, CreationDate }) => {
    return { ProviderName, ProviderType, LastModifiedDate, CreationDate };
  });
  return { Providers, ...(next && { NextToken: next }) };
};
