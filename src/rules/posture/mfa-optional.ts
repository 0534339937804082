import { intent } from '../kit/intent.js';
import { guide } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const mfaOptional: PostureRule = {
  id: 'mfa-optional',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'Everybody has a second factor, not only those who asked for it.',
  why:
    'Optional MFA protects the users who were careful anyway: managed login never offers it, so without a page of your own ' +
    'hardly anybody sets it up. Requiring it costs sign-ups and support; adaptive authentication, which asks at risk only, ' +
    'needs it optional.',
  references: [guide('user-pool-settings-mfa')],
  sets: ['strict'],
  controls: { nist80053: ['IA-2(1)', 'IA-2(2)'], pciDss: ['8.4.2'] },
  examples: {
    valid: [
      yaml`
        mfa:
          mode: required
          totp: true
      `,
      yaml`
        pool:
          tier: plus
        mfa:
          mode: optional
          totp: true
        threatProtection:
          mode: enforced
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: optional
          totp: true
      `,
    ],
  },
  *check(input) {
    // Of a workforce more is expected: workforce-mfa-not-required.
    if (section(input, 'mfa').mode !== 'optional' || intent(input).audience === 'workforce') return;
    if (section(input, 'threatProtection').mode === 'enforced' || !servesOwnUsers(input)) return;
    yield {
      path: ['mfa', 'mode'],
      message:
        'mfa.mode is optional, and nothing asks for a second factor where a sign-in looks risky; expected required.',
      help: 'Write mfa.mode: required; or keep it optional beside threatProtection.mode: enforced, which asks at risk.',
    };
  },
};
