import { intent } from '../kit/intent.js';
import { guide, SECURITY_HUB } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const customAuthUnprotected: PostureRule = {
  id: 'custom-auth-unprotected',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Threat protection covers sign-in with custom challenges too.',
  why:
    'threatProtection.mode is for sign-in with a password alone. A pool that makes its own challenges has a second way in, ' +
    'which nothing rates unless it is said; an attacker takes the way that is not watched.',
  references: [guide('cognito-user-pool-settings-threat-protection'), SECURITY_HUB],
  sets: ['recommended'],
  controls: { securityHub: ['Cognito.4'], nist80053: ['AC-2(12)', 'IA-10'] },
  examples: {
    valid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
          customAuth: enforced
        triggers:
          defineAuthChallenge: arn:aws:lambda:eu-west-1:123456789012:function:challenge
      `,
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
          tier: plus
        threatProtection:
          mode: enforced
        triggers:
          defineAuthChallenge: arn:aws:lambda:eu-west-1:123456789012:function:challenge
      `,
    ],
  },
  *check(input) {
    const { mode, customAuth } = section(input, 'threatProtection');
    if (mode === 'off' || customAuth === 'enforced' || !intent(input).production) return;
    if (section(input, 'triggers').defineAuthChallenge === undefined) return;
    yield {
      path: ['threatProtection', 'customAuth'],
      message: `threatProtection.customAuth is ${customAuth} although triggers.defineAuthChallenge makes custom challenges; expected enforced.`,
      help: 'Write threatProtection.customAuth: enforced.',
    };
  },
};
