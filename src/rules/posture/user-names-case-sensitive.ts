import { api } from '../kit/pages.js';
import { hasOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const userNamesCaseSensitive: PostureRule = {
  id: 'user-names-case-sensitive',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Ada@example.com and ada@example.com are one user.',
  why:
    'Phones begin with a capital letter, and people do not notice: a case-sensitive pool tells them that they do not ' +
    'exist, or lets them, or somebody else, register a second account for the same address. It is fixed when the pool is ' +
    'made, so the only way back is a new pool. A pool that was made without the setting is case-sensitive too, by what AWS ' +
    'documents; Poolward writes signIn.caseSensitive: false into every pool that it makes.',
  references: [api('UsernameConfigurationType')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        signIn:
          caseSensitive: false
      `,
    ],
    invalid: [
      yaml`
        signIn:
          usernameAttributes: [email]
          caseSensitive: true
      `,
    ],
  },
  *check(input) {
    const { caseSensitive } = section(input, 'signIn');
    if (caseSensitive === false || !hasOwnUsers(input)) return;
    // The spec has a default; a live pool may have been made without the setting.
    const found = caseSensitive ? 'is true' : 'is not set, which AWS documents as true';
    yield {
      path: ['signIn', 'caseSensitive'],
      message: `signIn.caseSensitive ${found}: the same address in other letters is another user; expected false.`,
      help: 'Write signIn.caseSensitive: false before the pool is made; in a pool that exists, write names in lower case before they are sent to Cognito, and accept this finding.',
    };
  },
};
