import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const linkVerificationNeedsDomain: PostureRule = {
  id: 'link-verification-needs-domain',
  kind: 'posture',
  severity: 'error',
  confidence: 'measured',
  summary: 'Verifying e-mail addresses by a link needs a domain.',
  why:
    'The link leads to a page on the domain of the pool. AWS accepts the pool without a domain, and then refuses every ' +
    'sign-up.',
  references: [
    guide('cognito-user-pool-settings-email-verification-message-customization'),
    'https://github.com/aws/aws-cdk/issues/8674',
    'https://github.com/aws-amplify/amplify-js/issues/4489',
  ],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        verification:
          autoVerify: [email]
          emailStyle: link
        domains:
          acme-login:
            managedLoginVersion: 2
      `,
      yaml`
        verification:
          autoVerify: [email]
          emailStyle: code
      `,
      yaml`
        signUp:
          selfSignUp: false
        verification:
          autoVerify: [email]
          emailStyle: link
      `,
    ],
    invalid: [
      yaml`
        verification:
          autoVerify: [email]
          emailStyle: link
      `,
    ],
  },
  *check(input) {
    const { autoVerify, emailStyle } = section(input, 'verification');
    // Cognito sends the link to people who register themselves only; every other mail holds a code.
    if (!section(input, 'signUp').selfSignUp) return;
    if (emailStyle !== 'link' || !autoVerify?.includes('email') || objects(input, 'domains').length > 0) return;
    yield {
      path: ['verification', 'emailStyle'],
      message:
        'verification.emailStyle is link but the pool has no domain for the link; AWS would answer to every sign-up "Cannot ' +
        'perform specific action because there does not exist a valid use pool domain associated with the user pool".',
      help: 'Add a domain under domains; or write verification.emailStyle: code.',
    };
  },
};
