import { intent } from '../kit/intent.js';
import { api, guide } from '../kit/pages.js';
import type { PoolInput, PostureRule } from '../kit/pool-rule.js';
import { isPrivilege } from '../kit/privileges.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const privilegeAttributeMutable: PostureRule = {
  id: 'privilege-attribute-mutable',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'An attribute that gives rights, and never changes, cannot be changed.',
  why:
    'What an attribute holds stands in tokens, and whoever has an access token may change the mutable attributes that its ' +
    'client can write. A tenant that is fixed at creation cannot be swapped by any client, however it is configured later. ' +
    'A role that administrators do change has to be mutable, and kept out of every client’s writeAttributes. One that an ' +
    'identity provider fills is passed over: AWS wants it mutable.',
  references: [guide('user-pool-settings-attributes'), api('SchemaAttributeType')],
  sets: ['strict'],
  controls: {},
  examples: {
    valid: [
      yaml`
        attributes:
          custom:tenant:
            mutable: false
      `,
      yaml`
        attributes:
          custom:colour:
            mutable: true
      `,
    ],
    invalid: [
      yaml`
        attributes:
          custom:tenant:
            maxLength: 64
      `,
    ],
  },
  *check(input) {
    if (!intent(input).production) return;
    for (const { key, settings, path, name } of objects(input, 'attributes')) {
      if (!isPrivilege(key) || !settings.mutable || settings.developerOnly || isFilled(input, key)) continue;
      yield {
        path: path('mutable'),
        message: `${name('mutable')} is true, and by its name the attribute gives rights; expected false.`,
        help: `Write ${name('mutable')}: false before the attribute is made; or accept this finding once no client has ${key} in its writeAttributes.`,
      };
    }
  },
};

function isFilled(input: PoolInput, attribute: string): boolean {
  return objects(input, 'identityProviders').some(({ settings }) => attribute in (settings.attributeMapping ?? {}));
}
