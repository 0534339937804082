import { quote } from '../../spec/quote.js';
import { items } from '../kit/items.js';
import { api, rfc9700 } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const callbackWithWildcard: PostureRule = {
  id: 'callback-with-wildcard',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'No callback URL has a wildcard.',
  why:
    'A redirect goes to a registered address only, and Cognito takes none that is not in the list: a star matches ' +
    'nothing but a star, so that users of the addresses it was meant for cannot sign in. Were it a pattern, whoever ' +
    'gets hold of one page under it would get codes.',
  references: [rfc9700('4.1.3'), api('CreateUserPoolClient')],
  sets: ['recommended'],
  controls: { rfc9700: ['2.1', '4.1.3'] },
  examples: {
    valid: [
      yaml`
        clients:
          web:
            callbackUrls: [https://a.example.com/callback, https://b.example.com/callback]
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            callbackUrls: ["https://*.example.com/callback"]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      for (const list of LISTS) {
        for (const { item, path: at } of items(settings[list], path(list), (url) => url.includes('*'))) {
          yield {
            path: at,
            message: `${name(list)} has ${quote(item)}, and Cognito knows no wildcards: each address must be there in full.`,
            help: 'Write one line for each address.',
          };
        }
      }
    }
  },
};

const LISTS = ['callbackUrls', 'logoutUrls'] as const;
