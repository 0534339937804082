import { apiSignIn, clientsOfPeople, usesSignInPage } from '../kit/clients.js';
import { asksForCodes } from '../kit/made.js';
import { api, guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const emailChallengeBypassed: PostureRule = {
  id: 'email-challenge-bypassed',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'No client lets users of a pool with an e-mail challenge in without the code.',
  why:
    'Cognito calls the functions of a custom challenge in the flow CUSTOM_AUTH alone. It is the caller who chooses the ' +
    'flow: where a client allows srp, password or choice too, or where people sign in at the pool’s domain, whoever has a ' +
    'password gets tokens and is asked for no code. A sign-in by CUSTOM_AUTH that begins with SRP_A checks the password in ' +
    'that flow itself.',
  references: [guide('user-pool-lambda-challenge'), api('InitiateAuth'), api('CreateUserPoolClient')],
  sets: ['recommended'],
  controls: { nist80053: ['IA-2(1)', 'IA-2(2)'] },
  examples: {
    valid: [
      yaml`
        emailChallenge:
          from: no-reply@example.com
          identity: example.com
        clients:
          web:
            authFlows: [custom]
            authSessionMinutes: 5
      `,
      yaml`
        clients:
          web:
            authFlows: [custom, srp]
      `,
    ],
    invalid: [
      yaml`
        emailChallenge:
          from: no-reply@example.com
          identity: example.com
        clients:
          web:
            authFlows: [custom, srp]
            authSessionMinutes: 5
      `,
      yaml`
        emailChallenge:
          from: no-reply@example.com
          identity: example.com
        clients:
          app:
            authFlows: [custom]
            authSessionMinutes: 5
          portal:
            authFlows: [refreshToken]
            oauthFlows: [code]
            oauthScopes: [openid]
            callbackUrls: [https://example.com/callback]
            identityProviders: [COGNITO]
      `,
    ],
  },
  *check(input) {
    if (!asksForCodes(input)) return;
    for (const client of clientsOfPeople(input)) {
      const flows = apiSignIn(client).filter((flow) => !CUSTOM.has(flow));
      const page = usesSignInPage(client) && (client.settings.identityProviders ?? []).includes('COGNITO');
      if (flows.length === 0 && !page) continue;
      const way = flows.length > 0 ? `by ${flows.join(', ')}` : 'at the pool’s domain';
      yield {
        path: flows.length > 0 ? client.path('authFlows') : client.path('identityProviders'),
        message: `${client.name()} lets users in ${way}, where no code is asked for.`,
        help:
          flows.length > 0
            ? `Write ${client.name('authFlows')}: [custom].`
            : 'Take COGNITO out of its identityProviders, or use mfa.email, which the pages of the domain ask for too.',
      };
    }
  },
};

const CUSTOM: ReadonlySet<string> = new Set(['custom', 'legacyCustomOnly']);
