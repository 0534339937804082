import { clientsOfPeople, usesSignInPage } from '../kit/clients.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const classicHostedUi: PostureRule = {
  id: 'classic-hosted-ui',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'The sign-in page is managed login, where the tier has it.',
  why:
    'The classic hosted UI gets no new features: it knows neither passkeys nor one-time codes as first factor, nor ' +
    'other languages. New pools made in the console have managed login.',
  references: [guide('cognito-user-pools-managed-login')],
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
            managedLoginVersion: 2
      `,
      yaml`
        clients:
          worker:
            secret: true
            oauthFlows: [clientCredentials]
            oauthScopes: [orders/read]
        resourceServers:
          orders:
            scopes:
              read: Read orders
        domains:
          acme-machines:
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [openid]
            callbackUrls: [https://app.example.com/callback]
        domains:
          acme-login:
      `,
    ],
  },
  *check(input) {
    if (section(input, 'pool').tier === 'lite' || !clientsOfPeople(input).some(usesSignInPage)) return;
    for (const { settings, path, name } of objects(input, 'domains')) {
      if (settings.managedLoginVersion !== 1) continue;
      yield {
        path: path('managedLoginVersion'),
        message: `${name('managedLoginVersion')} is 1, the classic hosted UI, and should be 2.`,
        help: 'Write managedLoginVersion: 2, and give each client a style under branding.',
      };
    }
  },
};
