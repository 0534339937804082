import { intent } from '../kit/intent.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const workforceOpenToAnyone: PostureRule = {
  id: 'workforce-open-to-anyone',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Not everybody with a private account can sign in to a pool for the workforce.',
  why:
    'Google, Facebook, Apple and Amazon sign in the whole world. Cognito makes a user of each at the first sign-in, ' +
    'signUp.selfSignUp: false or not; only a pre sign-up function can refuse those who are not of the company.',
  references: [guide('user-pool-lambda-pre-sign-up'), guide('cognito-user-pools-social-idp')],
  sets: ['recommended'],
  controls: { nist80053: ['AC-2'] },
  examples: {
    valid: [
      yaml`
        pool:
          audience: workforce
        identityProviders:
          Google:
            type: google
            details:
              client_id: 1example23456789.apps.googleusercontent.com
              authorize_scopes: email openid
            secretVariable: google_secret
        triggers:
          preSignUp: arn:aws:lambda:eu-west-1:123456789012:function:company-only
      `,
      yaml`
        pool:
          audience: customers
        identityProviders:
          Google:
            type: google
            details:
              client_id: 1example23456789.apps.googleusercontent.com
              authorize_scopes: email openid
            secretVariable: google_secret
      `,
    ],
    invalid: [
      yaml`
        pool:
          audience: workforce
        identityProviders:
          Google:
            type: google
            details:
              client_id: 1example23456789.apps.googleusercontent.com
              authorize_scopes: email openid
            secretVariable: google_secret
      `,
    ],
  },
  *check(input) {
    const { preSignUp, inboundFederation } = section(input, 'triggers');
    if (intent(input).audience !== 'workforce' || (preSignUp ?? inboundFederation) !== undefined) return;
    for (const { settings, path, name } of objects(input, 'identityProviders')) {
      if (settings.type === 'saml' || settings.type === 'oidc') continue;
      yield {
        path: path(),
        message: `${name()} lets everybody with an account at ${settings.type} into a pool for the workforce.`,
        help: 'Add triggers.preSignUp with a function that refuses other domains, or use the company’s own SAML or OpenID provider.',
      };
    }
  },
};
