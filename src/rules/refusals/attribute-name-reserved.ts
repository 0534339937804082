import { guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const attributeNameReserved: RefusalRule = {
  id: 'attribute-name-reserved',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'Attributes that AWS itself keeps are not declared.',
  why: 'Every pool has sub, identities, email_verified and phone_number_verified, and AWS alone sets what they are; cognito: begins the names of its own claims. A declaration changes nothing in a new pool, and in one that exists Terraform adds an attribute custom:identities, which can never be removed, or ends at the plan.',
  references: [guide('user-pool-settings-attributes'), 'https://github.com/aws/aws-cdk/issues/14175'],
  sets: ['recommended'],

  examples: {
    valid: [
      yaml`
        attributes:
          email:
            required: true
          updated_at:
            mutable: true
          custom:subject:
            mutable: false
      `,
    ],
    invalid: [
      yaml`
        attributes:
          sub:
            required: true
            mutable: false
      `,
      yaml`
        attributes:
          identities:
            mutable: true
      `,
      yaml`
        attributes:
          email_verified:
            mutable: true
          phone_number_verified:
            mutable: true
      `,
      yaml`
        attributes:
          cognito:groups:
            mutable: true
      `,
    ],
  },
  *check(input) {
    for (const { key, path, name } of objects(input, 'attributes'))
      if (OWN.includes(key) || key.startsWith('cognito:'))
        yield {
          path: path(),
          message: `${name()} is AWS’s own: every pool has it, and no deploy can change it.`,
          help: `Remove ${name()}; for a value of your own use custom: and another name.`,
        };
  },
};

const OWN: readonly string[] = ['sub', 'identities', 'email_verified', 'phone_number_verified'];
