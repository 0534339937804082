import { standardType } from '../kit/attributes.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const customAttributeNotRequired: RefusalRule = {
  id: 'custom-attribute-not-required',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'An attribute of your own cannot be required.',
  why: 'Cognito enforces only standard attributes at sign-up. One of your own that must be there is checked by the application or by a trigger.',
  references: [api('SchemaAttributeType'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        attributes:
          email:
            required: true
          custom:tenant:
            maxLength: 64
      `,
    ],
    invalid: [
      yaml`
        attributes:
          custom:tenant:
            required: true
      `,
    ],
  },
  *check(input) {
    for (const { key, settings, path, name } of objects(input, 'attributes')) {
      if (!settings.required || standardType(input, key) !== undefined) continue;
      yield {
        path: path('required'),
        message: `${name('required')} is true; AWS would answer "Required custom attributes are not supported currently."`,
        help: 'Write required: false, and check the attribute in the application.',
      };
    }
  },
};
