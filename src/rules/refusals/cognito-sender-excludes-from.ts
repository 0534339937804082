import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const cognitoSenderExcludesFrom: RefusalRule = {
  id: 'cognito-sender-excludes-from',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'Cognito’s own sender takes no From address.',
  why:
    'Cognito’s own sender writes from no-reply@verificationemail.com, and an address of your own takes an SES identity. ' +
    'AWS refuses a From address without one.',
  references: [api('EmailConfigurationType'), 'https://github.com/aws/aws-cdk/issues/9739'],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        emailSender:
          replyTo: help@example.com
      `,
      yaml`
        emailSender:
          service: ses
          identity: example.com
          from: no-reply@example.com
      `,
    ],
    invalid: [
      yaml`
        emailSender:
          from: no-reply@example.com
      `,
    ],
  },
  *check(input) {
    const { service, identity, from } = section(input, 'emailSender');
    // With an identity AWS documents a custom From of Cognito's own sender; what it answers to `from` then is not known.
    if (service !== 'cognito' || from === undefined || identity !== undefined) return;
    yield {
      path: ['emailSender', 'from'],
      message:
        'emailSender.from is set but emailSender.service is cognito; AWS would answer "Cannot configure From email address ' +
        'for default email configuration".',
      help: 'Write emailSender.service: ses and the identity that sends; or remove emailSender.from.',
    };
  },
};
