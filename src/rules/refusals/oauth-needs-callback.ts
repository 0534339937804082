import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const oauthNeedsCallback: RefusalRule = {
  id: 'oauth-needs-callback',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'The code and implicit flows need a callback URL.',
  why: 'They end with the browser being sent to the application, and Cognito sends it only to URLs that are listed.',
  references: [api('CreateUserPoolClient'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [openid]
            callbackUrls: [https://app.example.com/callback]
      `,
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
          web:
            oauthFlows: [code]
            oauthScopes: [openid]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      const flow = settings.oauthFlows?.find((flow) => flow !== 'clientCredentials');
      if (flow === undefined || settings.callbackUrls?.length) continue;
      yield {
        path: path('callbackUrls'),
        message:
          `${name('oauthFlows')} has ${flow} but callbackUrls is empty; AWS would answer "CallbackUrls can not be empty when ` +
          'code flow or implicit flow is selected".',
        help: `Add ${name('callbackUrls')} with the URL that the application awaits the user at.`,
      };
    }
  },
};
