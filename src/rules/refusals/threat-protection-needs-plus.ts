import { guide, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const threatProtectionNeedsPlus: RefusalRule = {
  id: 'threat-protection-needs-plus',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'Threat protection needs tier plus.',
  why: 'The feature plan of a pool decides which settings AWS accepts, and only plus rates the risk of sign-ins.',
  references: [guide('cognito-user-pool-settings-threat-protection'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
      `,
      yaml`
        threatProtection:
          mode: off
      `,
    ],
    invalid: [
      yaml`
        threatProtection:
          mode: audit
      `,
      yaml`
        pool:
          tier: lite
        threatProtection:
          customAuth: enforced
      `,
    ],
  },
  *check(input) {
    const { tier = '' } = section(input, 'pool');
    const { mode, customAuth } = section(input, 'threatProtection');
    if (tier === 'plus' || (mode === 'off' && customAuth === 'off')) return;
    const [setting, value] = mode === 'off' ? ['customAuth', customAuth] : ['mode', mode];
    yield {
      path: ['threatProtection', setting ?? 'mode'],
      message:
        `threatProtection.${setting} is ${value} but pool.tier is ${tier}; AWS would answer "The following features need to ` +
        `be disabled for the ${tier.toUpperCase()} pricing tier configured: Threat Protection".`,
      help: 'Write pool.tier: plus; or turn threat protection off.',
    };
  },
};
