import { mfaDemands } from '../kit/mfa-demands.js';
import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const userMfaPreferredNotAFactor: RefusalRule = {
  id: 'user-mfa-preferred-not-a-factor',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'The preferred factor of users is one that they shall have enabled.',
  why: 'Cognito takes a factor as the preferred one only together with enabling it.',
  references: [api('AdminSetUserMFAPreference')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        mfa:
          mode: optional
          totp: true
        userMfa:
          factors: [totp]
          preferred: totp
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: optional
          totp: true
        userMfa:
          factors: [totp]
          preferred: email
      `,
    ],
  },
  *check(input) {
    for (const { factors, preferred, path, name } of mfaDemands(input))
      if (preferred !== undefined && !factors.includes(preferred))
        yield {
          path: [...path, 'preferred'],
          message: `${name}.preferred is ${preferred}, which is not among ${name}.factors.`,
          help: `Add ${preferred} to factors, or prefer one that is there.`,
        };
  },
};
