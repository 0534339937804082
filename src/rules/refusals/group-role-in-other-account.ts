import { foreignArns } from '../kit/arns.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const groupRoleInOtherAccount: RefusalRule = {
  id: 'group-role-in-other-account',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'The role of a group is in the account of the pool.',
  why: 'Who makes a group passes its role to Cognito, and a role cannot be passed to another account.',
  references: [api('CreateGroup'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        pool:
          account: "123456789012"
        groups:
          admins:
            role: arn:aws:iam::123456789012:role/admins
      `,
    ],
    invalid: [
      yaml`
        pool:
          account: "123456789012"
        groups:
          admins:
            role: arn:aws:iam::210987654321:role/admins
      `,
    ],
  },
  *check(input) {
    for (const { what, facet, path, name, parts, allowed } of foreignArns(input)) {
      if (what !== 'account' || facet !== 'groups') continue;
      yield {
        path,
        message: `${name} is in account ${parts.account}, but the pool is in ${allowed.join()}; AWS would answer "Cross-account pass role is not allowed."`,
        help: `Name a role of account ${allowed.join()}.`,
      };
    }
  },
};
