import { factorsOf } from '../kit/factors.js';
import { items } from '../kit/items.js';
import { mfaDemands } from '../kit/mfa-demands.js';
import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const userMfaFactorNotOffered: RefusalRule = {
  id: 'user-mfa-factor-not-offered',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'Users shall have only factors that the pool offers.',
  why:
    'A factor that the pool does not offer cannot be enabled for anybody: users whom the policy demands it of would be ' +
    'reported for ever, and never comply.',
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
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: optional
          totp: true
        userMfa:
          factors: [totp, sms]
          preferred: totp
      `,
      yaml`
        mfa:
          mode: optional
          totp: true
        groups:
          admins: {}
        userMfa:
          overrides:
            - group: admins
              factors: [email]
      `,
    ],
  },
  *check(input) {
    const offered = factorsOf(input);
    if (!offered.on) return;
    for (const { factors, path, name } of mfaDemands(input))
      for (const { item, path: at } of items(factors, [...path, 'factors'], (one) => !offered[one as 'sms']))
        yield {
          path: at,
          message: `${name}.factors has ${item}, which the pool does not offer: mfa.${item} is not true.`,
          help: `Write mfa.${item}: true, or take ${item} out of the policy.`,
        };
  },
};
