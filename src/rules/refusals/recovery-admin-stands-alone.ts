import { items } from '../kit/items.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const recoveryAdminStandsAlone: RefusalRule = {
  id: 'recovery-admin-stands-alone',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'Recovery by an administrator excludes every other way.',
  why: 'admin means that users cannot recover an account by themselves; another way beside it would contradict that.',
  references: [api('AccountRecoverySettingType'), RECORDED_REFUSALS],
  sets: ['recommended'],
  needs: 'spec',
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
    ],
    invalid: [
      yaml`
        accountRecovery:
          mechanisms: [email, admin]
      `,
    ],
  },
  *check(input) {
    const { mechanisms = [] } = section(input, 'accountRecovery');
    if (mechanisms.length < 2) return;
    for (const { path } of items(mechanisms, ['accountRecovery', 'mechanisms'], (name) => name === 'admin')) {
      yield {
        path,
        message:
          'accountRecovery.mechanisms has admin beside another way; AWS would answer "Account Recovery Setting cannot use ' +
          'admin_only setting with any other recovery mechanisms."',
        help: 'Write mechanisms: [admin] alone; or remove admin.',
      };
    }
  },
};
