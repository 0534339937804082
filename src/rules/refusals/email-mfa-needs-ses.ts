import { factorsOf } from '../kit/factors.js';
import { api, guide, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const emailMfaNeedsSes: RefusalRule = {
  id: 'email-mfa-needs-ses',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'E-mail MFA needs an SES sender of your own.',
  why: 'Cognito’s own sender may send 50 mails a day and is not allowed for codes at sign-in: AWS refuses the pair.',
  references: [guide('user-pool-settings-mfa-sms-email-message'), api('EmailMfaConfigType'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        mfa:
          mode: optional
          email: true
          emailSubject: Your sign-in code
        emailSender:
          service: ses
          identity: no-reply@example.com
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: optional
          email: true
          emailSubject: Your sign-in code
      `,
    ],
  },
  *check(input) {
    if (!factorsOf(input).email || section(input, 'emailSender').service === 'ses') return;
    yield {
      path: ['mfa', 'email'],
      message:
        'mfa.email is true but emailSender.service is cognito; AWS would answer "Cannot set EmailMfaConfiguration when ' +
        'user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT."',
      help: 'Write emailSender with service: ses and the identity that sends; or choose another factor.',
    };
  },
};
