import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const federatedSignUpUnguarded: PostureRule = {
  id: 'federated-sign-up-unguarded',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'A function looks at users whom an identity provider brings for the first time.',
  why:
    'A provider’s user is a new user, also where somebody with the same e-mail address is there already: two accounts ' +
    'for one person, and an application that looks users up by e-mail mixes them up, or is tricked by an address that ' +
    'the provider never verified. A pre sign-up function can link the two, or refuse.',
  references: [
    guide('cognito-user-pools-identity-federation-consolidate-users'),
    guide('user-pool-lambda-pre-sign-up'),
  ],
  sets: ['strict'],
  controls: {},
  examples: {
    valid: [
      yaml`
        triggers:
          preSignUp: arn:aws:lambda:eu-west-1:123456789012:function:link-users
        identityProviders:
          Google:
            type: google
            details:
              client_id: 1example23456789.apps.googleusercontent.com
              authorize_scopes: email openid
            secretVariable: google_secret
            attributeMapping:
              email: email
      `,
    ],
    invalid: [
      yaml`
        identityProviders:
          Google:
            type: google
            details:
              client_id: 1example23456789.apps.googleusercontent.com
              authorize_scopes: email openid
            secretVariable: google_secret
            attributeMapping:
              email: email
      `,
    ],
  },
  *check(input) {
    const { preSignUp, inboundFederation } = section(input, 'triggers');
    if ((preSignUp ?? inboundFederation) !== undefined) return;
    const [first] = objects(input, 'identityProviders').filter(({ settings }) => settings.attributeMapping?.['email']);
    if (!first) return;
    yield {
      path: first.path('attributeMapping', 'email'),
      message: `${first.name()} brings users with an e-mail address, and no triggers.preSignUp looks whether it is somebody’s already.`,
      help: 'Add triggers.preSignUp with a function that links the users (AdminLinkProviderForUser) or refuses.',
    };
  },
};
