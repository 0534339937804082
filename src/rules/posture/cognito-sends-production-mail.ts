import { recoveryChannels } from '../kit/channels.js';
import { guide } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PoolInput, PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const cognitoSendsProductionMail: PostureRule = {
  id: 'cognito-sends-production-mail',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A production pool sends its mails through SES.',
  why:
    'Cognito’s own sender stops after 50 mails a day for the whole account; AWS offers it for tests. The 51st user cannot ' +
    'confirm an address or reset a password, and nothing but their complaint tells you. SES has a quota of its own, your ' +
    'domain as sender, and reports what bounced.',
  references: [guide('user-pool-email'), guide('quotas')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        verification:
          autoVerify: [email]
        emailSender:
          service: ses
          identity: no-reply@example.com
      `,
      yaml`
        signIn:
          usernameAttributes: [phone]
        signUp:
          selfSignUp: true
        smsSender:
          role: create
        verification:
          autoVerify: [phone]
        accountRecovery:
          mechanisms: [phone]
      `,
    ],
    invalid: [
      yaml`
        verification:
          autoVerify: [email]
        emailSender:
          service: cognito
      `,
    ],
  },
  *check(input) {
    if (section(input, 'emailSender').service !== 'cognito' || !sendsMail(input) || !servesOwnUsers(input)) return;
    yield {
      path: ['emailSender', 'service'],
      message:
        'emailSender.service is cognito in a production pool: it sends 50 mails a day, and then no more; expected ses.',
      help: 'Write emailSender with service: ses, identity and from (createIdentity: true makes the identity).',
    };
  },
};

/** A function of the pool's own may send instead. */
function sendsMail(input: PoolInput): boolean {
  if (section(input, 'triggers').customEmailSender !== undefined) return false;
  const { autoVerify = [] } = section(input, 'verification');
  return autoVerify.includes('email') || recoveryChannels(input).includes('email');
}
