import { factorsOf } from '../kit/factors.js';
import { mfaDemands } from '../kit/mfa-demands.js';
import { guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const userMfaWhileMfaOff: RefusalRule = {
  id: 'user-mfa-while-mfa-off',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'Where users shall have a second factor, MFA is not off.',
  why: 'With MFA off Cognito asks nobody for a second factor, whatever the user has set.',
  references: [guide('user-pool-settings-mfa')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        mfa:
          mode: optional
          totp: true
        userMfa:
          factors: [totp]
      `,
      yaml`
        userMfa:
          factors: []
      `,
    ],
    invalid: [
      yaml`
        userMfa:
          factors: [totp]
      `,
    ],
  },
  *check(input) {
    const first = mfaDemands(input).find(({ factors }) => factors.length > 0);
    if (factorsOf(input).on || first === undefined) return;
    yield {
      path: [...first.path, 'factors'],
      message: `${first.name}.factors demands a second factor, and mfa.mode is off: Cognito asks nobody for one.`,
      help: 'Write mfa.mode: optional, or required.',
    };
  },
};
