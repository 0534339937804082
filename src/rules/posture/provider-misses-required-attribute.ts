import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const providerMissesRequiredAttribute: PostureRule = {
  id: 'provider-misses-required-attribute',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'Each identity provider fills the attributes that the pool requires.',
  why:
    'A user who comes from a provider without a required attribute cannot be made: the sign-in ends with an error, ' +
    'for everybody. An attribute is required for good, so that the mapping must have it.',
  references: [guide('cognito-user-pools-specifying-attribute-mapping')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        attributes:
          email:
            required: true
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
      `,
    ],
    invalid: [
      yaml`
        attributes:
          email:
            required: true
          name:
            required: true
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
      `,
    ],
  },
  *check(input) {
    // Its function may fill in what the provider does not send.
    if (section(input, 'triggers').inboundFederation !== undefined) return;
    const required = objects(input, 'attributes').flatMap(({ key, settings }) => (settings.required ? [key] : []));
    for (const { settings, path, name } of objects(input, 'identityProviders')) {
      const missing = required.filter((key) => key !== 'sub' && settings.attributeMapping?.[key] === undefined);
      if (missing.length === 0) continue;
      yield {
        path: path('attributeMapping'),
        message: `${name('attributeMapping')} does not fill ${missing.join(', ')}, which the pool requires: nobody can sign in.`,
        help: `Map ${missing.join(', ')} from claims of the provider.`,
      };
    }
  },
};
