import { eachClientOfPeople, usesSignInPage } from '../kit/clients.js';
import { keptElsewhere } from '../kit/elsewhere.js';
import { guide } from '../kit/pages.js';
import { isRefusedCustomDomain } from '../kit/partitions.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const managedLoginWithoutStyle: PostureRule = {
  id: 'managed-login-without-style',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'With managed login every client that signs in there has a style.',
  why:
    'At a domain with managed login a client without a style shows "Login pages unavailable" instead of a form. The ' +
    'console makes a style with the client, the API and Terraform do not. Cognito’s own look is a style too.',
  references: [guide('managed-login-branding'), 'https://github.com/alchemy-run/alchemy/pull/1396'],
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
            identityProviders: [COGNITO]
        domains:
          acme-login:
            managedLoginVersion: 2
        branding:
          web:
            cognitoDefaults: true
        terraform:
          providerVersion: ">= 6.12.0, < 7.0.0"
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [openid]
            callbackUrls: [https://app.example.com/callback]
            identityProviders: [COGNITO]
        domains:
          acme-login:
            managedLoginVersion: 2
      `,
    ],
  },
  *check(input) {
    const domain = objects(input, 'domains').find(
      (one) => one.settings.managedLoginVersion === 2 && !isRefusedCustomDomain(input, one),
    );
    if (!domain) return;
    // Looks at each style: one that could not be read may be there or not.
    const styles = new Map(objects(input, 'branding').map(({ key, settings }) => [key, settings.cognitoDefaults]));
    for (const client of eachClientOfPeople(input)) {
      const { key, path, name } = client;
      if (!usesSignInPage(client) || styles.has(key) || keptElsewhere(input, 'branding', key)) continue;
      yield {
        path: path(),
        message: `${name()} has no style under branding, but ${domain.name()} has managed login: its sign-in page says "Login pages unavailable".`,
        help: `Add branding.${key} with cognitoDefaults: true (terraform.providerVersion ">= 6.12.0" or newer), or write managedLoginVersion: 1.`,
      };
    }
  },
};
