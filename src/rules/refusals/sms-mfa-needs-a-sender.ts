import { factorsOf, hasSmsSender } from '../kit/factors.js';
import { api, guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const smsMfaNeedsASender: RefusalRule = {
  id: 'sms-mfa-needs-a-sender',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'SMS MFA needs an SMS sender.',
  why:
    'Cognito sends SMS with an IAM role of yours, and offers SMS as a second factor only while the pool has one. ' +
    'Without it AWS refuses the settings when SMS is the only factor, and silently leaves SMS out when it is not.',
  references: [guide('cognito-user-pool-sms-settings'), api('SetUserPoolMfaConfig')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        mfa:
          mode: optional
          sms: true
        smsSender:
          role: create
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: optional
          sms: true
      `,
      yaml`
        mfa:
          mode: required
          sms: true
          totp: true
      `,
    ],
  },
  *check(input) {
    if (!factorsOf(input).sms || hasSmsSender(input)) return;
    yield {
      path: ['mfa', 'sms'],
      message:
        'mfa.sms is true but smsSender.role is missing, so that Cognito cannot send SMS; with no other factor it answers ' +
        '"Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled."',
      help: 'Add smsSender with role: create, or the ARN of a role and its externalId; or write mfa.sms: false.',
    };
  },
};
