import { intent } from '../kit/intent.js';
import { asksForCodes } from '../kit/made.js';
import { guide, SECURITY_HUB } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const noSecondFactor: PostureRule = {
  id: 'no-second-factor',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Users who sign in with a password can have a second factor.',
  why:
    'Passwords are reused, phished and leaked; with MFA off, whoever has one is in, and a user who wants more protection ' +
    'cannot have it. A pool that also offers passkeys or one-time codes is not meant here, and neither is one whose users ' +
    'all come from other providers: their factors are asked there. An e-mail challenge is a second factor too.',
  references: [guide('user-pool-settings-mfa'), SECURITY_HUB],
  sets: ['recommended'],
  controls: { securityHub: ['Cognito.5'], nist80053: ['IA-2(1)', 'IA-2(2)'], pciDss: ['8.4.2'] },
  examples: {
    valid: [
      yaml`
        mfa:
          mode: optional
          totp: true
      `,
      yaml`
        pool:
          audience: machines
      `,
      yaml`
        pool:
          environment: development
      `,
      yaml`
        signIn:
          firstFactors: [password, passkey]
      `,
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
        pool:
          audience: customers
        mfa:
          mode: off
      `,
    ],
  },
  *check(input) {
    // Of a workforce more is expected: workforce-mfa-not-required.
    if (section(input, 'mfa').mode !== 'off' || intent(input).audience === 'workforce') return;
    const { firstFactors = [] } = section(input, 'signIn');
    if (firstFactors.some((factor) => factor !== 'password') || !servesOwnUsers(input)) return;
    if (asksForCodes(input)) return;
    yield {
      path: ['mfa', 'mode'],
      message:
        'mfa.mode is off in a production pool whose users sign in with a password alone; expected optional or required.',
      help: 'Write mfa.mode: optional and mfa.totp: true, or mode: required where everybody shall have a second factor.',
    };
  },
};
