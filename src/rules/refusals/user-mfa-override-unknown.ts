import { quote } from '../../spec/quote.js';
import { suggest } from '../../spec/suggest.js';
import { standardType } from '../kit/attributes.js';
import { keptElsewhere } from '../kit/elsewhere.js';
import { mfaOverrides } from '../kit/mfa-demands.js';
import { guide } from '../kit/pages.js';
import type { PoolInput, RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const userMfaOverrideUnknown: RefusalRule = {
  id: 'user-mfa-override-unknown',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'An override of users’ MFA names only groups and attributes that the pool has.',
  why:
    'An override for a group or an attribute that is not there never counts, and its users get what is meant for all. ' +
    'Groups that stand under unmanaged are let through, and those that Cognito makes for an identity provider.',
  references: [guide('cognito-user-pools-user-groups'), guide('user-pool-settings-attributes')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        mfa:
          mode: optional
          totp: true
        groups:
          admins: {}
        userMfa:
          factors: [totp]
          overrides:
            - group: admins
              factors: []
            - attribute: locale
              equals: fr
              factors: []
      `,
      yaml`
        mfa:
          mode: optional
          totp: true
        userMfa:
          overrides:
            - group: admins
              factors: [totp]
        unmanaged:
          - path: groups
            owner: identity team
            reason: groups are made by the application
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: optional
          totp: true
        groups:
          admins: {}
        userMfa:
          overrides:
            - group: admin
              factors: [totp]
      `,
      yaml`
        mfa:
          mode: optional
          totp: true
        userMfa:
          overrides:
            - attribute: custom:tenant
              equals: acme
              factors: [totp]
      `,
    ],
  },
  *check(input) {
    for (const { override, path, name } of mfaOverrides(input)) {
      const { group, attribute } = override;
      if (group !== undefined && !isGroup(input, group))
        yield { path: [...path, 'group'], ...unknown(`${name}.group`, group, 'groups', keys(input, 'groups')) };
      if (attribute !== undefined && !isAttribute(input, attribute))
        yield {
          path: [...path, 'attribute'],
          ...unknown(`${name}.attribute`, attribute, 'attributes', keys(input, 'attributes')),
        };
    }
  },
};

const keys = (input: PoolInput, id: 'groups' | 'attributes') => objects(input, id).map(({ key }) => key);

function isGroup(input: PoolInput, group: string): boolean {
  const ofProvider = objects(input, 'identityProviders').some(({ key }) => group.endsWith(`_${key}`));
  return ofProvider || keys(input, 'groups').includes(group) || keptElsewhere(input, 'groups', group);
}

function isAttribute(input: PoolInput, attribute: string): boolean {
  return (
    standardType(input, attribute) !== undefined ||
    /^(email|phone_number)_verified$/.test(attribute) ||
    keys(input, 'attributes').includes(attribute) ||
    keptElsewhere(input, 'attributes', attribute)
  );
}

function unknown(setting: string, value: string, section: string, known: readonly string[]) {
  const near = suggest(value, known);
  return {
    message: `${setting} is ${quote(value)}, which the pool does not have.`,
    help: near ? `Write ${near}, or declare it under ${section}.` : `Declare it under ${section}.`,
  };
}
