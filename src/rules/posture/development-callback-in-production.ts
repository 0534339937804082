import { quote } from '../../spec/quote.js';
import { clientType, intent } from '../kit/intent.js';
import { items } from '../kit/items.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const developmentCallbackInProduction: PostureRule = {
  id: 'development-callback-in-production',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'No client of a production pool sends codes to a developer’s machine or to a debugging service.',
  why:
    'Whatever listens on localhost of the user’s device gets the code: another program there, or another user of a ' +
    'terminal server. A debugging service such as jwt.io or Postman gets the codes of real users. They are left from ' +
    'development. A desktop application may listen on the machine itself: say type: public, and give it a client ' +
    'without addresses on the web.',
  references: [guide('user-pool-settings-client-apps'), 'https://www.rfc-editor.org/rfc/rfc8252#section-7.3'],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        clients:
          web:
            callbackUrls: [https://app.example.com/callback]
          cli:
            type: public
            callbackUrls: ["http://127.0.0.1:8400/callback"]
      `,
      yaml`
        pool:
          environment: development
        clients:
          web:
            callbackUrls: [https://dev.example.com/callback, "http://localhost:3000/callback"]
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            callbackUrls: [https://app.example.com/callback, "http://localhost:3000/callback"]
            logoutUrls: ["http://127.0.0.1:3000/"]
      `,
      yaml`
        clients:
          web:
            callbackUrls: [https://oauth.pstmn.io/v1/callback]
      `,
    ],
  },
  *check(input) {
    if (!intent(input).production) return;
    for (const { key, settings, path, name } of objects(input, 'clients')) {
      const web = settings.callbackUrls?.some((url) => url.startsWith('https://') && !LOCAL.test(url)) === true;
      const native = clientType(input, key) === 'public' && !web;
      const unwanted = (url: string) => DEBUGGERS.test(url) || (!native && LOCAL.test(url));
      for (const list of LISTS) {
        for (const { item, path: at } of items(settings[list], path(list), unwanted)) {
          const whose = LOCAL.test(item) ? 'the user’s own machine' : 'a debugging service';
          yield {
            path: at,
            message: `${name(list)} of a production pool has ${quote(item)}, which is ${whose}.`,
            help: `Remove it; developers use a pool with environment: development.`,
          };
        }
      }
    }
  },
};

const LISTS = ['callbackUrls', 'logoutUrls'] as const;
const LOCAL = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/?]|$)/i;
const DEBUGGERS =
  /^https:\/\/(?:oauth\.pstmn\.io|(?:www\.)?jwt\.io|jwt\.ms|oauthdebugger\.com|oidcdebugger\.com|openidconnect\.net|oauth\.tools|webhook\.site)(?:[:/?]|$)/i;
