import { foreignArns } from '../kit/arns.js';
import { guide, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

/** Where the Pinpoint projects are of pools whose own Region has no Pinpoint. */
const STAND_IN = 'us-east-1';

export const analyticsInOtherRegion: RefusalRule = {
  id: 'analytics-in-other-region',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A Pinpoint project is in the Region of the pool, or in us-east-1.',
  why:
    'Cognito sends events to Pinpoint in the Region of the pool; for Regions without Pinpoint to us-east-1. A project ' +
    'elsewhere is refused, in words that sound as if that Region had no Pinpoint.',
  references: [guide('cognito-user-pools-pinpoint-integration'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        clients:
          web:
            analyticsApplicationArn: arn:aws:mobiletargeting:us-east-1:123456789012:apps/0123456789abcdef0123456789abcdef
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            analyticsApplicationArn: arn:aws:mobiletargeting:ap-northeast-1:123456789012:apps/0123456789abcdef0123456789abcdef
      `,
    ],
  },
  *check(input) {
    const own = input.spec.pool.region;
    for (const { what, place, path, name, parts } of foreignArns(input)) {
      if (what !== 'region' || place.service !== 'mobiletargeting') continue;
      yield {
        path,
        message:
          `${name} is in ${parts.region}, but the pool is in ${own}; AWS would answer "The integration ` +
          `with Pinpoint is not supported for the requested ${parts.region} region."`,
        help: `Name a project in ${own}${own === STAND_IN ? '' : `, or in ${STAND_IN} where ${own} has no Pinpoint`}.`,
      };
    }
  },
};
