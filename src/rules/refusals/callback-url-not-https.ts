import { quote } from '../../spec/quote.js';
import { items } from '../kit/items.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const LISTS = ['callbackUrls', 'logoutUrls'] as const;

export const callbackUrlNotHttps: RefusalRule = {
  id: 'callback-url-not-https',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'Callback and logout URLs use https, except on the machine itself.',
  why:
    'Codes and tokens travel in these URLs, and over plain http anybody on the way reads them. Cognito lets http pass for ' +
    'localhost, 127.0.0.1 and [::1], and any scheme that an app registers for itself.',
  references: [api('CreateUserPoolClient'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        clients:
          web:
            callbackUrls: [https://app.example.com/callback, http://localhost:3000/callback, acme://callback]
            logoutUrls: ["http://[::1]/", "http://127.0.0.1:3000/"]
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            callbackUrls: [http://app.example.com/callback]
      `,
      yaml`
        clients:
          web:
            logoutUrls: [http://localhost.example.com/]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      for (const list of LISTS) {
        for (const url of items(settings[list], path(list), isPlainHttp)) {
          yield {
            path: url.path,
            message: `${name(list)} has ${quote(url.item)}; AWS would answer that it "cannot use the HTTP protocol".`,
            help: 'Write https://; http is for localhost, 127.0.0.1 and [::1] only.',
          };
        }
      }
    }
  },
};

function isPlainHttp(url: string): boolean {
  return /^http:/i.test(url) && !/^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/?#]|$)/i.test(url);
}
