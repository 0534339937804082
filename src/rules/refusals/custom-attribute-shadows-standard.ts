import { standardType } from '../kit/attributes.js';
import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const customAttributeShadowsStandard: RefusalRule = {
  id: 'custom-attribute-shadows-standard',
  kind: 'refusal',
  severity: 'warning',
  confidence: 'documented',
  summary: 'An attribute of your own does not bear the name of a standard one.',
  why: 'CreateUserPool takes names without custom:, so that Terraform cannot say custom:email when it makes a pool: AWS takes the declaration for the standard attribute email. Only a pool that exists can be given such an attribute.',
  references: [api('SchemaAttributeType')],
  sets: ['recommended'],

  examples: {
    valid: [
      yaml`
        attributes:
          custom:email2:
            mutable: true
      `,
    ],
    invalid: [
      yaml`
        attributes:
          custom:email:
            mutable: true
      `,
      yaml`
        attributes:
          custom:identities:
            mutable: true
      `,
    ],
  },
  *check(input) {
    for (const { key, path, name } of objects(input, 'attributes')) {
      const plain = key.replace(/^(?:dev:)?custom:|^dev:/, '');
      if (plain === key || standardType(input, plain) === undefined) continue;
      yield {
        path: path(),
        message: `${name()} has the name of the standard attribute ${plain}, which a first deploy would set instead.`,
        help: `Choose another name; keep it only in a pool that has ${key} already.`,
      };
    }
  },
};
