import { LEVEL_OF } from '../../facets/logs.js';
import { api, providerIssue } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const logLevelOfSource: RefusalRule = {
  id: 'log-level-of-source',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'Each source of logs has one level.',
  why: 'Messages that failed are logged at level error, what users do at sign-in at level info; AWS takes no other pair.',
  references: [api('LogConfigurationType'), providerIssue(47790)],
  sets: ['recommended'],

  examples: {
    valid: [
      yaml`
        logs:
          userNotification:
            level: error
            logGroup: arn:aws:logs:eu-west-1:123456789012:log-group:/cognito/messages
        terraform:
          providerVersion: ">= 6.5.0, < 7.0.0"
      `,
    ],
    invalid: [
      yaml`
        logs:
          userNotification:
            level: info
            logGroup: arn:aws:logs:eu-west-1:123456789012:log-group:/cognito/messages
        terraform:
          providerVersion: ">= 6.5.0, < 7.0.0"
      `,
      yaml`
        pool:
          tier: plus
        logs:
          userAuthEvents:
            level: error
            bucket: arn:aws:s3:::acme-sign-ins
        terraform:
          providerVersion: ">= 6.5.0, < 7.0.0"
      `,
    ],
  },
  *check(input) {
    const logs = section(input, 'logs');
    for (const source of ['userNotification', 'userAuthEvents'] as const) {
      const level = logs[source]?.level;
      if (level === undefined || level === LEVEL_OF[source]) continue;
      yield {
        path: ['logs', source, 'level'],
        message: `logs.${source}.level is ${level}, but AWS logs this source at level ${LEVEL_OF[source]} only.`,
        help: `Write ${LEVEL_OF[source]}, or remove the level.`,
      };
    }
  },
};
