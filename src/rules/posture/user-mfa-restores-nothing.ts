import { mfaDemands } from '../kit/mfa-demands.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const userMfaRestoresNothing: PostureRule = {
  id: 'user-mfa-restores-nothing',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Where a function restores users’ MFA after a reset, a policy says what it restores.',
  why:
    'restoreAfterReset deploys a function that applies userMfa to a user after ForgotPassword. Where userMfa demands nothing of ' +
    'anybody, a factor that was suspended for the reset stays off.',
  references: [guide('user-pool-lambda-post-confirmation')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        mfa:
          mode: optional
          totp: true
        userMfa:
          factors: [totp]
          restoreAfterReset: true
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: optional
          totp: true
        userMfa:
          restoreAfterReset: true
      `,
    ],
  },
  *check(input) {
    // A policy is the spec's own: over a live pool there is nothing to add.
    if (input.state.origin === 'live' || input.spec.userMfa?.restoreAfterReset !== true) return;
    if (mfaDemands(input).some(({ factors }) => factors.length > 0)) return;
    yield {
      path: ['userMfa', 'restoreAfterReset'],
      message: 'userMfa.restoreAfterReset is true, and userMfa demands nothing that could be restored.',
      help: 'Write userMfa.factors: [totp], say; or leave restoreAfterReset out.',
    };
  },
};
