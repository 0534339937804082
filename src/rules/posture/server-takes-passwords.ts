import { items } from '../kit/items.js';
import { guide, rfc9700 } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const serverTakesPasswords: PostureRule = {
  id: 'server-takes-passwords',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'No server handles the passwords of users.',
  why:
    'With the admin password flow a server of yours receives every password and passes it on. Whoever reads its ' +
    'memory or its logs has them all, and passkeys and second factors must be built by hand. Managed login keeps ' +
    'passwords away from your servers.',
  references: [rfc9700('2.4'), guide('amazon-cognito-user-pools-authentication-flow-methods')],
  sets: ['strict'],
  controls: { rfc9700: ['2.4'] },
  examples: {
    valid: [
      yaml`
        clients:
          web:
            secret: true
            authFlows: [refreshToken]
            oauthFlows: [code]
            oauthScopes: [openid]
            callbackUrls: [https://app.example.com/callback]
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            secret: true
            authFlows: [adminPassword, refreshToken]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      for (const { item, path: at } of items(settings.authFlows, path('authFlows'), (flow) => FLOWS.includes(flow))) {
        yield {
          path: at,
          message: `${name('authFlows')} has ${item}, with which a server receives the passwords of users.`,
          help: 'Sign users in on managed login with oauthFlows: [code], and remove the flow.',
        };
      }
    }
  },
};

const FLOWS: readonly string[] = ['adminPassword', 'legacyAdminNoSrp'];
