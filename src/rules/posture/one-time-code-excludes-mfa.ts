import { factorsOf } from '../kit/factors.js';
import { items } from '../kit/items.js';
import { api, guide } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const CHANNEL: Readonly<Record<string, string>> = { emailOtp: 'mailbox', smsOtp: 'phone number' };

export const oneTimeCodeExcludesMfa: PostureRule = {
  id: 'one-time-code-excludes-mfa',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A pool that offers MFA does not let a one-time code sign in alone.',
  why:
    'A code by e-mail or SMS as first factor is the only one that Cognito asks for: MFA can never become required while it ' +
    'is allowed, and with MFA optional each user has either of the two. Who has not set up MFA signs in with the mailbox ' +
    'or phone alone; who has, cannot use the code any more.',
  references: [guide('user-pool-settings-mfa'), api('SignInPolicyType')],
  sets: ['recommended'],
  controls: { nist80053: ['IA-2(1)', 'IA-2(2)'], pciDss: ['8.5.1'] },
  examples: {
    valid: [
      yaml`
        signIn:
          firstFactors: [password, emailOtp]
      `,
      yaml`
        signIn:
          firstFactors: [password, passkey]
        mfa:
          mode: optional
          totp: true
      `,
    ],
    invalid: [
      yaml`
        signIn:
          firstFactors: [password, emailOtp]
        mfa:
          mode: optional
          totp: true
      `,
    ],
  },
  *check(input) {
    if (!factorsOf(input).on || !servesOwnUsers(input)) return;
    const { firstFactors } = section(input, 'signIn');
    for (const { item, path } of items(firstFactors, ['signIn', 'firstFactors'], (factor) => factor in CHANNEL))
      yield {
        path,
        message: `signIn.firstFactors has ${item} while mfa.mode is not off: users without a second factor sign in with their ${CHANNEL[item]} alone, and those with one cannot use it.`,
        help: `Remove ${item} from signIn.firstFactors (passkey is a first factor that resists phishing); or write mfa.mode: off, where one factor is enough.`,
      };
  },
};
