import { factorsOf } from '../kit/factors.js';
import { guide, NIST_AUTHENTICATION } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const smsOnlySecondFactor: PostureRule = {
  id: 'sms-only-second-factor',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'SMS is not the only second factor.',
  why:
    'Phone numbers are taken over by a call to the carrier (SIM swap), and codes are phished. NIST counts SMS among the ' +
    'restricted authenticators and wants users to have another one. Each code costs money too, which bots that sign in to ' +
    'premium numbers know.',
  references: [guide('user-pool-settings-mfa-totp'), NIST_AUTHENTICATION],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        mfa:
          mode: optional
          sms: true
          totp: true
        smsSender:
          role: create
        accountRecovery:
          mechanisms: [email]
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: optional
          sms: true
        smsSender:
          role: create
        accountRecovery:
          mechanisms: [email]
      `,
    ],
  },
  *check(input) {
    const { sms, totp, email } = factorsOf(input);
    if (!sms || totp || email || section(input, 'mfa').passkeys || !servesOwnUsers(input)) return;
    yield {
      path: ['mfa', 'sms'],
      message:
        'mfa.sms is the only second factor of a production pool; expected one beside it that is not bound to a phone number.',
      help: 'Add mfa.totp: true, so that users may take an authenticator app instead.',
    };
  },
};
