import { mfaDemands } from '../kit/mfa-demands.js';
import { api, guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const userMfaPreferenceLeftOpen: PostureRule = {
  id: 'user-mfa-preference-left-open',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'A policy that enables several factors says which one is preferred.',
  why:
    'Where several factors are enabled and none is preferred, Cognito offers a choice or takes one by rules of its own, ' +
    'and real pools were seen to differ from what is documented. A preferred factor is asked for wherever the user can use it.',
  references: [api('AdminSetUserMFAPreference'), guide('user-pool-settings-mfa')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        mfa:
          mode: optional
          totp: true
          sms: true
        smsSender:
          role: create
        userMfa:
          factors: [totp, sms]
          preferred: totp
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: optional
          totp: true
          sms: true
        smsSender:
          role: create
        userMfa:
          factors: [totp, sms]
      `,
    ],
  },
  *check(input) {
    // A policy is the spec's own: over a live pool there is nothing to add.
    if (input.state.origin === 'live') return;
    for (const { factors, preferred, path, name } of mfaDemands(input))
      if (factors.length > 1 && preferred === undefined)
        yield {
          path: [...path, 'factors'],
          message: `${name} enables ${factors.join(' and ')}, and prefers none of them: Cognito chooses.`,
          help: `Write preferred: ${factors[0]} beside factors, or another one of them.`,
        };
  },
};
