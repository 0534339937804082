import type { Problem } from '../../model/rule.js';
import { api, guide } from '../kit/pages.js';
import type { PoolInput, PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const mappedAttributeNotWritable: PostureRule = {
  id: 'mapped-attribute-not-writable',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'What an identity provider fills is mutable, and its clients may write it.',
  why: 'Cognito writes mapped attributes at every sign-in through a provider, with the rights of the client. One that is immutable, or that the client may not write, makes the second sign-in of every user end in an error.',
  references: [
    guide('cognito-user-pools-specifying-attribute-mapping'),
    api('CreateUserPoolClient'),
    api('SchemaAttributeType'),
  ],
  sets: ['recommended'],
  controls: {},
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
            attributeMapping:
              email: email
        clients:
          web:
            authFlows: [srp]
            identityProviders: [COGNITO, Okta]
            writeAttributes: [email]
      `,
      yaml`
        identityProviders:
          Okta:
            type: oidc
            details:
              client_id: 1example23456789
              authorize_scopes: openid email
              oidc_issuer: https://acme.okta.com
              attributes_request_method: GET
            attributeMapping:
              email: email
        clients:
          web:
            authFlows: [srp]
            identityProviders: [COGNITO]
            writeAttributes: [name]
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
              oidc_issuer: https://acme.okta.com
              attributes_request_method: GET
            attributeMapping:
              email: email
        clients:
          web:
            authFlows: [srp]
            identityProviders: [COGNITO, Okta]
            writeAttributes: [name]
      `,
      yaml`
        identityProviders:
          Okta:
            type: oidc
            details:
              client_id: 1example23456789
              authorize_scopes: openid email
              oidc_issuer: https://acme.okta.com
              attributes_request_method: GET
            attributeMapping:
              email: email
        attributes:
          email:
            mutable: false
      `,
    ],
  },
  *check(input) {
    const immutable = new Set(
      objects(input, 'attributes').flatMap(({ key, settings }) => (settings.mutable ? [] : [key])),
    );
    for (const provider of objects(input, 'identityProviders')) {
      const mapped = Object.keys(provider.settings.attributeMapping ?? {}).filter((name) => name !== 'username');
      for (const attribute of mapped.filter((name) => immutable.has(name)))
        yield {
          path: provider.path('attributeMapping', attribute),
          message: `${provider.name('attributeMapping', attribute)} fills an attribute that is not mutable: nobody can sign in twice.`,
          help: `Take ${attribute} out of the mapping; an attribute cannot be made mutable later.`,
        };
      yield* unwritable(input, provider.key, mapped);
    }
  },
};

/** Clients of the provider that list what they may write, and leave a mapped attribute out. */
function* unwritable(input: PoolInput, provider: string, mapped: readonly string[]): Iterable<Problem> {
  for (const { settings, path, name } of objects(input, 'clients')) {
    const { writeAttributes = [], identityProviders = [] } = settings;
    if (writeAttributes.length === 0 || !identityProviders.includes(provider)) continue;
    const missing = mapped.filter((attribute) => !writeAttributes.includes(attribute));
    if (missing.length === 0) continue;
    yield {
      path: path('writeAttributes'),
      message: `${name('writeAttributes')} lacks ${missing.join(', ')}, which ${provider} fills: sign-in through it ends in an error.`,
      help: `Add ${missing.join(', ')} to ${name('writeAttributes')}.`,
    };
  }
}
