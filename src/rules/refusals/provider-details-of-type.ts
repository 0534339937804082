import { type ProviderType, providerType } from '../../facets/kit/provider-types.js';
import type { Problem } from '../../model/rule.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { PoolInput, RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

type Provider = ReturnType<typeof objects<'identityProviders'>>[number];

export const providerDetailsOfType: RefusalRule = {
  id: 'provider-details-of-type',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'An identity provider has the details of its type: all that it needs, and no other.',
  why:
    'AWS refuses a provider that lacks a detail, or has one of another type. Facebook’s api_version is needed here too: ' +
    'where it is left out AWS chooses one, and nobody could tell its choice from somebody’s change.',
  references: [api('CreateIdentityProvider'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        identityProviders:
          Okta:
            type: oidc
            details:
              client_id: 1example23456789
              authorize_scopes: openid email
              oidc_issuer: https://acme.okta.com
              attributes_request_method: GET
      `,
      yaml`
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataURL: https://idp.example.com/metadata
      `,
    ],
    invalid: [
      yaml`
        identityProviders:
          Okta:
            type: oidc
            details:
              client_id: 1example23456789
              authorize_scopes: openid email
              oidc_issuer: http://acme.okta.com
              attributes_request_method: PUT
      `,
      yaml`
        identityProviders:
          Corporate:
            type: saml
            details:
              IDPSignout: "true"
      `,
      yaml`
        identityProviders:
          Google:
            type: google
            details:
              client_id: 1example23456789.apps.googleusercontent.com
              authorize_scopes: email openid
              MetadataURL: https://idp.example.com/metadata
      `,
      yaml`
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataURL: https://idp.example.com/metadata
            acrMapping:
              Level2: urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken
      `,
    ],
  },
  *check(input: PoolInput) {
    for (const provider of objects(input, 'identityProviders')) {
      const type = providerType(provider.settings.type);
      if (!type) continue;
      yield* missing(provider, type);
      yield* foreign(provider, type);
      yield* malformed(provider, type);
      yield* unmapped(provider, type);
    }
  },
};

/** What AWS answers where a detail is missing. */
const ANSWERS: Readonly<Record<string, string>> = {
  OIDC: 'clientId, authorizeScopes, oidcIssuer and attributesRequestMethod are all required idp details.',
  SignInWithApple: 'clientId, privateKey, teamId, and keyId are all required idp details.',
};

function* missing({ settings, path, name }: Provider, type: ProviderType): Iterable<Problem> {
  const answer = ANSWERS[type.aws];
  const because = answer ? `AWS would answer "${answer}"` : `a provider of type ${settings.type} needs it.`;
  for (const key of type.required.filter((key) => !settings.details?.[key])) {
    const message = `${name('details', key)} is missing; ${because}`;
    yield { path: path('details', key), message, help: `Add ${key} to ${name('details')}.` };
  }
  if (type.secretRequired && settings.secretVariable === undefined) {
    const message = `${name('secretVariable')} is missing; a provider of type ${settings.type} needs a ${type.secret}.`;
    yield {
      path: path('secretVariable'),
      message,
      help: 'Name a Terraform variable, and set TF_VAR_<name> for deploys.',
    };
  }
  if (!type.secret && settings.secretVariable !== undefined) {
    const message = `${name('secretVariable')} is given, but a provider of type ${settings.type} has no secret.`;
    yield { path: path('secretVariable'), message, help: 'Remove it.' };
  }
}

function* foreign({ settings, path, name }: Provider, type: ProviderType): Iterable<Problem> {
  const known = [...type.required, ...type.optional, ...Object.keys(type.added(settings.details ?? {}))];
  for (const key of Object.keys(settings.details ?? {}).filter((key) => !known.includes(key))) {
    const message = `${name('details', key)} is no detail of a provider of type ${settings.type}.`;
    yield { path: path('details', key), message, help: `Known are ${known.join(', ')}.` };
  }
}

/** "Only OIDC IdPs support ACR mapping." */
function* unmapped({ settings, path, name }: Provider, type: ProviderType): Iterable<Problem> {
  if (type.aws === 'OIDC' || Object.keys(settings.acrMapping ?? {}).length === 0) return;
  const message = `${name('acrMapping')} is given, but only a provider of type oidc maps levels of assurance.`;
  yield { path: path('acrMapping'), message, help: 'Remove it.' };
}

function* malformed({ settings, path, name }: Provider, type: ProviderType): Iterable<Problem> {
  const { MetadataURL, MetadataFile, oidc_issuer: issuer, attributes_request_method: method } = settings.details ?? {};
  if (type.aws === 'SAML' && (MetadataURL === undefined) === (MetadataFile === undefined)) {
    const words = MetadataURL === undefined ? 'At least one' : 'Only one';
    const message = `${name('details')} has ${MetadataURL === undefined ? 'no metadata' : 'two sources of metadata'}; AWS would answer "${words} of the MetadataURL or MetadataFile should be provided."`;
    yield { path: path('details'), message, help: 'Write MetadataURL or MetadataFile.' };
  }
  if (type.aws !== 'OIDC') return;
  if (issuer && !issuer.startsWith('https://')) {
    const message = `${name('details', 'oidc_issuer')} is ${issuer}; AWS would answer "OIDC endpoint must start with https://".`;
    yield { path: path('details', 'oidc_issuer'), message, help: 'Write the https address of the issuer.' };
  }
  if (method && !['GET', 'POST'].includes(method)) {
    const message = `${name('details', 'attributes_request_method')} is ${method}; AWS would answer "Member must satisfy enum value set: [POST, GET]".`;
    yield { path: path('details', 'attributes_request_method'), message, help: 'Write GET or POST.' };
  }
}
