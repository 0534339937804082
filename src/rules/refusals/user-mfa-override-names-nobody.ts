import type { UserMfaOverride } from '../../facets/user-mfa.js';
import { mfaOverrides } from '../kit/mfa-demands.js';
import { guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const userMfaOverrideNamesNobody: RefusalRule = {
  id: 'user-mfa-override-names-nobody',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'An override of users’ MFA says whom it is for: a group, or an attribute and its value.',
  why: 'An override that names nobody would never count, or hide those after it. What is for all users stands above the overrides.',
  references: [guide('cognito-user-pools-user-groups')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        mfa:
          mode: optional
          totp: true
        attributes:
          custom:tenant: {}
        userMfa:
          overrides:
            - attribute: custom:tenant
              equals: acme
              factors: [totp]
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: optional
          totp: true
        userMfa:
          overrides:
            - factors: [totp]
      `,
      yaml`
        mfa:
          mode: optional
          totp: true
        attributes:
          custom:tenant: {}
        userMfa:
          overrides:
            - attribute: custom:tenant
              factors: [totp]
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
              equals: acme
              factors: [totp]
      `,
    ],
  },
  *check(input) {
    for (const { override, path, name } of mfaOverrides(input)) {
      const lacks = lackOf(override);
      if (lacks)
        yield {
          path,
          message: `${name} ${lacks}.`,
          help: 'Write group: admins, or attribute: custom:tenant with equals: and its value.',
        };
    }
  },
};

function lackOf({ group, attribute, equals }: UserMfaOverride): string | undefined {
  if (attribute === undefined && equals !== undefined) return 'has equals without an attribute that it is the value of';
  if (attribute !== undefined && equals === undefined) return 'has an attribute without equals, the value that counts';
  return group === undefined && attribute === undefined ? 'names neither a group nor an attribute' : undefined;
}
