import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const clientCredentialsNeedsSecret: RefusalRule = {
  id: 'client-credentials-needs-secret',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'The client-credentials grant needs a client with a secret.',
  why: 'The secret is what the machine proves itself with. It is fixed at creation: a client without one has to be replaced.',
  references: [api('CreateUserPoolClient'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        resourceServers:
          orders:
            name: orders
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
            name: orders
            scopes:
              read: Read orders
        clients:
          worker:
            oauthFlows: [clientCredentials]
            oauthScopes: [orders/read]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      if (settings.secret || !settings.oauthFlows?.includes('clientCredentials')) continue;
      yield {
        path: path('oauthFlows'),
        message:
          `${name('oauthFlows')} has clientCredentials but the client has no secret; AWS would answer "client_credentials flow ` +
          'can not be selected if client does not have a client secret."',
        help: `Write ${name('secret')}: true.`,
      };
    }
  },
};
