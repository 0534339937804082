import { parseArn } from '../../facets/kit/arn.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const triggerInOtherAccount: PostureRule = {
  id: 'trigger-in-other-account',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'The functions that decide over sign-ins are in the account of the pool.',
  why:
    'A trigger sees users and decides who signs in and what stands in their tokens. In another account it is changed ' +
    'by people whom nobody here can see, and its permission is easily left behind when the account changes hands.',
  references: [guide('cognito-user-identity-pools-working-with-aws-lambda-triggers')],
  sets: ['strict'],
  controls: {},
  examples: {
    valid: [
      yaml`
        triggers:
          preSignUp: arn:aws:lambda:eu-west-1:123456789012:function:sign-up
      `,
    ],
    invalid: [
      yaml`
        triggers:
          preTokenGeneration: arn:aws:lambda:eu-west-1:210987654321:function:claims
      `,
    ],
  },
  *check(input) {
    const { account } = input.spec.pool;
    for (const [trigger, value] of Object.entries(section(input, 'triggers'))) {
      const other = typeof value === 'string' && value.includes(':lambda:') ? parseArn(value)?.account : undefined;
      if (other === undefined || other === account) continue;
      yield {
        path: ['triggers', trigger],
        message: `triggers.${trigger} is a function of the account ${other}, and should be of ${account}, the pool’s own.`,
        help: 'Move the function into the account of the pool, or accept it with the name of its owner.',
      };
    }
  },
};
