import { quote } from '../../spec/quote.js';
import { guide, rfc9700 } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const resourceServerScopeBroad: PostureRule = {
  id: 'resource-server-scope-broad',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'No scope stands for everything that an API can do.',
  why:
    'A client that may read then may delete too, and so may whoever steals its token. Scopes are cheap: one for each ' +
    'thing that some client should not be able to do.',
  references: [rfc9700('2.3'), guide('cognito-user-pools-define-resource-servers')],
  sets: ['recommended'],
  controls: { rfc9700: ['2.3'] },
  examples: {
    valid: [
      yaml`
        resourceServers:
          orders:
            scopes:
              read: Read orders
              write: Place orders
        clients:
          worker:
            secret: true
            oauthFlows: [clientCredentials]
            oauthScopes: [orders/read]
      `,
    ],
    invalid: [
      yaml`
        resourceServers:
          orders:
            scopes:
              full_access: Everything
        clients:
          worker:
            secret: true
            oauthFlows: [clientCredentials]
            oauthScopes: [orders/full_access]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'resourceServers')) {
      for (const scope of Object.keys(settings.scopes ?? {}).filter((scope) => BROAD.test(scope))) {
        yield {
          path: path('scopes', scope),
          message: `${name('scopes')} has ${quote(scope)}, which sounds like all that the API can do.`,
          help: 'Split it into scopes such as read and write, and give each client those that it needs.',
        };
      }
    }
  },
};

const BROAD =
  /^(?:\*|all|any|everything|root|full(?:[._:-]?(?:access|control))?|all[._:-]?access|access|default|user_impersonation)$/i;
