import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const samlIdpInitiated: PostureRule = {
  id: 'saml-idp-initiated',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Sign-in through SAML begins at the application.',
  why:
    'A SAML response that nobody asked for cannot be told from one that an attacker sends through the user’s browser: ' +
    'the user is then signed in as somebody else, or a stolen response is used again. With a request of its own ' +
    'Cognito knows which response belongs to it.',
  references: [guide('cognito-user-pools-SAML-session-initiation')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataURL: https://idp.example.com/metadata
      `,
    ],
    invalid: [
      yaml`
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataURL: https://idp.example.com/metadata
              IDPInit: "true"
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'identityProviders')) {
      if (settings.details?.['IDPInit']?.toLowerCase() !== 'true') continue;
      yield {
        path: path('details', 'IDPInit'),
        message: `${name('details', 'IDPInit')} is true, so that responses are taken which nobody asked for.`,
        help: 'Remove IDPInit, and let the provider’s portal link to the application’s own sign-in address.',
      };
    }
  },
};
