import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const placeholderSentAsItStands: PostureRule = {
  id: 'placeholder-sent-as-it-stands',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Texts of codes have no placeholder that Cognito does not fill in.',
  why: '{username} is filled in in invitations only. In a verification or sign-in message it is sent as it stands, and users read {username}.',
  references: [
    guide('cognito-user-pool-settings-message-customizations'),
    'https://github.com/aws/aws-cdk/issues/12931',
    'https://github.com/aws-amplify/amplify-js/issues/1480',
  ],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        verification:
          emailMessage: "Your code is {####}"
        signUp:
          invitationSmsMessage: "User name {username}, password {####}"
      `,
      yaml`
        triggers:
          customMessage: arn:aws:lambda:eu-west-1:123456789012:function:texts
        verification:
          emailMessage: "Hello {username}, your code is {####}"
      `,
    ],
    invalid: [
      yaml`
        verification:
          emailMessage: "Hello {username}, your code is {####}"
          smsMessage: "Hello {username}, your code is {####}"
      `,
    ],
  },
  *check(input) {
    // A function of one’s own may fill in what it likes.
    if (section(input, 'triggers').customMessage !== undefined) return;
    for (const [facet, settings] of Object.entries(TEXTS))
      for (const setting of settings) {
        const text = (section(input, facet as 'mfa') as Readonly<Record<string, unknown>>)[setting];
        if (typeof text !== 'string' || !text.includes('{username}')) continue;
        yield {
          path: [facet, setting],
          message: `${facet}.${setting} has {username}, which Cognito fills in in invitations only; users would read it as it stands.`,
          help: 'Take {username} out, or word the message with a customMessage trigger.',
        };
      }
  },
};

/** Every text that holds a code or a link, and its subject. */
const TEXTS = {
  verification: ['emailSubject', 'emailMessage', 'linkEmailSubject', 'linkEmailMessage', 'smsMessage'],
  mfa: ['smsMessage', 'emailSubject', 'emailMessage'],
} as const;
