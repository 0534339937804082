import { guide, SECURITY_HUB } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const plusTierUnused: PostureRule = {
  id: 'plus-tier-unused',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A pool that pays for tier plus uses it.',
  why:
    'What plus has over essentials is threat protection and the export of its user events. With both off the pool costs ' +
    'more for each active user, and nobody is protected; people who see the tier believe otherwise.',
  references: [guide('cognito-sign-in-feature-plans'), SECURITY_HUB],
  sets: ['recommended'],
  controls: { securityHub: ['Cognito.1'] },
  examples: {
    valid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: audit
      `,
      yaml`
        pool:
          tier: essentials
      `,
    ],
    invalid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: off
      `,
    ],
  },
  *check(input) {
    if (section(input, 'pool').tier !== 'plus') return;
    const { mode, customAuth } = section(input, 'threatProtection');
    if (mode !== 'off' || customAuth !== 'off' || section(input, 'logs').userAuthEvents !== undefined) return;
    yield {
      path: ['threatProtection', 'mode'],
      message:
        'threatProtection.mode is off although pool.tier is plus, whose threat protection is paid for each active user; expected enforced.',
      help: 'Write threatProtection.mode: audit, and enforced after two weeks of looking; or pool.tier: essentials.',
    };
  },
};
