import { identityName } from '../../facets/kit/ses-identity.js';
import { plainText } from '../../spec/quote.js';
import { api, guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const sesIdentityIsAnAddress: PostureRule = {
  id: 'ses-identity-is-an-address',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'An SES identity that is an address has to be verified itself; that its domain is does not count.',
  why:
    'Cognito checks the identity that it is given: where only the domain of the address is verified, the deploy ends in ' +
    '"Email address is not verified. The following identities failed the check", although SES would send. The identity ' +
    'of the domain, with the address in emailSender.from, needs no second verification.',
  references: [
    guide('user-pool-email'),
    api('EmailConfigurationType'),
    'https://github.com/aws/aws-cdk/issues/19762',
    'https://github.com/aws-amplify/amplify-backend/issues/3134',
  ],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        emailSender:
          service: ses
          identity: example.com
          from: no-reply@example.com
      `,
      yaml`
        emailSender:
          service: cognito
          identity: no-reply@example.com
      `,
    ],
    invalid: [
      yaml`
        emailSender:
          service: ses
          identity: no-reply@example.com
      `,
      yaml`
        emailSender:
          service: ses
          identity: arn:aws:ses:eu-west-1:123456789012:identity/no-reply@example.com
          from: Example <no-reply@example.com>
      `,
    ],
  },
  *check(input) {
    const { service, identity } = section(input, 'emailSender');
    const name = identity === undefined ? '' : identityName(identity);
    if (service !== 'ses' || !name.includes('@')) return;
    const domain = name.slice(name.lastIndexOf('@') + 1);
    yield {
      path: ['emailSender', 'identity'],
      message: `Cognito checks that SES has verified ${plainText(name)} itself; a verified ${plainText(domain)} is not enough.`,
      help: `Verify the address too (poolward preflight looks), or write identity: ${plainText(domain)} and from: ${plainText(name)}.`,
    };
  },
};
