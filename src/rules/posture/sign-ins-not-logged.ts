import { keptElsewhere } from '../kit/elsewhere.js';
import { intent } from '../kit/intent.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const signInsNotLogged: PostureRule = {
  id: 'sign-ins-not-logged',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'What threat protection sees is kept.',
  why:
    'Threat protection rates every sign-in, and shows the events of one user at a time. Without an export nobody can ' +
    'look for the address from which a thousand accounts were tried, or say after an incident who was in.',
  references: [guide('exporting-quotas-and-usage')],
  sets: ['recommended'],
  controls: { nist80053: ['AU-12'], pciDss: ['10.2.1.4'] },
  examples: {
    valid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        logs:
          userAuthEvents:
            bucket: arn:aws:s3:::acme-sign-ins
        terraform:
          providerVersion: ">= 6.5.0, < 7.0.0"
      `,
      yaml`
        mfa:
          mode: off
      `,
    ],
    invalid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
      `,
    ],
  },
  *check(input) {
    if (!intent(input).production || section(input, 'threatProtection').mode === 'off') return;
    if (section(input, 'logs').userAuthEvents !== undefined || keptElsewhere(input, 'logs', 'userAuthEvents')) return;
    yield {
      path: ['threatProtection', 'mode'],
      message:
        'logs.userAuthEvents is left out, so that the sign-ins which threat protection rates are written nowhere.',
      help: 'Write logs.userAuthEvents with a logGroup, bucket or stream (terraform.providerVersion ">= 6.5.0" or newer).',
    };
  },
};
