import { api, guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const replicaWithOriginalIssuer: PostureRule = {
  id: 'replica-with-original-issuer',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A pool with replicas issues its tokens under the multi-Region issuer.',
  why: 'Tokens name their issuer, and whoever verifies them fetches its keys there. The original issuer lives in the Region of the pool: while that Region is down, the tokens of a replica cannot be verified. AWS wants the updated issuer for replication.',
  references: [guide('user-pool-multi-region'), api('IssuerConfigurationType')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        encryption:
          kmsKey: arn:aws:kms:eu-west-1:123456789012:key/mrk-11111111222233334444555555555555
        tokens:
          issuer: updated
        replicas:
          eu-central-1:
      `,
    ],
    invalid: [
      yaml`
        encryption:
          kmsKey: arn:aws:kms:eu-west-1:123456789012:key/mrk-11111111222233334444555555555555
        replicas:
          eu-central-1:
      `,
    ],
  },
  *check(input) {
    const [first] = objects(input, 'replicas');
    if (section(input, 'tokens').issuer === 'updated' || !first) return;
    yield {
      path: first.path(),
      message:
        'tokens.issuer is original although the pool has replicas: their tokens depend on the Region of the pool; expected updated.',
      help: 'Write tokens.issuer: updated, after every application accepts the new issuer.',
    };
  },
};
