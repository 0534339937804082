import { clientsOfPeople, usesSignInPage } from '../kit/clients.js';
import { intent } from '../kit/intent.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const signInAtAmazonsDomain: PostureRule = {
  id: 'sign-in-at-amazons-domain',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'Customers sign in at a domain of their provider’s own.',
  why:
    'Everybody can have a prefix of amazoncognito.com: customers who learn to type their password there cannot tell a ' +
    'page of yours from one of a stranger. Nobody can take the address along to another pool, and passkeys are bound ' +
    'to it.',
  references: [guide('cognito-user-pools-add-custom-domain')],
  sets: ['strict'],
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
          auth.example.com:
            certificate: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
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
    const domains = objects(input, 'domains');
    const { production } = intent(input);
    if (!production || domains.some(({ key }) => key.includes('.')) || !clientsOfPeople(input).some(usesSignInPage))
      return;
    for (const { key, path } of domains) {
      yield {
        path: path(),
        message: `Users type their password at ${key}.auth.<region>.amazoncognito.com, and should at a domain of yours.`,
        help: 'Add a domain of yours with a certificate under domains.',
      };
    }
  },
};
