import { standardType } from '../kit/attributes.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const standardAttributeTypeFixed: RefusalRule = {
  id: 'standard-attribute-type-fixed',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'The type of a standard attribute is fixed, and it cannot be for developers only.',
  why: 'Every pool has the standard attributes with the types that OpenID Connect gives them.',
  references: [api('SchemaAttributeType'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        attributes:
          updated_at:
            type: number
          custom:age:
            type: number
      `,
    ],
    invalid: [
      yaml`
        attributes:
          email:
            type: number
      `,
      yaml`
        attributes:
          nickname:
            developerOnly: true
      `,
    ],
  },
  *check(input) {
    for (const { key, settings, path, name } of objects(input, 'attributes')) {
      const type = standardType(input, key);
      if (type === undefined || (settings.type === type && !settings.developerOnly)) continue;
      const setting = settings.type === type ? 'developerOnly' : 'type';
      yield {
        path: path(setting),
        message:
          `${name(setting)} is ${settings[setting]}; AWS would answer "You can not change AttributeDataType or set ` +
          `developerOnlyAttribute for standard schema attribute ${key}".`,
        help: `Remove ${setting}${setting === 'type' ? `: ${key} is ${type}` : ''}; or use an attribute of your own, custom:name.`,
      };
    }
  },
};
