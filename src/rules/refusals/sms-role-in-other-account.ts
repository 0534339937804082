import { foreignArns } from '../kit/arns.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const smsRoleInOtherAccount: RefusalRule = {
  id: 'sms-role-in-other-account',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'The role of the SMS sender must be in the account of the pool.',
  why: 'AWS does not let a pool use a role of another account. Most often the ARN was copied from another environment.',
  references: [api('SmsConfigurationType'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        smsSender:
          role: arn:aws:iam::123456789012:role/cognito-sms
          externalId: acme-sms
      `,
    ],
    invalid: [
      yaml`
        smsSender:
          role: arn:aws:iam::210987654321:role/cognito-sms
          externalId: acme-sms
      `,
      yaml`
        smsSender:
          eumsRole: arn:aws:iam::210987654321:role/cognito-eums
          eumsExternalId: acme-sms
      `,
    ],
  },
  *check(input) {
    for (const { what, facet, path, name, parts, allowed } of foreignArns(input)) {
      if (what !== 'account' || facet !== 'smsSender') continue;
      yield {
        path,
        message: `${name} is in account ${parts.account} but pool.account is ${allowed.join()}; AWS would answer "Cross-account pass role is not allowed."`,
        help: `Name a role of account ${allowed.join()}; or write smsSender.role: create.`,
      };
    }
  },
};
