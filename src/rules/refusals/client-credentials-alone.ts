import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const clientCredentialsAlone: RefusalRule = {
  id: 'client-credentials-alone',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'The client-credentials grant stands alone.',
  why: 'It is for machines, which have no user to sign in; a client that also signs users in is another client.',
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
        clients:
          worker:
            secret: true
            oauthFlows: [clientCredentials, code]
            oauthScopes: [openid]
            callbackUrls: [https://app.example.com/callback]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      const { oauthFlows = [] } = settings;
      if (oauthFlows.length < 2 || !oauthFlows.includes('clientCredentials')) continue;
      yield {
        path: path('oauthFlows'),
        message:
          `${name('oauthFlows')} has clientCredentials beside another flow; AWS would answer "client_credentials flow can not ` +
          'be selected along with code flow or implicit flow."',
        help: 'Give the machine a client of its own with oauthFlows: [clientCredentials].',
      };
    }
  },
};
