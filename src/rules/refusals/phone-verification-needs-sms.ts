import { hasSmsSender } from '../kit/factors.js';
import { items } from '../kit/items.js';
import { guide, providerIssue, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const phoneVerificationNeedsSms: RefusalRule = {
  id: 'phone-verification-needs-sms',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'Verifying phone numbers needs an SMS sender.',
  why: 'Cognito verifies a phone number by an SMS, which it sends with an IAM role of yours. AWS refuses the one without the other.',
  references: [guide('cognito-user-pool-sms-settings'), providerIssue(28294), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        verification:
          autoVerify: [email, phone]
        smsSender:
          role: create
      `,
      yaml`
        verification:
          autoVerify: [email]
      `,
    ],
    invalid: [
      yaml`
        verification:
          autoVerify: [email, phone]
      `,
    ],
  },
  *check(input) {
    if (hasSmsSender(input)) return;
    const { autoVerify } = section(input, 'verification');
    for (const { path } of items(autoVerify, ['verification', 'autoVerify'], (name) => name === 'phone')) {
      yield {
        path,
        message:
          'verification.autoVerify has phone but smsSender.role is missing; AWS would answer "SMS configuration is required ' +
          'when phone_number is selected for auto verification".',
        help: 'Add smsSender with role: create; or remove phone from verification.autoVerify.',
      };
    }
  },
};
