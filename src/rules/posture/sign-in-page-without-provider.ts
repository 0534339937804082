import { eachClientOfPeople, usesSignInPage } from '../kit/clients.js';
import { api, providerIssue } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const signInPageWithoutProvider: PostureRule = {
  id: 'sign-in-page-without-provider',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'A client that uses the sign-in page names who signs in there.',
  why:
    'Without a provider Cognito has nothing to show: the sign-in page of the client answers with an error instead of ' +
    'a form. The console ticks the user pool by itself, the API and Terraform do not.',
  references: [providerIssue(23374), api('CreateUserPoolClient')],
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
      if (!usesSignInPage(client) || settings.identityProviders?.length) continue;
      yield {
        path: path('identityProviders'),
        message: `${name('identityProviders')} is empty, so that the sign-in page has nobody to sign in.`,
        help: 'Write identityProviders: [COGNITO], or the names of identity providers.',
      };
    }
  },
};
