import { hasEmailChallenge } from '../kit/made.js';
import { api, guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const emailChallengeNeedsCustomFlow: RefusalRule = {
  id: 'email-challenge-needs-custom-flow',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'A pool with an e-mail challenge has a client that allows the custom flow.',
  why:
    'Cognito calls the functions of a custom challenge in the flow CUSTOM_AUTH alone. Where no client allows it, they are ' +
    'deployed and never run: nobody is asked for a code.',
  references: [guide('user-pool-lambda-challenge'), api('CreateUserPoolClient')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        emailChallenge:
          from: no-reply@example.com
          identity: example.com
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
        clients:
          web:
            authFlows: [srp]
      `,
      yaml`
        emailChallenge:
          from: no-reply@example.com
          identity: example.com
      `,
    ],
  },
  *check(input) {
    if (!hasEmailChallenge(input)) return;
    if (
      objects(input, 'clients').some(({ settings }) =>
        settings.authFlows?.some((flow) => /^(custom|legacyCustomOnly)$/.test(flow)),
      )
    )
      return;
    yield {
      path: ['emailChallenge'],
      message: 'emailChallenge makes a challenge, but no client allows the flow custom, so that it is never asked.',
      help: 'Write authFlows: [custom] at the clients that shall ask for the code.',
    };
  },
};
