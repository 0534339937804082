import { items } from '../kit/items.js';
import { guide, rfc9700 } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const clientTakesPasswords: PostureRule = {
  id: 'client-takes-passwords',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'No client handles passwords in plain text.',
  why:
    'With the password flow the application holds the password and sends it as it is: a log, a crash report or a ' +
    'script in the page then has it too. With SRP it never leaves the device, and on managed login the application ' +
    'never sees it. Only a migration trigger needs it, because it must show the password to the old system.',
  references: [rfc9700('2.4'), guide('amazon-cognito-user-pools-authentication-flow-methods')],
  sets: ['recommended'],
  controls: { rfc9700: ['2.4'] },
  examples: {
    valid: [
      yaml`
        clients:
          app:
            authFlows: [srp, refreshToken]
      `,
      yaml`
        triggers:
          userMigration: arn:aws:lambda:eu-west-1:123456789012:function:migrate
        clients:
          app:
            authFlows: [password, refreshToken]
      `,
    ],
    invalid: [
      yaml`
        clients:
          app:
            authFlows: [srp, password, refreshToken]
      `,
      yaml`
        clients:
          old:
            authFlows: [legacyPassword]
      `,
    ],
  },
  *check(input) {
    if (section(input, 'triggers').userMigration !== undefined) return;
    for (const { settings, path, name } of objects(input, 'clients')) {
      for (const { item, path: at } of items(settings.authFlows, path('authFlows'), (flow) => FLOWS.includes(flow))) {
        yield {
          path: at,
          message: `${name('authFlows')} has ${item}, with which the application sends the password itself; it should have srp.`,
          help: 'Use srp instead, or sign users in on managed login; password is for the time of a migration.',
        };
      }
    }
  },
};

const FLOWS: readonly string[] = ['password', 'legacyPassword'];
