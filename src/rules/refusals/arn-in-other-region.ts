import { foreignArns } from '../kit/arns.js';
import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const arnInOtherRegion: RefusalRule = {
  id: 'arn-in-other-region',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'What a pool uses in one Region only is named in that Region.',
  why: 'A KMS key is used in its own Region, the certificate of a domain of your own is in us-east-1 wherever the pool is, and End User Messaging sends from the Region of the pool.',
  references: [
    api('CustomDomainConfigType'),
    'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html',
  ],
  sets: ['recommended'],

  examples: {
    valid: [
      yaml`
        domains:
          auth.example.com:
            certificate: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
      `,
      yaml`
        encryption:
          kmsKey: arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555
      `,
    ],
    invalid: [
      yaml`
        domains:
          auth.example.com:
            certificate: arn:aws:acm:eu-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
      `,
      yaml`
        encryption:
          kmsKey: arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555
      `,
    ],
  },
  *check(input) {
    for (const { what, path, name, parts, place, allowed } of foreignArns(input)) {
      if (what !== 'region' || JUDGED_ALONE.includes(place.service)) continue;
      yield {
        path,
        message: `${name} is in ${parts.region || 'no Region'}, but a pool in ${input.spec.pool.region} takes one in ${allowed.join(' or ')} only.`,
        help: `Name one in ${allowed.join(' or ')}.`,
      };
    }
  },
};

/** AWS’s own words for these are known: trigger-in-other-region, ses-region-not-allowed, analytics-in-other-region. */
const JUDGED_ALONE: readonly string[] = ['lambda', 'ses', 'mobiletargeting'];
