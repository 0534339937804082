import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const TRIO = ['analyticsApplicationId', 'analyticsRole', 'analyticsExternalId'] as const;

export const analyticsNeedsArnOrId: RefusalRule = {
  id: 'analytics-needs-arn-or-id',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A Pinpoint project is named by its ARN, or by its id with a role and an external id.',
  why: 'These are two ways of saying the same; AWS takes one of them, whole.',
  references: [api('AnalyticsConfigurationType'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        clients:
          web:
            analyticsApplicationArn: arn:aws:mobiletargeting:eu-west-1:123456789012:apps/0123456789abcdef
      `,
      yaml`
        clients:
          web:
            analyticsApplicationId: 0123456789abcdef
            analyticsRole: arn:aws:iam::123456789012:role/cognito-analytics
            analyticsExternalId: acme-analytics
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            analyticsApplicationId: 0123456789abcdef
      `,
      yaml`
        clients:
          web:
            analyticsApplicationArn: arn:aws:mobiletargeting:eu-west-1:123456789012:apps/0123456789abcdef
            analyticsRole: arn:aws:iam::123456789012:role/cognito-analytics
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      const arn = settings.analyticsApplicationArn !== undefined;
      const given = TRIO.filter((setting) => settings[setting] !== undefined);
      const missing = TRIO.filter((setting) => settings[setting] === undefined);
      const [first] = given;
      if (first === undefined || (!arn && missing.length === 0)) continue;
      const wrong = arn
        ? `both analyticsApplicationArn and ${given.join(', ')}`
        : `${given.join(', ')} without ${missing.join(', ')}`;
      yield {
        path: path(first),
        message:
          `${name()} has ${wrong}; AWS would answer "Invalid analytics configuration given, either <application arn> or ` +
          '<application id, role arn, external id> are valid".',
        help: arn ? `Remove ${given.join(', ')}.` : `Add ${missing.join(', ')}; or use analyticsApplicationArn alone.`,
      };
    }
  },
};
