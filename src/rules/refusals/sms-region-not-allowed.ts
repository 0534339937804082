import { SNS_REGIONS } from '../../facets/kit/regions.js';
import { api, guide, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const smsRegionNotAllowed: RefusalRule = {
  id: 'sms-region-not-allowed',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'SMS are sent from a Region that Cognito allows for the pool.',
  why:
    'SNS sends from the Region of the pool, or from the one that stands in for it; End User Messaging from the Region of ' +
    'the pool alone. The answer for SNS was recorded in us-east-1; for other Regions this rule follows the developer ' +
    'guide, and says nothing about those that the guide does not list.',
  references: [guide('user-pool-sms-settings'), api('EumsSmsConfigurationType'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        pool:
          region: eu-central-1
        smsSender:
          role: arn:aws:iam::123456789012:role/cognito-sms
          externalId: acme
          region: eu-west-1
      `,
    ],
    invalid: [
      yaml`
        smsSender:
          role: arn:aws:iam::123456789012:role/cognito-sms
          externalId: acme
          region: ap-northeast-1
      `,
      yaml`
        smsSender:
          eumsRole: arn:aws:iam::123456789012:role/cognito-sms
          eumsRegion: eu-central-1
      `,
    ],
  },
  *check(input) {
    const own = input.spec.pool.region;
    const { region, eumsRegion } = section(input, 'smsSender');
    const allowed = SNS_REGIONS[own];
    if (region && allowed && !allowed.includes(region))
      yield {
        path: ['smsSender', 'region'],
        message: `smsSender.region is ${region}; AWS would answer "Invalid snsRegion. Allowed SNS region for ${own} is ${allowed.join(', ')}".`,
        help: `Write ${allowed.join(' or ')}.`,
      };
    if (eumsRegion && eumsRegion !== own)
      yield {
        path: ['smsSender', 'eumsRegion'],
        message: `smsSender.eumsRegion is ${eumsRegion}, but End User Messaging sends from the Region of the pool, ${own}, only.`,
        help: `Write ${own}, or remove smsSender.eumsRegion.`,
      };
  },
};
