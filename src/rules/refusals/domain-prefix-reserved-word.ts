import { guide, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const RESERVED: readonly string[] = ['aws', 'amazon', 'cognito'];

export const domainPrefixReservedWord: RefusalRule = {
  id: 'domain-prefix-reserved-word',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A domain prefix must not have aws, amazon or cognito as a word.',
  why: 'AWS keeps these words to itself where they stand alone between hyphens; as a part of a longer word (awsome) they pass.',
  references: [guide('cognito-user-pools-assign-domain-prefix'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        domains:
          awsome-login:
            managedLoginVersion: 2
      `,
    ],
    invalid: [
      yaml`
        domains:
          acme-cognito-login:
            managedLoginVersion: 2
      `,
    ],
  },
  *check(input) {
    for (const { key, path, name } of objects(input, 'domains')) {
      const word = key.split('-').find((part) => RESERVED.includes(part));
      if (key.includes('.') || word === undefined) continue;
      yield {
        path: path(),
        message: `${name()} has the word ${word}, which AWS refuses in a domain prefix.`,
        help: `Choose a prefix without ${word}; the words aws, amazon and cognito are reserved.`,
      };
    }
  },
};
