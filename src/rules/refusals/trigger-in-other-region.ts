import { foreignArns } from '../kit/arns.js';
import { guide, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const triggerInOtherRegion: RefusalRule = {
  id: 'trigger-in-other-region',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A trigger is a function in the Region of the pool.',
  why: 'Cognito calls functions of its own Region only; another account is fine.',
  references: [guide('cognito-user-identity-pools-working-with-aws-lambda-triggers'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        pool:
          region: eu-west-1
        triggers:
          preSignUp: arn:aws:lambda:eu-west-1:210987654321:function:sign-up
      `,
    ],
    invalid: [
      yaml`
        pool:
          region: eu-west-1
        triggers:
          preSignUp: arn:aws:lambda:us-east-1:123456789012:function:sign-up
      `,
    ],
  },
  *check(input) {
    for (const { what, place, path, name, parts, allowed } of foreignArns(input)) {
      if (what !== 'region' || place.service !== 'lambda') continue;
      yield {
        path,
        message: `${name} is a function in ${parts.region}, but the pool is in ${allowed.join()}; AWS would answer "Cross-region lambda functions are not supported".`,
        help: `Name a function in ${allowed.join()}.`,
      };
    }
  },
};
