import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const userContextNeedsSecret: RefusalRule = {
  id: 'user-context-needs-secret',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'Passing on the context of users needs a client with a secret.',
  why: 'Only a server can be trusted to say which device and address a user comes from; a secret is how Cognito knows one.',
  references: [api('CreateUserPoolClient'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        clients:
          server:
            secret: true
            propagateUserContext: true
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            propagateUserContext: true
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      if (!settings.propagateUserContext || settings.secret) continue;
      yield {
        path: path('propagateUserContext'),
        message:
          `${name('propagateUserContext')} is true but the client has no secret; AWS would answer "Client Secret is required ` +
          'to set EnablePropagateAdditionalUserContextData as true".',
        help: `Write ${name('secret')}: true if the client is a server; or remove propagateUserContext.`,
      };
    }
  },
};
