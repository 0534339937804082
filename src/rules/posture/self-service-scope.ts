import { SELF_SERVICE_SCOPE } from '../kit/clients.js';
import { items } from '../kit/items.js';
import { guide, rfc9700 } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const selfServiceScope: PostureRule = {
  id: 'self-service-scope',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'Tokens of the sign-in page do not change their user.',
  why:
    'With the scope aws.cognito.signin.user.admin whoever has an access token changes the password’s owner: ' +
    'attributes, second factors, and the deletion of the account. Every API that receives such a token could do it ' +
    'too. Only an application that lets users manage themselves through Cognito’s API needs it.',
  references: [rfc9700('2.3'), guide('cognito-user-pools-define-resource-servers')],
  sets: ['strict'],
  controls: { rfc9700: ['2.3'] },
  examples: {
    valid: [
      yaml`
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [openid, email]
            callbackUrls: [https://app.example.com/callback]
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [openid, email, aws.cognito.signin.user.admin]
            callbackUrls: [https://app.example.com/callback]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      for (const scope of items(settings.oauthScopes, path('oauthScopes'), (scope) => scope === SELF_SERVICE_SCOPE)) {
        yield {
          path: scope.path,
          message: `${name('oauthScopes')} has ${SELF_SERVICE_SCOPE}, with which every holder of a token may change or delete its user.`,
          help: 'Remove it, unless the application calls Cognito’s API for its users.',
        };
      }
    }
  },
};
