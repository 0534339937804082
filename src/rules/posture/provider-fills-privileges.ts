import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { isPrivilege } from '../kit/privileges.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const providerFillsPrivileges: PostureRule = {
  id: 'provider-fills-privileges',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'Rights inside the application do not come from an identity provider.',
  why:
    'Whoever administers the provider, or takes it over, then decides who is an administrator here, and of which ' +
    'tenant. Where that is meant, the application should take only the values that this provider may give.',
  references: [guide('cognito-user-pools-specifying-attribute-mapping')],
  sets: ['strict'],
  controls: { nist80053: ['AC-6'] },
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
      `,
    ],
    invalid: [
      yaml`
        attributes:
          custom:role:
            maxLength: 64
        identityProviders:
          Okta:
            type: oidc
            details:
              client_id: 1example23456789
              authorize_scopes: openid email
              oidc_issuer: https://acme.okta.com
              attributes_request_method: GET
            attributeMapping:
              custom:role: role
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'identityProviders')) {
      for (const attribute of Object.keys(settings.attributeMapping ?? {}).filter(isPrivilege)) {
        yield {
          path: path('attributeMapping', attribute),
          message: `${name('attributeMapping')} lets the provider decide ${attribute}, which sounds like a right.`,
          help: 'Take it out, or accept it with the reason why the provider may decide.',
        };
      }
    }
  },
};
