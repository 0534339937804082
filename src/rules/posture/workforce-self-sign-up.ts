import { intent } from '../kit/intent.js';
import { api, guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const workforceSelfSignUp: PostureRule = {
  id: 'workforce-self-sign-up',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'Employees are invited; nobody registers as one.',
  why:
    'With self sign-up open, anybody on the internet who has the client id, which every browser shows, makes an account by ' +
    'the API and gets tokens of the workforce’s pool, whether or not a page offers it. It is Cognito’s default. A pool with a ' +
    'pre-sign-up function is passed over: who gets past that, no spec tells.',
  references: [guide('user-pool-settings-admin-create-user-policy'), api('AdminCreateUserConfigType')],
  sets: ['recommended'],
  controls: { nist80053: ['AC-2'], pciDss: ['8.2.4'] },
  examples: {
    valid: [
      yaml`
        pool:
          audience: workforce
        signUp:
          selfSignUp: false
      `,
      yaml`
        pool:
          audience: customers
      `,
    ],
    invalid: [
      yaml`
        pool:
          audience: workforce
        signUp:
          selfSignUp: true
      `,
    ],
  },
  *check(input) {
    const { audience, production } = intent(input);
    if (audience !== 'workforce' || !production || !section(input, 'signUp').selfSignUp) return;
    if (section(input, 'triggers').preSignUp !== undefined) return;
    yield {
      path: ['signUp', 'selfSignUp'],
      message: 'signUp.selfSignUp is true in a production pool whose audience is workforce; expected false.',
      help: 'Write signUp.selfSignUp: false, and invite people with AdminCreateUser.',
    };
  },
};
