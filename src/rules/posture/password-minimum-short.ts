import { api, NIST_AUTHENTICATION } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const LENGTH = 14;

export const passwordMinimumShort: PostureRule = {
  id: 'password-minimum-short',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Passwords have at least 14 characters.',
  why:
    'Length is what makes guessing expensive: PCI DSS wants 12 characters, CIS benchmarks 14, NIST 15 for a password that ' +
    'stands alone. It costs comfort where people do not use a password manager. Users with shorter passwords keep them ' +
    'until they change them.',
  references: [api('PasswordPolicyType'), NIST_AUTHENTICATION],
  sets: ['strict'],
  controls: { nist80053: ['IA-5(1)'], pciDss: ['8.3.6'] },
  examples: {
    valid: [
      yaml`
        passwordPolicy:
          minimumLength: 14
      `,
    ],
    invalid: [
      yaml`
        passwordPolicy:
          minimumLength: 12
      `,
    ],
  },
  *check(input) {
    const { minimumLength = 8 } = section(input, 'passwordPolicy');
    // What is weaker than the default is password-policy-weak.
    if (minimumLength < 8 || minimumLength >= LENGTH || !servesOwnUsers(input)) return;
    yield {
      path: ['passwordPolicy', 'minimumLength'],
      message: `passwordPolicy.minimumLength is ${minimumLength}; expected at least ${LENGTH}.`,
      help: `Write passwordPolicy.minimumLength: ${LENGTH}.`,
    };
  },
};
