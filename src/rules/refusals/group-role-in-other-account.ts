import { parseArn } from '../../facets/kit/arn.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
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
  needs: 'spec',
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
    const { account } = input.spec.pool;
    for (const { settings, path, name } of objects(input, 'groups')) {
      const owner = settings.role === undefined ? account : parseArn(settings.role)?.account;
      if (owner === account) continue;
      yield {
        path: path('role'),
        message: `${name('role')} is in account ${owner}, but the pool is in ${account}; AWS would answer "Cross-account pass role is not allowed."`,
        help: `Name a role of account ${account}.`,
      };
    }
  },
};
