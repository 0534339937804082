import { CHANNELS } from '../kit/channels.js';
import { api, guide } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const attributeUpdateUnverified: PostureRule = {
  id: 'attribute-update-unverified',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A new e-mail address or phone number counts only once its owner has confirmed it.',
  why:
    'Otherwise Cognito replaces the old, verified address at once. A typing error takes away the address that the user ' +
    'signs in with and recovers by; and a stolen session is enough to move an account to an address of the thief.',
  references: [guide('user-pool-settings-email-phone-verification'), api('UserAttributeUpdateSettingsType')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        verification:
          autoVerify: [email]
          beforeUpdate: [email]
      `,
      yaml`
        verification:
          autoVerify: []
      `,
    ],
    invalid: [
      yaml`
        verification:
          autoVerify: [email]
      `,
    ],
  },
  *check(input) {
    const { autoVerify = [], beforeUpdate = [] } = section(input, 'verification');
    const missing = CHANNELS.filter((channel) => autoVerify.includes(channel) && !beforeUpdate.includes(channel));
    if (missing.length === 0 || !servesOwnUsers(input)) return;
    yield {
      path: ['verification', 'beforeUpdate'],
      message: `verification.beforeUpdate lacks ${missing.join(' and ')}: a changed value replaces the verified one before anybody has confirmed it.`,
      help: `Write verification.beforeUpdate: [${CHANNELS.filter((channel) => autoVerify.includes(channel)).join(', ')}].`,
    };
  },
};
