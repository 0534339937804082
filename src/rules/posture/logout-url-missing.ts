import { eachClientOfPeople, usesSignInPage } from '../kit/clients.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const logoutUrlMissing: PostureRule = {
  id: 'logout-url-missing',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'A client that signs in on the pool’s pages can sign out there too.',
  why:
    'Managed login keeps a session of its own in the browser for an hour. Without a logout URL the application cannot ' +
    'end it and come back: the next person at a shared computer clicks on sign in, and is in as the one before.',
  references: [guide('logout-endpoint')],
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
            logoutUrls: [https://app.example.com/]
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
    for (const client of eachClientOfPeople(input)) {
      const { settings, path, name } = client;
      if (!usesSignInPage(client) || settings.logoutUrls?.length) continue;
      yield {
        path: path('logoutUrls'),
        message: `${name('logoutUrls')} is empty, so that the session of managed login outlives a sign-out.`,
        help: 'Write logoutUrls: [https://…], and let the application end the session at /logout.',
      };
    }
  },
};
