import { quote } from '../../spec/quote.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const defaultRedirectNotListed: RefusalRule = {
  id: 'default-redirect-not-listed',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'The default redirect URI must be one of the callback URLs.',
  why: 'It stands in for a callback that a request does not name, so it must be an allowed one, letter for letter.',
  references: [api('CreateUserPoolClient'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        clients:
          web:
            callbackUrls: [https://app.example.com/callback]
            defaultRedirectUri: https://app.example.com/callback
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            callbackUrls: [https://app.example.com/callback]
            defaultRedirectUri: https://app.example.com/callback/
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      const { defaultRedirectUri: uri, callbackUrls } = settings;
      if (uri === undefined || callbackUrls?.includes(uri)) continue;
      yield {
        path: path('defaultRedirectUri'),
        message: `${name('defaultRedirectUri')} is ${quote(uri)}; AWS would answer that it "is not in the callback URIs list".`,
        help: `Add it to ${name('callbackUrls')}, or write one that is there, letter for letter.`,
      };
    }
  },
};
