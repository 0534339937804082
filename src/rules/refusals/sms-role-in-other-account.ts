import { parseArn } from '../../facets/kit/arn.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
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
  needs: 'spec',
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
    ],
  },
  *check(input) {
    const { account } = input.spec.pool;
    const owner = parseArn(section(input, 'smsSender').role ?? '')?.account;
    if (owner === undefined || owner === account) return;
    yield {
      path: ['smsSender', 'role'],
      message: `smsSender.role is in account ${owner} but pool.account is ${account}; AWS would answer "Cross-account pass role is not allowed."`,
      help: `Name a role of account ${account}; or write smsSender.role: create.`,
    };
  },
};
