import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const analyticsEnded: PostureRule = {
  id: 'analytics-ended',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'No client sends events to Amazon Pinpoint.',
  why: 'AWS ended Amazon Pinpoint on 30 October 2026: nothing receives the events of a client any more, and the role that sends them is left over.',
  references: [
    'https://docs.aws.amazon.com/console/pinpoint/migration-guide',
    guide('cognito-user-pools-pinpoint-integration'),
  ],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        clients:
          web:
            authFlows: [srp]
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            analyticsApplicationArn: arn:aws:mobiletargeting:eu-west-1:123456789012:apps/0123456789abcdef
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients'))
      for (const setting of ['analyticsApplicationArn', 'analyticsApplicationId'] as const)
        if (settings[setting] !== undefined)
          yield {
            path: path(setting),
            message: `${name(setting)} names a Pinpoint project, and Amazon Pinpoint ended on 2026-10-30: it does nothing; expected no analytics.`,
            help: `Remove the analytics settings of ${name()}; delete their role once no client has it.`,
          };
  },
};
