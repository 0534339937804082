import { items } from '../kit/items.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const ALONE = {
  admin:
    'AWS would answer "Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms."',
  legacy: 'it means that the pool has no recovery setting at all.',
};

export const recoveryAdminStandsAlone: RefusalRule = {
  id: 'recovery-admin-stands-alone',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'Recovery by an administrator, and recovery that nobody set, exclude every other way.',
  why:
    'admin means that users cannot recover an account by themselves; another way beside it would contradict that. legacy ' +
    'means that the pool has no recovery setting, so that there is no list for another way to be in.',
  references: [api('AccountRecoverySettingType'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        accountRecovery:
          mechanisms: [admin]
      `,
      yaml`
        accountRecovery:
          mechanisms: [email, phone]
      `,
      yaml`
        accountRecovery:
          mechanisms: [legacy]
      `,
    ],
    invalid: [
      yaml`
        accountRecovery:
          mechanisms: [email, admin]
      `,
      yaml`
        accountRecovery:
          mechanisms: [legacy, email]
      `,
    ],
  },
  *check(input) {
    const { mechanisms = [] } = section(input, 'accountRecovery');
    if (mechanisms.length < 2) return;
    for (const { path, item } of items(mechanisms, ['accountRecovery', 'mechanisms'], (name) => name in ALONE))
      yield {
        path,
        message: `accountRecovery.mechanisms has ${item} beside another way; ${ALONE[item as keyof typeof ALONE]}`,
        help: `Write mechanisms: [${item}] alone; or remove ${item}.`,
      };
  },
};
