import { api, SECURITY_HUB } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const DAYS = 7;

export const temporaryPasswordLongLived: PostureRule = {
  id: 'temporary-password-long-lived',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A temporary password ends after a week.',
  why:
    'It lies in a mailbox, and signs in whoever finds it first: an invitation that was never taken up is an account with ' +
    'a known password. An expired one is sent again by an administrator in one call.',
  references: [api('PasswordPolicyType'), SECURITY_HUB],
  sets: ['recommended'],
  controls: { securityHub: ['Cognito.3'] },
  examples: {
    valid: [
      yaml`
        passwordPolicy:
          temporaryPasswordDays: 3
      `,
      yaml`
        passwordPolicy:
          temporaryPasswordDays: 0
      `,
    ],
    invalid: [
      yaml`
        passwordPolicy:
          temporaryPasswordDays: 90
      `,
    ],
  },
  *check(input) {
    const { temporaryPasswordDays = DAYS } = section(input, 'passwordPolicy');
    if (temporaryPasswordDays <= DAYS || !servesOwnUsers(input)) return;
    yield {
      path: ['passwordPolicy', 'temporaryPasswordDays'],
      message: `passwordPolicy.temporaryPasswordDays is ${temporaryPasswordDays}; expected at most ${DAYS}.`,
      help: `Leave passwordPolicy.temporaryPasswordDays out (${DAYS} days), or write fewer.`,
    };
  },
};
