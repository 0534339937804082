import { quote } from '../../spec/quote.js';
import { suggest } from '../../spec/suggest.js';
import { keptElsewhere } from '../kit/elsewhere.js';
import { items } from '../kit/items.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { PoolInput, RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const STANDARD = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'];
/** Cognito's own resource servers; their scopes are nobody's to declare. */
const COGNITO = 'aws.cognito/';

export const oauthScopeUnknown: RefusalRule = {
  id: 'oauth-scope-unknown',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A client asks only for standard scopes, and for those of the resource servers of its pool.',
  why:
    'A scope of an API exists once its resource server has it. AWS refuses a client that names another one, most often ' +
    'a misspelt one. Scopes of a resource server that stands under unmanaged are let through.',
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
          web:
            oauthFlows: [code]
            oauthScopes: [openid, orders/read]
            callbackUrls: [https://app.example.com/callback]
      `,
      yaml`
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [openid, orders/read]
            callbackUrls: [https://app.example.com/callback]
        unmanaged:
          - path: resourceServers.orders
            owner: orders team
            reason: deployed with its API
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [openid, orders/read]
            callbackUrls: [https://app.example.com/callback]
      `,
      yaml`
        resourceServers:
          orders:
            name: orders
            scopes:
              read: Read orders
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [orders/reads]
            callbackUrls: [https://app.example.com/callback]
      `,
    ],
  },
  *check(input) {
    const clients = objects(input, 'clients').filter(({ settings }) => (settings.oauthScopes ?? []).length > 0);
    if (clients.length === 0) return;
    const known = knownScopes(input);
    const unknown = (scope: string) => !known.has(scope) && !isElsewhere(input, scope);
    for (const { settings, path, name } of clients) {
      for (const { item, path: at } of items(settings.oauthScopes, path('oauthScopes'), unknown)) {
        const near = suggest(item, [...known]);
        yield {
          path: at,
          message: `${name('oauthScopes')} has ${quote(item)}, which no resource server of the pool has; AWS would answer "Invalid scope requested: ${item}".`,
          help: near
            ? `Write ${near}, or declare it under resourceServers.`
            : 'Declare it under resourceServers, or use openid, email, phone or profile.',
        };
      }
    }
  },
};

function knownScopes(input: PoolInput): ReadonlySet<string> {
  const own = objects(input, 'resourceServers').flatMap(({ key, settings }) =>
    Object.keys(settings.scopes ?? {}).map((scope) => `${key}/${scope}`),
  );
  return new Set([...STANDARD, ...own]);
}

function isElsewhere(input: PoolInput, scope: string): boolean {
  const server = scope.slice(0, Math.max(0, scope.lastIndexOf('/')));
  return scope.startsWith(COGNITO) || (server !== '' && keptElsewhere(input, 'resourceServers', server));
}
