import { hasSmsSender } from '../kit/factors.js';
import { items } from '../kit/items.js';
import { api, guide, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const smsOtpNeedsSmsSender: RefusalRule = {
  id: 'sms-otp-needs-sms-sender',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'Signing in with a code by SMS needs an SMS sender.',
  why: 'Cognito sends SMS with an IAM role of yours; AWS refuses smsOtp as a first factor in a pool without one.',
  references: [api('SignInPolicyType'), guide('cognito-user-pool-sms-settings'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        signIn:
          firstFactors: [password, smsOtp]
        smsSender:
          role: create
      `,
    ],
    invalid: [
      yaml`
        signIn:
          firstFactors: [password, smsOtp]
      `,
    ],
  },
  *check(input) {
    if (hasSmsSender(input)) return;
    const { firstFactors } = section(input, 'signIn');
    for (const { path } of items(firstFactors, ['signIn', 'firstFactors'], (factor) => factor === 'smsOtp')) {
      yield {
        path,
        message:
          'signIn.firstFactors has smsOtp but smsSender.role is missing; AWS would answer "SMS_OTP can not be configured as ' +
          'AuthFactor as user pool is missing valid SMS configuration".',
        help: 'Add smsSender with role: create; or remove smsOtp from signIn.firstFactors.',
      };
    }
  },
};
