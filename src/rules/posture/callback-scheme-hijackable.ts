import { quote } from '../../spec/quote.js';
import { items } from '../kit/items.js';
import { api } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const callbackSchemeHijackable: PostureRule = {
  id: 'callback-scheme-hijackable',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'A scheme of an app’s own is spelled like a domain of its makers.',
  why:
    'Any app can register myapp:// on a phone, and the system may hand it the code of a sign-in. RFC 8252 asks for a ' +
    'scheme that is a reversed domain name, which at least nobody chooses by chance; an https address that the system ' +
    'has verified to be the app’s is better still.',
  references: ['https://www.rfc-editor.org/rfc/rfc8252#section-7.1', api('CreateUserPoolClient')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        clients:
          app:
            callbackUrls: ["com.example.app:/callback"]
      `,
    ],
    invalid: [
      yaml`
        clients:
          app:
            callbackUrls: [myapp://callback]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      for (const { item, path: at } of items(settings.callbackUrls, path('callbackUrls'), isShort)) {
        yield {
          path: at,
          message: `${name('callbackUrls')} has ${quote(item)}, a scheme that any other app may claim too.`,
          help: 'Use an https address that is verified for the app, or a scheme such as com.example.app.',
        };
      }
    }
  },
};

function isShort(url: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1];
  return scheme !== undefined && !scheme.includes('.') && !/^https?$/i.test(scheme);
}
