import { guide, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const usernameOrAliasAttributes: RefusalRule = {
  id: 'username-or-alias-attributes',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A pool has username attributes or alias attributes, never both.',
  why:
    'Either an attribute is the user name, or users have a name and may sign in with attributes beside it. Both are ' +
    'fixed when the pool is created, so the choice is worth a thought: another one later means another pool.',
  references: [guide('user-pool-settings-attributes'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        signIn:
          usernameAttributes: [email]
      `,
      yaml`
        signIn:
          aliasAttributes: [email, preferredUsername]
      `,
    ],
    invalid: [
      yaml`
        signIn:
          usernameAttributes: [email]
          aliasAttributes: [phone]
      `,
    ],
  },
  *check(input) {
    const { usernameAttributes, aliasAttributes } = section(input, 'signIn');
    if (!usernameAttributes?.length || !aliasAttributes?.length) return;
    yield {
      path: ['signIn', 'aliasAttributes'],
      message:
        'signIn.usernameAttributes and signIn.aliasAttributes are both set; AWS would answer "Only one of the aliasAttributes ' +
        'or usernameAttributes can be set in a User pool."',
      help: 'Keep usernameAttributes where the address or number is the user name, aliasAttributes where users have a name.',
    };
  },
};
