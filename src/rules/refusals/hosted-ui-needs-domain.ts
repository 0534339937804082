import { RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const hostedUiNeedsDomain: RefusalRule = {
  id: 'hosted-ui-needs-domain',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A style of the hosted UI needs a domain.',
  why: 'The classic hosted UI is served at the domain of the pool; AWS refuses a style where there is none.',
  references: [RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        domains:
          acme-login:
        hostedUi:
          pool:
            css: ".banner-customizable { background-color: #123456; }"
      `,
    ],
    invalid: [
      yaml`
        hostedUi:
          pool:
            css: ".banner-customizable { background-color: #123456; }"
      `,
    ],
  },
  *check(input) {
    if (objects(input, 'domains').length > 0) return;
    for (const { path, name } of objects(input, 'hostedUi'))
      yield {
        path: path(),
        message: `${name()} is a style, but the pool has no domain; AWS would answer "A domain must be associated with this user pool."`,
        help: 'Declare a domain under domains, or remove the style.',
      };
  },
};
