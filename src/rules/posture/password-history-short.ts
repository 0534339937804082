import { api, guide } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const REMEMBERED = 4;

export const passwordHistoryShort: PostureRule = {
  id: 'password-history-short',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A password that was changed does not come back.',
  why:
    'Who must change a password after it leaked, and may take the old one again, does: the reset has changed nothing. PCI ' +
    'DSS wants the last four to be refused. Tier lite cannot remember passwords, and is passed over.',
  references: [api('PasswordPolicyType'), guide('managing-users-passwords')],
  sets: ['strict'],
  controls: { pciDss: ['8.3.7'] },
  examples: {
    valid: [
      yaml`
        passwordPolicy:
          historySize: 4
      `,
      yaml`
        pool:
          tier: lite
      `,
    ],
    invalid: [
      yaml`
        passwordPolicy:
          historySize: 2
      `,
    ],
  },
  *check(input) {
    const { historySize = 0 } = section(input, 'passwordPolicy');
    if (historySize >= REMEMBERED || section(input, 'pool').tier === 'lite' || !servesOwnUsers(input)) return;
    yield {
      path: ['passwordPolicy', 'historySize'],
      message: `passwordPolicy.historySize is ${historySize}; expected at least ${REMEMBERED}.`,
      help: `Write passwordPolicy.historySize: ${REMEMBERED}, or more.`,
    };
  },
};
