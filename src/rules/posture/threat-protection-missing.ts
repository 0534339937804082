import { api, guide, SECURITY_HUB } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const threatProtectionMissing: PostureRule = {
  id: 'threat-protection-missing',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A production pool is of tier plus and rates the risk of sign-ins.',
  why:
    'Lists of leaked passwords are tried against every sign-in page, from many addresses at once; the lock after five ' +
    'failures, which every pool has, is per user and does not see it. Threat protection knows leaked passwords and unusual ' +
    'devices and places. It is part of tier plus, and its price is per active user.',
  references: [guide('cognito-user-pool-settings-threat-protection'), SECURITY_HUB, api('UserPoolAddOnsType')],
  sets: ['strict'],
  controls: { securityHub: ['Cognito.1'], nist80053: ['AC-2(12)', 'IA-10'] },
  examples: {
    valid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
      `,
    ],
    invalid: [
      yaml`
        pool:
          tier: essentials
        threatProtection:
          mode: off
      `,
    ],
  },
  *check(input) {
    const { tier } = section(input, 'pool');
    // A pool of tier plus that does not use it is plus-tier-unused.
    if (tier === 'plus' || section(input, 'threatProtection').mode !== 'off' || !servesOwnUsers(input)) return;
    yield {
      path: ['threatProtection', 'mode'],
      message: `threatProtection.mode is off in a production pool of tier ${tier}; expected tier plus with mode enforced.`,
      help: 'Write pool.tier: plus and threatProtection.mode: audit, and enforced after two weeks of looking.',
    };
  },
};
