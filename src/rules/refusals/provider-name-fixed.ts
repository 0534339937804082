import { providerType } from '../../facets/kit/provider-types.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const providerNameFixed: RefusalRule = {
  id: 'provider-name-fixed',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A social identity provider bears the name of its type.',
  why: 'A pool has one provider of each social type, under the one name that AWS takes for it.',
  references: [api('CreateIdentityProvider'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        identityProviders:
          Google:
            type: google
            details:
              client_id: 1example23456789.apps.googleusercontent.com
              authorize_scopes: email openid
            secretVariable: google_client_secret
      `,
    ],
    invalid: [
      yaml`
        identityProviders:
          MyGoogle:
            type: google
            details:
              client_id: 1example23456789.apps.googleusercontent.com
              authorize_scopes: email openid
            secretVariable: google_client_secret
      `,
    ],
  },
  *check(input) {
    for (const { key, settings, path } of objects(input, 'identityProviders')) {
      const type = providerType(settings.type);
      if (!type?.name || type.name === key) continue;
      yield {
        path: path(),
        message: `identityProviders.${key} is of type ${settings.type}, which must be named ${type.name}; AWS would answer "Provider ${key} cannot be of type ${type.aws}."`,
        help: `Name it ${type.name}.`,
      };
    }
  },
};
