import { hasSmsSender } from '../kit/factors.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const smsTextWithoutSender: PostureRule = {
  id: 'sms-text-without-sender',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'A text for SMS is there only where SMS are sent.',
  why: 'Without an SMS sender nobody receives the text. It is left over from a sender that is gone, or the sender is missing.',
  references: [guide('user-pool-sms-settings')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        verification:
          smsMessage: "Your code is {####}"
        smsSender:
          role: create
      `,
      yaml`
        verification:
          smsMessage: "Your code is {####}"
        triggers:
          customSmsSender: arn:aws:lambda:eu-west-1:123456789012:function:texts
          kmsKey: arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555
      `,
    ],
    invalid: [
      yaml`
        verification:
          smsMessage: "Your code is {####}"
      `,
      yaml`
        signUp:
          invitationSmsMessage: "User name {username}, password {####}"
      `,
    ],
  },
  *check(input) {
    if (hasSmsSender(input) || section(input, 'triggers').customSmsSender !== undefined) return;
    const { mfa, verification, signUp } = input.spec;
    const texts = {
      'mfa.smsMessage': mfa?.smsMessage,
      'verification.smsMessage': verification?.smsMessage,
      'signUp.invitationSmsMessage': signUp?.invitationSmsMessage,
    };
    // What the spec itself says: live pools keep texts that nobody wrote.
    for (const [name, text] of Object.entries(texts))
      if (text !== undefined)
        yield {
          path: name.split('.'),
          message: `${name} is a text for SMS, but the pool has no SMS sender: nobody receives it.`,
          help: `Write smsSender with role: create; or remove ${name}.`,
        };
  },
};
