import { eachClientOfPeople } from '../kit/clients.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const tokenRevocationOff: PostureRule = {
  id: 'token-revocation-off',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Tokens can be revoked.',
  why:
    'Without revocation a refresh token that was stolen keeps working until it expires: signing out, or RevokeToken, ' +
    'does not end it. It is on unless somebody turned it off, to have smaller tokens.',
  references: [guide('token-revocation')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        clients:
          web:
            tokenRevocation: true
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            tokenRevocation: false
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of eachClientOfPeople(input)) {
      if (settings.tokenRevocation !== false) continue;
      yield {
        path: path('tokenRevocation'),
        message: `${name('tokenRevocation')} is false, and should be true.`,
        help: 'Remove it: revocation is on by default.',
      };
    }
  },
};
