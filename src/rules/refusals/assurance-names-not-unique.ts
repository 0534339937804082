import { quote } from '../../spec/quote.js';
import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const LEVELS = [1, 2, 3, 4];

export const assuranceNamesNotUnique: RefusalRule = {
  id: 'assurance-names-not-unique',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'Each level of assurance has a name of its own.',
  why:
    'The acr claim tells an application how well a user was authenticated. Two levels of one name could not be told ' +
    'apart; a level that is left out keeps its name urn:cognito:loa:1 to urn:cognito:loa:4, and counts.',
  references: [api('CreateUserPool'), api('AcrLevelConfigType')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        tokens:
          assuranceLevels:
            Level1: urn:acme:low
            Level2: urn:acme:high
      `,
    ],
    invalid: [
      yaml`
        tokens:
          assuranceLevels:
            Level1: urn:acme:low
            Level2: urn:acme:low
      `,
      yaml`
        tokens:
          assuranceLevels:
            Level1: urn:cognito:loa:2
      `,
    ],
  },
  *check(input) {
    const { assuranceLevels } = section(input, 'tokens');
    if (!assuranceLevels) return;
    const named = LEVELS.map((level) => assuranceLevels[`Level${level}`] ?? `urn:cognito:loa:${level}`);
    for (const [level, name] of Object.entries(assuranceLevels)) {
      const other = named.findIndex((one, index) => one === name && `Level${index + 1}` !== level);
      if (other < 0 || (assuranceLevels[`Level${other + 1}`] !== undefined && `Level${other + 1}` > level)) continue;
      yield {
        path: ['tokens', 'assuranceLevels', level],
        message: `tokens.assuranceLevels.${level} is ${quote(name)}, which is the name of Level${other + 1} too; AWS wants them unique.`,
        help: 'Give every level a name of its own.',
      };
    }
  },
};
