import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const oauthNeedsFlowsAndScopes: RefusalRule = {
  id: 'oauth-needs-flows-and-scopes',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A client that may use OAuth needs flows and scopes.',
  why:
    'Flows say how the client gets tokens and scopes what for; AWS has no default for either. A client with flows may use ' +
    'OAuth without saying oauth: true.',
  references: [api('CreateUserPoolClient'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [openid, email]
            callbackUrls: [https://app.example.com/callback]
      `,
      yaml`
        clients:
          web:
            authFlows: [srp, refreshToken]
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            oauthFlows: [code]
            callbackUrls: [https://app.example.com/callback]
      `,
      yaml`
        clients:
          web:
            oauth: true
            oauthScopes: [openid]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      const missing = (['oauthFlows', 'oauthScopes'] as const).filter((setting) => !settings[setting]?.length);
      const [first] = missing;
      if (!settings.oauth || first === undefined) continue;
      yield {
        path: path(first),
        message:
          `${name()} may use OAuth but has no ${missing.join(' and no ')}; AWS would answer "AllowedOAuthFlows and ` +
          'AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows."',
        help: `Add ${missing.map((setting) => EXAMPLES[setting]).join(' and ')}; or remove OAuth from the client.`,
      };
    }
  },
};

const EXAMPLES = { oauthFlows: 'oauthFlows: [code]', oauthScopes: 'oauthScopes: [openid]' };
