import { guide } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const deviceTrackingOff: PostureRule = {
  id: 'device-tracking-off',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'Users can see and forget the devices that they signed in with.',
  why:
    'Without device tracking the pool knows no devices: a user who lost a phone cannot forget it by itself, only sign out ' +
    'everywhere. Applications must handle device keys for it, so it is work, and of use only where they show the list.',
  references: [guide('amazon-cognito-user-pools-device-tracking')],
  sets: ['strict'],
  controls: {},
  examples: {
    valid: [
      yaml`
        devices:
          remember: onRequest
      `,
    ],
    invalid: [
      yaml`
        devices:
          remember: never
      `,
    ],
  },
  *check(input) {
    if (section(input, 'devices').remember !== 'never' || !servesOwnUsers(input)) return;
    yield {
      path: ['devices', 'remember'],
      message: 'devices.remember is never in a production pool; expected onRequest or always.',
      help: 'Write devices.remember: onRequest, once the applications confirm and list devices.',
    };
  },
};
