import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const encryptionKeyMismatch: RefusalRule = {
  id: 'encryption-key-mismatch',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'A key of yours has an ARN, and AWS’s own has none.',
  why: 'Without an ARN AWS uses a key of its own, whatever the type says.',
  references: [api('KeyConfigurationType')],
  sets: ['recommended'],
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
          key: customerManaged
      `,
      yaml`
        encryption:
          key: awsOwned
          kmsKey: arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555
      `,
    ],
  },
  *check(input) {
    const { key, kmsKey } = section(input, 'encryption');
    if ((key === 'customerManaged') === (kmsKey !== undefined)) return;
    yield {
      path: ['encryption', 'key'],
      message: `encryption.key is ${key} but encryption.kmsKey is ${kmsKey === undefined ? 'missing' : 'given'}.`,
      help: 'Write encryption.kmsKey alone for a key of yours, and nothing for one of AWS’s.',
    };
  },
};
