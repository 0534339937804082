import { keptElsewhere } from '../kit/elsewhere.js';
import { guide } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const messageFailuresNotLogged: PostureRule = {
  id: 'message-failures-not-logged',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'Errors of the messages that Cognito sends are kept.',
  why:
    'When SES or SNS refuses a message, Cognito still answers that a code is on its way. Users wait for it, and the ' +
    'reason stands in no log but the one that is exported.',
  references: [guide('exporting-quotas-and-usage')],
  sets: ['strict'],
  controls: {},
  examples: {
    valid: [
      yaml`
        clients:
          app:
            authFlows: [srp]
        logs:
          userNotification:
            logGroup: arn:aws:logs:eu-west-1:123456789012:log-group:/cognito/messages
        terraform:
          providerVersion: ">= 6.5.0, < 7.0.0"
      `,
    ],
    invalid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: audit
        clients:
          app:
            authFlows: [srp]
        logs:
          userAuthEvents:
            bucket: arn:aws:s3:::acme-sign-ins
        terraform:
          providerVersion: ">= 6.5.0, < 7.0.0"
      `,
    ],
  },
  *check(input) {
    if (!servesOwnUsers(input)) return;
    if (section(input, 'logs').userNotification !== undefined || keptElsewhere(input, 'logs', 'userNotification'))
      return;
    yield {
      path: ['logs', 'userNotification'],
      message: 'logs.userNotification is left out, so that nobody learns why a code did not arrive.',
      help: 'Write logs.userNotification with a logGroup (terraform.providerVersion ">= 6.5.0" or newer).',
    };
  },
};
