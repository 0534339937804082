import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const authFlowMixesLegacy: RefusalRule = {
  id: 'auth-flow-mixes-legacy',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'Legacy sign-in flows cannot be mixed with the others.',
  why: 'The flows have an old and a new set of names in AWS, and a client uses one of the sets. There is no reason to begin with the old one.',
  references: [api('CreateUserPoolClient'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        clients:
          web:
            authFlows: [srp, refreshToken]
      `,
      yaml`
        clients:
          old:
            authFlows: [legacyPassword, legacyAdminNoSrp]
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            authFlows: [legacyPassword, refreshToken]
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'clients')) {
      const { authFlows = [] } = settings;
      const legacy = authFlows.filter((flow) => flow.startsWith('legacy'));
      if (legacy.length === 0 || legacy.length === authFlows.length) continue;
      yield {
        path: path('authFlows'),
        message:
          `${name('authFlows')} has ${legacy.join(' and ')} beside flows of today; AWS would answer "Auth flow name with prefix ` +
          "'ALLOW' cannot be used with legacy auth flow names.\"",
        help: 'Write password for legacyPassword, adminPassword for legacyAdminNoSrp, custom for legacyCustomOnly.',
      };
    }
  },
};
