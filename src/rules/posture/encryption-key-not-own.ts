import { intent } from '../kit/intent.js';
import { api, guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const encryptionKeyNotOwn: PostureRule = {
  id: 'encryption-key-not-own',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'The pool is encrypted with a key of your own.',
  why:
    'Every pool is encrypted at rest, by default with a key that AWS owns. With a key of your own CloudTrail shows each ' +
    'use, its policy says who may read, and disabling it takes the data away. It costs a key, and whoever deletes it ' +
    'deletes the pool.',
  references: [api('KeyConfigurationType'), guide('data-protection')],
  sets: ['strict'],
  controls: {},
  examples: {
    valid: [
      yaml`
        encryption:
          kmsKey: arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555
      `,
    ],
    invalid: [
      yaml`
        encryption:
          key: awsOwned
      `,
    ],
  },
  *check(input) {
    if (!intent(input).production || section(input, 'encryption').key === 'customerManaged') return;
    yield {
      path: ['encryption', 'key'],
      message: 'encryption.key is awsOwned in a production pool; expected a key of your own.',
      help: 'Write encryption.kmsKey with the ARN of the key, and run fix after the deploy: Terraform has no argument for it.',
    };
  },
};
