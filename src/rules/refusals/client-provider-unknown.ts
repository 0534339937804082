import { quote } from '../../spec/quote.js';
import { suggest } from '../../spec/suggest.js';
import { keptElsewhere } from '../kit/elsewhere.js';
import { items } from '../kit/items.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

/** The users of the pool itself. */
const OWN = 'COGNITO';

export const clientProviderUnknown: RefusalRule = {
  id: 'client-provider-unknown',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A client names only identity providers that the pool has.',
  why:
    'AWS looks for every provider that a client names, Google and the other social ones among them. A provider that ' +
    'stands under unmanaged is let through.',
  references: [api('CreateUserPoolClient'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataURL: https://idp.example.com/metadata
        clients:
          web:
            identityProviders: [COGNITO, Corporate]
      `,
      yaml`
        clients:
          web:
            identityProviders: [Corporate]
        unmanaged:
          - path: identityProviders
            owner: identity team
            reason: certificates are rotated by a script
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            identityProviders: [COGNITO, Google]
      `,
      yaml`
        clients:
          web:
            identityProviders: [cognito]
      `,
    ],
  },
  *check(input) {
    const clients = objects(input, 'clients').filter(({ settings }) => (settings.identityProviders ?? []).length > 0);
    if (clients.length === 0) return;
    const known = [OWN, ...objects(input, 'identityProviders').map(({ key }) => key)];
    const unknown = (name: string) => !known.includes(name) && !keptElsewhere(input, 'identityProviders', name);
    for (const { settings, path, name } of clients) {
      for (const { item, path: at } of items(settings.identityProviders, path('identityProviders'), unknown)) {
        const near = suggest(item, known);
        yield {
          path: at,
          message: `${name('identityProviders')} has ${quote(item)}; AWS would answer "The provider ${item} does not exist for User Pool".`,
          help: near
            ? `Write ${near}, or declare it under identityProviders.`
            : `Declare it under identityProviders; known are ${known.join(', ')}.`,
        };
      }
    }
  },
};
