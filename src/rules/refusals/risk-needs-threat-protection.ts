import { guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const riskNeedsThreatProtection: RefusalRule = {
  id: 'risk-needs-threat-protection',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'A risk configuration needs threat protection, and with it tier plus.',
  why:
    'AWS takes a risk configuration only from a pool whose threat protection is on, and answers ' +
    'UserPoolAddOnNotEnabledException otherwise.',
  references: [guide('cognito-user-pool-settings-threat-protection')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        risk:
          pool:
            compromisedCredentials: block
      `,
    ],
    invalid: [
      yaml`
        risk:
          pool:
            compromisedCredentials: block
      `,
    ],
  },
  *check(input) {
    const { mode, customAuth } = section(input, 'threatProtection');
    if (mode !== 'off' || customAuth !== 'off') return;
    for (const { path, name } of objects(input, 'risk'))
      yield {
        path: path(),
        message: `${name()} is a risk configuration, but threatProtection.mode is off; AWS would answer UserPoolAddOnNotEnabledException.`,
        help: 'Write threatProtection.mode: audit or enforced, and pool.tier: plus; or remove the risk configuration.',
      };
  },
};
