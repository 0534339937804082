import { LOAD_BALANCER_PATH } from '../../facets/kit/client-load-balancer.js';
import type { Problem } from '../../model/rule.js';
import { quote } from '../../spec/quote.js';
import type { Client } from '../kit/clients.js';
import { items } from '../kit/items.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const ALB = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html';

export const loadBalancerClient: PostureRule = {
  id: 'load-balancer-client',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'A client of an Application Load Balancer has what the load balancer needs.',
  why:
    'An Application Load Balancer exchanges the code itself: it needs a secret, the code grant and the scope openid, ' +
    'and it names its callback https://<host>/oauth2/idpresponse with the host in lower case, whatever the load ' +
    'balancer is called. Cognito compares letter by letter, so that anything else ends in redirect_mismatch or in an ' +
    'error 500 after the sign-in.',
  references: [ALB, 'https://github.com/aws/aws-cdk/issues/11171'],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        clients:
          alb:
            loadBalancer: [Intranet-1234567890.eu-west-1.elb.amazonaws.com]
            identityProviders: [COGNITO]
      `,
      yaml`
        clients:
          alb:
            secret: true
            oauthFlows: [code]
            oauthScopes: [openid, email]
            callbackUrls: [https://intranet.example.com/oauth2/idpresponse]
      `,
    ],
    invalid: [
      yaml`
        clients:
          alb:
            oauthFlows: [code]
            oauthScopes: [email]
            callbackUrls: [https://Intranet.example.com/oauth2/idpresponse]
      `,
      yaml`
        clients:
          alb:
            secret: true
            oauthFlows: [code]
            oauthScopes: [openid]
            callbackUrls: [https://intranet.example.com/oauth2/idpResponse/]
      `,
      yaml`
        clients:
          alb:
            loadBalancer: [intranet.example.com]
            secret: false
      `,
    ],
  },
  *check(input) {
    for (const client of objects(input, 'clients')) {
      const { settings, path } = client;
      const callbacks = items(settings.callbackUrls, path('callbackUrls'), isOfLoadBalancer);
      if (callbacks.length > 0) yield* needs(client);
      for (const { item, path: at } of callbacks) {
        const wanted = `https://${hostOf(item).toLowerCase()}${LOAD_BALANCER_PATH}`;
        if (item === wanted) continue;
        yield {
          path: at,
          message: `${client.name('callbackUrls')} has ${quote(item)}, and the load balancer sends ${quote(wanted)}.`,
          help: `Write ${wanted}, or name the host under loadBalancer.`,
        };
      }
    }
  },
};

function* needs({ settings, path, name }: Client): Iterable<Problem> {
  const missing = [
    { setting: 'secret', lacks: !settings.secret, write: 'secret: true, which takes a new client' },
    { setting: 'oauthFlows', lacks: !settings.oauthFlows?.includes('code'), write: 'oauthFlows: [code]' },
    { setting: 'oauthScopes', lacks: !settings.oauthScopes?.includes('openid'), write: 'openid into oauthScopes' },
  ];
  for (const { setting, write } of missing.filter(({ lacks }) => lacks)) {
    const what = setting === 'secret' ? 'no secret' : `no ${setting === 'oauthFlows' ? 'code grant' : 'scope openid'}`;
    yield {
      path: path(setting),
      message: `${name()} has the callback of a load balancer but ${what}, without which the load balancer signs nobody in.`,
      help: `Write ${write}; or name the hosts under loadBalancer, which implies it.`,
    };
  }
}

const URL_PARTS = /^https?:\/\/([^/?#]+)(\/[^?#]*)/i;

/** The path of its callback, near enough; another pool, as an OpenID provider’s client, has the same. */
function isOfLoadBalancer(url: string): boolean {
  const [, host = '', path = ''] = URL_PARTS.exec(url) ?? [];
  return /^\/oauth2\/idp-?response\/?$/i.test(path) && !/\.amazoncognito\.com$/i.test(host);
}

function hostOf(url: string): string {
  return URL_PARTS.exec(url)?.[1] ?? '';
}
