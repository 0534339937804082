import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const sesSenderNeedsIdentity: RefusalRule = {
  id: 'ses-sender-needs-identity',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'Sending with SES needs the identity that sends.',
  why: 'Cognito sends with one verified SES identity of yours, and cannot choose it by itself.',
  references: [api('EmailConfigurationType'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        emailSender:
          service: ses
          identity: no-reply@example.com
      `,
    ],
    invalid: [
      yaml`
        emailSender:
          service: ses
          from: no-reply@example.com
      `,
    ],
  },
  *check(input) {
    const { service, identity } = section(input, 'emailSender');
    if (service !== 'ses' || identity !== undefined) return;
    yield {
      path: ['emailSender', 'service'],
      message:
        'emailSender.service is ses but emailSender.identity is missing; AWS would answer "Source ARN is required to use ' +
        'DEVELOPER email sending owner".',
      help: 'Add emailSender.identity: a domain or address that SES has verified, or its ARN.',
    };
  },
};
