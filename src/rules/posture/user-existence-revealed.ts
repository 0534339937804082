import { eachClientOfPeople } from '../kit/clients.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const userExistenceRevealed: PostureRule = {
  id: 'user-existence-revealed',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Errors do not tell whether a user exists.',
  why:
    'Without it Cognito answers UserNotFoundException to a wrong name and NotAuthorizedException to a wrong password: ' +
    'anybody can find out which of a list of e-mail addresses have an account, and try leaked passwords on those ' +
    'alone.',
  references: [guide('cognito-user-pool-managing-errors')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        clients:
          web:
            preventUserExistenceErrors: true
      `,
      yaml`
        clients:
          worker:
            secret: true
            oauthFlows: [clientCredentials]
            oauthScopes: [orders/read]
        resourceServers:
          orders:
            scopes:
              read: Read orders
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            authFlows: [srp, refreshToken]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of eachClientOfPeople(input)) {
      if (settings.preventUserExistenceErrors) continue;
      yield {
        path: path('preventUserExistenceErrors'),
        message: `${name('preventUserExistenceErrors')} is false, so that errors tell who has an account; it should be true.`,
        help: 'Write preventUserExistenceErrors: true.',
      };
    }
  },
};
