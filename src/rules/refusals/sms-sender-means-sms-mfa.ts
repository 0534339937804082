import { factorsOf, hasSmsSender } from '../kit/factors.js';
import { guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const smsSenderMeansSmsMfa: RefusalRule = {
  id: 'sms-sender-means-sms-mfa',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'A pool with MFA and an SMS sender offers SMS MFA; a spec cannot have the sender without the factor.',
  why:
    'Cognito has no switch for SMS MFA: it offers SMS as a second factor whenever MFA is not off and the pool has an ' +
    'SMS configuration, even one that is only there to verify phone numbers. A spec that has the sender and says ' +
    'mfa.sms: false would promise a pool that cannot exist, and its audit could never come out clean.',
  references: [
    guide('user-pool-settings-mfa'),
    'https://github.com/aws-amplify/amplify-backend/issues/1481',
    'https://github.com/awslabs/nx-plugin-for-aws/pull/1108',
  ],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        mfa:
          mode: optional
          sms: true
          totp: true
        smsSender:
          role: create
      `,
      yaml`
        mfa:
          mode: required
          totp: true
          sms: false
      `,
      yaml`
        verification:
          autoVerify: [phone]
        smsSender:
          role: create
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: required
          totp: true
          sms: false
        smsSender:
          role: create
      `,
      yaml`
        mfa:
          mode: optional
          totp: true
        smsSender:
          role: create
        verification:
          autoVerify: [phone]
      `,
    ],
  },
  *check(input) {
    const { on, sms } = factorsOf(input);
    if (!on || sms || !hasSmsSender(input)) return;
    const declared = input.spec.mfa?.sms !== undefined;
    yield {
      path: declared ? ['mfa', 'sms'] : ['smsSender'],
      message:
        `mfa.sms is ${declared ? 'false' : 'left out, so false,'} but the pool has an SMS sender, and Cognito offers SMS ` +
        'MFA whenever MFA is not off and there is one; where a call tries, AWS answers "Can\'t turn off SMS_MFA when SMS ' +
        'configuration is set for the user pool".',
      help:
        'Write mfa.sms: true; or remove smsSender, with it phone from verification.autoVerify and smsOtp from ' +
        'signIn.firstFactors.',
    };
  },
};
