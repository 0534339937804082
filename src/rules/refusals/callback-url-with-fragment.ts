import { quote } from '../../spec/quote.js';
import { items } from '../kit/items.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const callbackUrlWithFragment: RefusalRule = {
  id: 'callback-url-with-fragment',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A callback URL has no fragment.',
  why: 'OAuth forbids the part behind # in a redirect URI: it is where the implicit flow puts the tokens.',
  references: [api('CreateUserPoolClient'), 'https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2', RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        clients:
          web:
            callbackUrls: [https://app.example.com/callback?from=cognito]
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            callbackUrls: ["https://app.example.com/#/callback"]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      for (const url of items(settings.callbackUrls, path('callbackUrls'), (item) => item.includes('#'))) {
        yield {
          path: url.path,
          message: `${name('callbackUrls')} has ${quote(url.item)}; AWS would answer that it "cannot use fragment".`,
          help: 'Use a path without #, and let the application route from there.',
        };
      }
    }
  },
};
