import { api, guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { enforcedRisk } from '../kit/risk.js';
import { yaml } from '../kit/yaml.js';

export const leakedPasswordsAllowed: PostureRule = {
  id: 'leaked-passwords-allowed',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A password that is known to have leaked is not let in.',
  why:
    'Attackers sign in with pairs of address and password that leaked elsewhere, and most users have used one twice. ' +
    'Threat protection knows many of those; whether it does anything about them is a setting of the risk configuration.',
  references: [
    guide('cognito-user-pool-settings-compromised-credentials'),
    api('CompromisedCredentialsRiskConfigurationType'),
  ],
  sets: ['recommended'],
  controls: { nist80053: ['IA-5(1)'] },
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
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        risk:
          pool:
            compromisedCredentials: allow
      `,
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        risk:
          pool:
            highRisk: block
      `,
    ],
  },
  *check(input) {
    const risk = enforcedRisk(input);
    if (!risk || risk.compromisedCredentials === 'block') return;
    const found = risk.compromisedCredentials ?? 'not set';
    yield {
      path: ['risk', 'pool', 'compromisedCredentials'],
      message: `risk.pool.compromisedCredentials is ${found} although threatProtection.mode is enforced; expected block.`,
      help: 'Write risk.pool.compromisedCredentials: block.',
    };
  },
};
