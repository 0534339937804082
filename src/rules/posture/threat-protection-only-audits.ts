import { guide, SECURITY_HUB } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const threatProtectionOnlyAudits: PostureRule = {
  id: 'threat-protection-only-audits',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Threat protection acts, and does not only write down.',
  why:
    'In mode audit a sign-in with a leaked password is recorded and let in. AWS advises two weeks of audit before it is ' +
    'enforced; pools stay there for years because nobody remembers. While the two weeks run, accept this finding with their ' +
    'last day.',
  references: [guide('cognito-user-pool-settings-threat-protection'), SECURITY_HUB],
  sets: ['recommended'],
  controls: { securityHub: ['Cognito.1'], nist80053: ['AC-2(12)', 'IA-10'] },
  examples: {
    valid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
      `,
      yaml`
        pool:
          tier: plus
          environment: staging
        threatProtection:
          mode: audit
      `,
    ],
    invalid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: audit
      `,
    ],
  },
  *check(input) {
    if (section(input, 'threatProtection').mode !== 'audit' || !servesOwnUsers(input)) return;
    yield {
      path: ['threatProtection', 'mode'],
      message:
        'threatProtection.mode is audit in a production pool: risky sign-ins are recorded and let in; expected enforced.',
      help: 'Write threatProtection.mode: enforced; or accept this finding until the day on which you will.',
    };
  },
};
