import { factorsOf, onlyRecovery } from '../kit/factors.js';
import { api, guide, providerResource } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const emailMfaNeedsOtherRecovery: RefusalRule = {
  id: 'email-mfa-needs-other-recovery',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'With e-mail MFA, e-mail cannot be the only way to recover an account.',
  why:
    'Who reads a user’s mail could reset the password and then receive the second factor: one channel would be both. ' +
    'AWS wants another way of recovery, and does not send a reset code to the channel that is a user’s second factor.',
  references: [
    guide('user-pool-settings-mfa'),
    api('AccountRecoverySettingType'),
    providerResource('cognito_user_pool'),
  ],
  sets: ['recommended'],
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
          mechanisms: [email]
      `,
    ],
  },
  *check(input) {
    if (!factorsOf(input).email || onlyRecovery(input) !== 'email') return;
    yield {
      path: ['accountRecovery', 'mechanisms'],
      message:
        'accountRecovery.mechanisms is e-mail alone but mfa.email is true; AWS refuses a channel as the only recovery ' +
        'when it is a second factor too.',
      help: 'Write accountRecovery.mechanisms: [phone, email].',
    };
  },
};
