import { intent } from '../kit/intent.js';
import { api } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const poolWithoutTags: PostureRule = {
  id: 'pool-without-tags',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'A production pool says by its tags whose it is.',
  why:
    'Bills, access policies and the person who is called at night go by tags. Which tags there must be is for each ' +
    'organisation to say; none at all is none of them.',
  references: [api('TagResource')],
  sets: ['strict'],
  controls: {},
  examples: {
    valid: [
      yaml`
        pool:
          tags:
            team: identity
      `,
    ],
    invalid: [
      yaml`
        pool:
          tags: {}
      `,
    ],
  },
  *check(input) {
    if (!intent(input).production || Object.keys(section(input, 'pool').tags ?? {}).length > 0) return;
    yield {
      path: ['pool', 'tags'],
      message: 'pool.tags is empty in a production pool; expected at least the tag of its owner.',
      help: 'Write pool.tags with the tags that your organisation asks for, such as team: identity.',
    };
  },
};
