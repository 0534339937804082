import { hasEmailChallenge } from '../kit/made.js';
import { api, guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const emailChallengeOutlivesSession: RefusalRule = {
  id: 'email-challenge-outlives-session',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'Cognito waits for the answer as long as a mailed code is good.',
  why:
    'A mail takes its time, and Cognito forgets a sign-in that is not answered within authSessionMinutes: 3 where a client ' +
    'says nothing. A mail that promises more sends its reader to a sign-in that is gone.',
  references: [api('CreateUserPoolClient'), guide('amazon-cognito-user-pools-authentication-flow')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        emailChallenge:
          from: no-reply@example.com
          identity: example.com
          minutes: 10
        clients:
          web:
            authFlows: [custom]
            authSessionMinutes: 10
          other:
            authFlows: [choice]
      `,
    ],
    invalid: [
      yaml`
        emailChallenge:
          from: no-reply@example.com
          identity: example.com
        clients:
          web:
            authFlows: [custom]
      `,
    ],
  },
  *check(input) {
    if (!hasEmailChallenge(input)) return;
    const { minutes = 0 } = section(input, 'emailChallenge');
    for (const { settings, path, name } of objects(input, 'clients')) {
      const { authFlows = [], authSessionMinutes = 3 } = settings;
      if (!authFlows.includes('custom') || authSessionMinutes >= minutes) continue;
      yield {
        path: path('authSessionMinutes'),
        message: `${name('authSessionMinutes')} is ${authSessionMinutes}, but emailChallenge.minutes is ${minutes}: the sign-in is forgotten before the code ends.`,
        help: `Write authSessionMinutes: ${minutes} or more; or emailChallenge.minutes: ${authSessionMinutes}.`,
      };
    }
  },
};
