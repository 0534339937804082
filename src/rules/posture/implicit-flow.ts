import { items } from '../kit/items.js';
import { api, rfc9700 } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const implicitFlow: PostureRule = {
  id: 'implicit-flow',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'No client uses the implicit flow.',
  why:
    'The implicit flow puts tokens into the address of the page: they stay in the browser’s history, go out in ' +
    'referrers and logs, and whoever can put a token of another application there signs in as its user. Browsers have ' +
    'used the code flow with PKCE instead for years.',
  references: [rfc9700('2.1.2'), api('CreateUserPoolClient')],
  sets: ['recommended'],
  controls: { rfc9700: ['2.1.2'] },
  examples: {
    valid: [
      yaml`
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [openid]
            callbackUrls: [https://app.example.com/callback]
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            oauthFlows: [code, implicit]
            oauthScopes: [openid]
            callbackUrls: [https://app.example.com/callback]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      for (const flow of items(settings.oauthFlows, path('oauthFlows'), (flow) => flow === 'implicit')) {
        yield {
          path: flow.path,
          message: `${name('oauthFlows')} has implicit, and should have code only.`,
          help: 'Write oauthFlows: [code], and let the application use PKCE.',
        };
      }
    }
  },
};
