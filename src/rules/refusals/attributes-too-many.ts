import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const MOST = 50;
const many = (count: number): string =>
  `attributes:\n${Array.from({ length: count }, (_, index) => `  custom:a${index + 1}: {}\n`).join('')}`;

export const attributesTooMany: RefusalRule = {
  id: 'attributes-too-many',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A pool declares at most 50 attributes.',
  why:
    'AWS takes a schema of at most 50 entries, those for standard attributes that are declared among them; so does the ' +
    'Terraform provider. No attribute can be taken back later.',
  references: [api('CreateUserPool'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        attributes:
          email:
            required: true
          custom:tenant: {}
      `,
    ],
    invalid: [many(MOST + 1)],
  },
  *check(input) {
    const all = objects(input, 'attributes');
    for (const { path, name } of all.slice(MOST)) {
      yield {
        path: path(),
        message: `${name()} is one of ${all.length} attributes, and ${MOST} are allowed; AWS would answer "Member must have length less than or equal to ${MOST}".`,
        help: 'Keep what is looked up less often in a database of the application.',
      };
    }
  },
};
