import { intent } from '../kit/intent.js';
import { guide, SECURITY_HUB } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const deletionProtectionOff: PostureRule = {
  id: 'deletion-protection-off',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'AWS refuses to delete a production pool.',
  why:
    'With the pool go its users, their passwords and their subject ids; there is no backup to restore. Deletion protection ' +
    'makes a slip in the console, a script, or a deploy that replaces the pool fail instead.',
  references: [guide('user-pool-settings-deletion-protection'), SECURITY_HUB],
  sets: ['recommended'],
  controls: { securityHub: ['Cognito.6'] },
  examples: {
    valid: [
      yaml`
        pool:
          deletionProtection: true
      `,
      yaml`
        pool:
          environment: development
      `,
    ],
    invalid: [
      yaml`
        pool:
          deletionProtection: false
      `,
    ],
  },
  *check(input) {
    if (!intent(input).production || section(input, 'pool').deletionProtection) return;
    yield {
      path: ['pool', 'deletionProtection'],
      message: 'pool.deletionProtection is false in a production pool; expected true.',
      help: 'Write pool.deletionProtection: true.',
    };
  },
};
