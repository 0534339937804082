import { askedFor } from '../kit/made.js';
import { guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const triggerSetTwice: RefusalRule = {
  id: 'trigger-set-twice',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'A trigger whose function the stack makes is not named in triggers too.',
  why:
    'A pool has one function a trigger. emailChallenge and userMfa.restoreAfterReset make the functions of some triggers; ' +
    'a spec that names another one for the same trigger says two things, and one of them would never run.',
  references: [guide('cognito-user-identity-pools-working-with-aws-lambda-triggers')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        emailSender:
          service: ses
          identity: example.com
          from: no-reply@example.com
        emailChallenge:
          from: no-reply@example.com
        triggers:
          preSignUp: arn:aws:lambda:eu-west-1:123456789012:function:sign-up
        clients:
          web:
            authFlows: [custom]
            authSessionMinutes: 5
      `,
    ],
    invalid: [
      yaml`
        emailChallenge:
          from: no-reply@example.com
          identity: example.com
        triggers:
          defineAuthChallenge: arn:aws:lambda:eu-west-1:123456789012:function:define
        clients:
          web:
            authFlows: [custom]
            authSessionMinutes: 5
      `,
    ],
  },
  *check(input) {
    for (const { trigger, by } of askedFor(input))
      if (input.spec.triggers?.[trigger] !== undefined)
        yield {
          path: ['triggers', trigger],
          message: `triggers.${trigger} names a function, and ${by} has the stack make one for the same trigger.`,
          help: `Remove triggers.${trigger}; or remove ${by} and keep your own function.`,
        };
  },
};
