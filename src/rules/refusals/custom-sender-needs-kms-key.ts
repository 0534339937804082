import { api, guide, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const SENDERS = ['customSmsSender', 'customEmailSender'] as const;

export const customSenderNeedsKmsKey: RefusalRule = {
  id: 'custom-sender-needs-kms-key',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A function that sends messages needs a KMS key.',
  why: 'Cognito encrypts the codes and passwords that it hands to the function, and takes no such trigger without a key for that.',
  references: [guide('user-pool-lambda-custom-sender-triggers'), api('LambdaConfigType'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        triggers:
          customEmailSender: arn:aws:lambda:eu-west-1:123456789012:function:mail
          kmsKey: arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555
      `,
    ],
    invalid: [
      yaml`
        triggers:
          customSmsSender: arn:aws:lambda:eu-west-1:123456789012:function:sms
      `,
    ],
  },
  *check(input) {
    const triggers = section(input, 'triggers');
    const sender = SENDERS.find((name) => triggers[name] !== undefined);
    if (!sender || triggers.kmsKey !== undefined) return;
    yield {
      path: ['triggers', sender],
      message: `triggers.${sender} has no triggers.kmsKey; AWS would answer "KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used."`,
      help: 'Add triggers.kmsKey: the ARN of a KMS key that the function may decrypt with.',
    };
  },
};
