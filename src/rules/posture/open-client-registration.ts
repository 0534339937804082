import { api } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const openClientRegistration: PostureRule = {
  id: 'open-client-registration',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Nobody registers app clients without a token.',
  why:
    'With open registration anybody on the internet makes clients of this pool: with callbacks of their own, to which ' +
    'your users are then sent from your own sign-in page. Registration with an initial access token is for those to ' +
    'whom you gave one.',
  references: [api('DcrConfigurationType')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        dynamicRegistration:
          enabled: true
      `,
    ],
    invalid: [
      yaml`
        dynamicRegistration:
          enabled: true
          open: true
      `,
    ],
  },
  *check(input) {
    const { enabled, open } = section(input, 'dynamicRegistration');
    if (!enabled || !open) return;
    yield {
      path: ['dynamicRegistration', 'open'],
      message: 'dynamicRegistration.open is true: anybody may make a client of this pool.',
      help: 'Remove dynamicRegistration.open, and give initial access tokens to those who may register.',
    };
  },
};
