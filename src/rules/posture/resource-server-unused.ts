import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const resourceServerUnused: PostureRule = {
  id: 'resource-server-unused',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'Each resource server has a client that may use it.',
  why:
    'Scopes that no client has are left from something that is gone, or their client is missing. Somebody will give ' +
    'them to a client by mistake, because they are there.',
  references: [guide('cognito-user-pools-define-resource-servers')],
  sets: ['strict'],
  controls: {},
  examples: {
    valid: [
      yaml`
        resourceServers:
          orders:
            scopes:
              read: Read orders
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
              read: Read orders
      `,
    ],
  },
  *check(input) {
    if (section(input, 'dynamicRegistration').enabled) return;
    const used = new Set(objects(input, 'clients').flatMap(({ settings }) => settings.oauthScopes ?? []));
    for (const { key, settings, path, name } of objects(input, 'resourceServers')) {
      if (Object.keys(settings.scopes ?? {}).some((scope) => used.has(`${key}/${scope}`))) continue;
      yield {
        path: path(),
        message: `No client has a scope of ${name()}.`,
        help: 'Remove the resource server, or give its scopes to the client that needs them.',
      };
    }
  },
};
