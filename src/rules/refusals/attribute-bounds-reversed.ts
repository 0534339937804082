import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const BOUNDS = { number: ['minValue', 'maxValue'], string: ['minLength', 'maxLength'] } as const;

export const attributeBoundsReversed: RefusalRule = {
  id: 'attribute-bounds-reversed',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'The lower bound of an attribute must not be above its upper bound.',
  why: 'No value could fulfil both. AWS refuses such numbers, and an attribute that is there cannot be changed any more.',
  references: [api('SchemaAttributeType'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        attributes:
          custom:level:
            type: number
            minValue: 1
            maxValue: 1
      `,
    ],
    invalid: [
      yaml`
        attributes:
          custom:level:
            type: number
            minValue: 10
            maxValue: 1
      `,
      yaml`
        attributes:
          custom:tenant:
            minLength: 8
            maxLength: 4
      `,
    ],
  },
  *check(input) {
    for (const { key, settings, path, name } of objects(input, 'attributes')) {
      const { type } = settings;
      if (type !== 'number' && type !== 'string') continue;
      const [lower, upper] = BOUNDS[type];
      const [from, to] = [settings[lower] ?? -Infinity, settings[upper] ?? Infinity];
      if (from <= to) continue;
      const answer =
        type === 'number'
          ? `AWS would answer "Attribute ${key} cannot have a max value smaller than it's min value".`
          : 'no text could fulfil both.';
      yield {
        path: path(upper),
        message: `${name(lower)} is ${from} but ${upper} is ${to}; ${answer}`,
        help: `Write a ${upper} of at least ${from}; or lower ${lower}.`,
      };
    }
  },
};
