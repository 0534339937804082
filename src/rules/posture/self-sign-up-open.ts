import { intent } from '../kit/intent.js';
import { guide } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const selfSignUpOpen: PostureRule = {
  id: 'self-sign-up-open',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'Only people who were invited have an account.',
  why:
    'Open registration is what a shop wants, and what bots use to make accounts by the thousand, each a monthly active ' +
    'user and a mail or SMS on your bill. Where customers come by contract, their accounts can come by invitation.',
  references: [guide('user-pool-settings-admin-create-user-policy')],
  sets: ['strict'],
  controls: {},
  examples: {
    valid: [
      yaml`
        signUp:
          selfSignUp: false
      `,
    ],
    invalid: [
      yaml`
        signUp:
          selfSignUp: true
      `,
    ],
  },
  *check(input) {
    // Of a workforce more is expected: workforce-self-sign-up.
    if (!section(input, 'signUp').selfSignUp || intent(input).audience === 'workforce') return;
    if (!servesOwnUsers(input)) return;
    yield {
      path: ['signUp', 'selfSignUp'],
      message:
        'signUp.selfSignUp is true in a production pool: anybody who has a client id may register; expected false.',
      help: 'Write signUp.selfSignUp: false; or accept this finding where anybody is meant to register.',
    };
  },
};
