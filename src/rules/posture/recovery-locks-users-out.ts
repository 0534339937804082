import { FACTOR, lockingChannel, OTHER } from '../kit/channels.js';
import { guide } from '../kit/pages.js';
import { hasOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const recoveryLocksUsersOut: PostureRule = {
  id: 'recovery-locks-users-out',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'The address that receives the second factor is not the first choice of recovery too.',
  why:
    'Cognito does not send second factors to the channel that recovers the password. Where MFA is required, a user whose ' +
    'only address is on that channel, and who has no authenticator app, gets an error instead of a code: sign-in ends there ' +
    'until somebody adds another address.',
  references: [guide('user-pool-settings-mfa')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        mfa:
          mode: required
          email: true
          emailSubject: Your sign-in code
        emailSender:
          service: ses
          identity: no-reply@example.com
        accountRecovery:
          mechanisms: [phone, email]
      `,
      yaml`
        mfa:
          mode: required
          email: true
          totp: true
          emailSubject: Your sign-in code
        emailSender:
          service: ses
          identity: no-reply@example.com
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: required
          email: true
          emailSubject: Your sign-in code
        emailSender:
          service: ses
          identity: no-reply@example.com
        accountRecovery:
          mechanisms: [email, phone]
      `,
    ],
  },
  *check(input) {
    const channel = lockingChannel(input);
    if (channel === undefined || !hasOwnUsers(input)) return;
    const other = OTHER[channel];
    yield {
      path: ['accountRecovery', 'mechanisms'],
      message: `accountRecovery.mechanisms begins with ${channel} while ${FACTOR[channel]} is the required second factor: who has no ${other} to fall back on gets an error at sign-in.`,
      help: `Write accountRecovery.mechanisms: [${other}, ${channel}]; or add mfa.totp: true.`,
    };
  },
};
