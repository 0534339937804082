import type { IdentityProviderTypeType } from '@aws-sdk/client-cognito-identity-provider';
import type { Refusal } from '../refusal.js';

export interface IdentityProviderSubject {
  readonly name: string;
  readonly type: IdentityProviderTypeType;
  readonly details: Readonly<Record<string, string>>;
}

type ProviderRefusal = Refusal<IdentityProviderSubject>;

const lacks = ({ details }: IdentityProviderSubject, keys: readonly string[]) => keys.some((key) => !details[key]);
const social: readonly IdentityProviderTypeType[] = ['Google', 'Facebook', 'LoginWithAmazon', 'SignInWithApple'];

export const identityProviderRefusals: readonly ProviderRefusal[] = [
  {
    id: 'idp-social-name',
    evidence: 'measured',
    words: ({ name, type }) => social.includes(type) && name !== type && `Provider ${name} cannot be of type ${type}.`,
  },
  {
    id: 'idp-saml-metadata-missing',
    evidence: 'measured',
    words: ({ type, details }) =>
      type === 'SAML' &&
      !(details['MetadataURL'] || details['MetadataFile']) &&
      'At least one of the MetadataURL or MetadataFile should be provided.',
  },
  {
    id: 'idp-saml-metadata-both',
    evidence: 'measured',
    words: ({ type, details }) =>
      type === 'SAML' &&
      details['MetadataURL'] &&
      details['MetadataFile'] &&
      'Only one of the MetadataURL or MetadataFile should be provided.',
  },
  {
    id: 'idp-oidc-required',
    evidence: 'measured',
    words: (subject) =>
      subject.type === 'OIDC' &&
      lacks(subject, ['client_id', 'authorize_scopes', 'oidc_issuer', 'attributes_request_method']) &&
      'clientId, authorizeScopes, oidcIssuer and attributesRequestMethod are all required idp details.',
  },
  {
    id: 'idp-oidc-method',
    evidence: 'measured',
    words: ({ type, details: { attributes_request_method: method = '' } }) =>
      type === 'OIDC' &&
      !['GET', 'POST'].includes(method) &&
      `1 validation error detected: Value '${method}' at 'providerConfiguration.oidcConfig.attributesRequestMethod' failed to satisfy constraint: Member must satisfy enum value set: [POST, GET]`,
  },
  {
    id: 'idp-oidc-issuer',
    evidence: 'measured',
    words: ({ type, details }) =>
      type === 'OIDC' && !details['oidc_issuer']?.startsWith('https://') && 'OIDC endpoint must start with https://',
  },
  {
    id: 'idp-apple-required',
    evidence: 'measured',
    words: (subject) =>
      subject.type === 'SignInWithApple' &&
      lacks(subject, ['client_id', 'team_id', 'key_id', 'private_key']) &&
      'clientId, privateKey, teamId, and keyId are all required idp details.',
  },
];
