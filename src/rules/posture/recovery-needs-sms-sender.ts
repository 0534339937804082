import { recoveryChannels } from '../kit/channels.js';
import { factorsOf, hasSmsSender } from '../kit/factors.js';
import { api, guide } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PoolInput, PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const recoveryNeedsSmsSender: PostureRule = {
  id: 'recovery-needs-sms-sender',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A pool that recovers passwords by phone can send SMS.',
  why:
    'AWS accepts the phone as a way of recovery in a pool that has no role to send SMS with; nobody ever gets the code. ' +
    'That is harmless while e-mail comes first and is nobody’s second factor. With e-mail MFA the phone is the only way ' +
    'that Cognito leaves, so that its users cannot reset a password at all.',
  references: [guide('user-pool-settings-mfa'), api('SmsConfigurationType')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        accountRecovery:
          mechanisms: [email, phone]
      `,
      yaml`
        mfa:
          mode: required
          email: true
          sms: true
          emailSubject: Your sign-in code
        emailSender:
          service: ses
          identity: no-reply@example.com
        smsSender:
          role: create
        accountRecovery:
          mechanisms: [phone, email]
      `,
      yaml`
        mfa:
          mode: required
          email: true
          emailSubject: Your sign-in code
        emailSender:
          service: ses
          identity: no-reply@example.com
        accountRecovery:
          mechanisms: [admin]
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
          mechanisms: [phone, email]
      `,
      yaml`
        accountRecovery:
          mechanisms: [phone]
      `,
    ],
  },
  *check(input) {
    if (!needsPhone(input) || sendsSms(input) || !servesOwnUsers(input)) return;
    yield {
      path: ['accountRecovery', 'mechanisms'],
      message: factorsOf(input).email
        ? 'accountRecovery.mechanisms leaves users of e-mail MFA the phone alone, but the pool has no SMS sender: they cannot reset a password.'
        : 'accountRecovery.mechanisms is the phone alone, but the pool has no SMS sender: nobody can reset a password.',
      help: 'Add smsSender.role: create (SMS is then a second factor too: mfa.sms: true where MFA is on); or write accountRecovery.mechanisms: [admin], and have a support process.',
    };
  },
};

/** Whether somebody can recover by phone alone. */
function needsPhone(input: PoolInput): boolean {
  const ways = recoveryChannels(input);
  return ways.includes('phone') && (ways.length === 1 || factorsOf(input).email);
}

function sendsSms(input: PoolInput): boolean {
  return hasSmsSender(input) || section(input, 'triggers').customSmsSender !== undefined;
}
