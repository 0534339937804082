import { api, guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const replicaNeedsMultiRegionKey: RefusalRule = {
  id: 'replica-needs-multi-region-key',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'A pool with replicas is encrypted with a multi-Region key of yours.',
  why:
    'A replica in another Region reads the same data, so that the key must exist there too. The ids of multi-Region keys ' +
    'begin with mrk-.',
  references: [guide('user-pool-multi-region'), api('KeyConfigurationType'), api('CreateUserPoolReplica')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        encryption:
          key: customerManaged
          kmsKey: arn:aws:kms:eu-west-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef
        replicas:
          eu-central-1: {}
      `,
    ],
    invalid: [
      yaml`
        replicas:
          eu-central-1: {}
      `,
      yaml`
        encryption:
          key: customerManaged
          kmsKey: arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555
        replicas:
          eu-central-1: {}
      `,
    ],
  },
  *check(input) {
    const [first] = objects(input, 'replicas');
    if (!first) return;
    const { key, kmsKey } = section(input, 'encryption');
    // An alias does not tell which key it stands for.
    if (key === 'customerManaged' && kmsKey && !/:key\/(?!mrk-)/.test(kmsKey)) return;
    const found = key === 'customerManaged' && kmsKey ? 'a key of one Region' : 'no key of yours';
    yield {
      path: first.path(),
      message: `${first.name()} is a replica of a pool with ${found}; replication needs a multi-Region KMS key.`,
      help: 'Write encryption.key: customerManaged, and as encryption.kmsKey the ARN of a key whose id begins with mrk-.',
    };
  },
};
