import { factorsOf } from '../kit/factors.js';
import { api, guide } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const rememberedDeviceSkipsMfa: PostureRule = {
  id: 'remembered-device-skips-mfa',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'A remembered device does not stand in for the second factor.',
  why:
    'AWS’s name for it, ChallengeRequiredOnNewDevice, sounds like more protection. It means that a remembered device is ' +
    'never asked for a code again: a stolen laptop and a password are enough. That is a comfort many customers expect.',
  references: [guide('amazon-cognito-user-pools-device-tracking'), api('DeviceConfigurationType')],
  sets: ['strict'],
  controls: {},
  examples: {
    valid: [
      yaml`
        mfa:
          mode: required
          totp: true
        devices:
          remember: onRequest
          replacesSecondFactor: false
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: required
          totp: true
        devices:
          remember: onRequest
          replacesSecondFactor: true
      `,
    ],
  },
  *check(input) {
    const { remember, replacesSecondFactor } = section(input, 'devices');
    if (remember === 'never' || !replacesSecondFactor || !factorsOf(input).on || !servesOwnUsers(input)) return;
    yield {
      path: ['devices', 'replacesSecondFactor'],
      message:
        'devices.replacesSecondFactor is true: a remembered device is never asked for a second factor again; expected false.',
      help: 'Write devices.replacesSecondFactor: false.',
    };
  },
};
