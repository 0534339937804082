import { keptElsewhere } from '../kit/elsewhere.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const oauthWithoutDomain: PostureRule = {
  id: 'oauth-without-domain',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'A pool whose clients use OAuth has a domain.',
  why:
    'The sign-in page, /oauth2/authorize and /oauth2/token live at the pool’s domain. Without one the clients deploy, ' +
    'and no user and no machine gets a token with them.',
  references: [guide('cognito-user-pools-assign-domain')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [openid]
            callbackUrls: [https://app.example.com/callback]
        domains:
          acme-login:
      `,
      yaml`
        clients:
          app:
            authFlows: [srp]
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [openid]
            callbackUrls: [https://app.example.com/callback]
      `,
    ],
  },
  *check(input) {
    if (objects(input, 'domains').length > 0 || keptElsewhere(input, 'domains', '')) return;
    const [first, ...more] = objects(input, 'clients').filter(({ settings }) => settings.oauth);
    if (!first) return;
    const others = more.length > 0 ? ` (and ${more.map(({ key }) => key).join(', ')})` : '';
    yield {
      path: first.path('oauth'),
      message: `${first.name()}${others} may use OAuth, but the pool has no domain, where its endpoints would be.`,
      help: 'Add a domain under domains, or remove OAuth from the clients.',
    };
  },
};
