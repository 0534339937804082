import { factorsOf } from '../kit/factors.js';
import { api, guide } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const totpOnlySecondFactor: PostureRule = {
  id: 'totp-only-second-factor',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Users who lose the device with their authenticator app have a way back.',
  why:
    'Cognito has no recovery codes: with the phone that held the app, the only second factor is gone, and a new password ' +
    'does not help. Such a user waits for an administrator. Ways out: a second factor of another kind beside TOTP, passkeys ' +
    'that count as multi-factor, or a support process that identifies the caller before it deletes the app ' +
    '(AdminDeleteSoftwareToken, `poolward users reset-totp`): whoever knows the password may register the next one.',
  references: [guide('user-pool-settings-mfa-totp'), api('AdminDeleteSoftwareToken')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        mfa:
          mode: required
          totp: true
          email: true
          emailSubject: Your sign-in code
        emailSender:
          service: ses
          identity: no-reply@example.com
        accountRecovery:
          mechanisms: [phone, email]
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: required
          totp: true
      `,
    ],
  },
  *check(input) {
    const { sms, totp, email } = factorsOf(input);
    if (!totp || sms || email || section(input, 'mfa').passkeys || !servesOwnUsers(input)) return;
    yield {
      path: ['mfa', 'totp'],
      message:
        'mfa.totp is the only second factor: a user who loses the device with the authenticator app cannot sign in any more.',
      help:
        'Add mfa.email: true (needs an SES sender) or mfa.passkeys: true; or accept this finding with the support process ' +
        'that deletes the app (`poolward users reset-totp`) after it has made sure who asks.',
    };
  },
};
