import { factorsOf, onlyRecovery } from '../kit/factors.js';
import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const smsMfaNeedsOtherRecovery: RefusalRule = {
  id: 'sms-mfa-needs-other-recovery',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'With SMS MFA, the phone cannot be the only way to recover an account.',
  why:
    'Who holds a user’s phone number could reset the password and then receive the second factor: one channel would ' +
    'be both. AWS refuses it.',
  references: [api('AccountRecoverySettingType'), 'https://github.com/aws/aws-cdk/issues/11478'],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        mfa:
          mode: optional
          sms: true
        smsSender:
          role: create
        accountRecovery:
          mechanisms: [email, phone]
      `,
      yaml`
        mfa:
          mode: optional
          totp: true
        accountRecovery:
          mechanisms: [phone]
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
          mechanisms: [phone]
      `,
    ],
  },
  *check(input) {
    if (!factorsOf(input).sms || onlyRecovery(input) !== 'phone') return;
    yield {
      path: ['accountRecovery', 'mechanisms'],
      message:
        'accountRecovery.mechanisms is the phone alone but mfa.sms is true; AWS would answer "Invalid account recovery ' +
        'setting parameter. Account Recovery Setting cannot use verified_phone_number as a recovery mechanism when SMS ' +
        'MFA is configured."',
      help: 'Write accountRecovery.mechanisms: [email, phone].',
    };
  },
};
