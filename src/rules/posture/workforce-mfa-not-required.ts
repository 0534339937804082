import { intent } from '../kit/intent.js';
import { guide, SECURITY_HUB } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const workforceMfaNotRequired: PostureRule = {
  id: 'workforce-mfa-not-required',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'The own workforce signs in with a second factor, without exception.',
  why:
    'An employee’s account opens internal systems, and one phished password among all of them is enough. Where the factor ' +
    'is optional, those who were phished are those who never set one up: managed login does not even ask for it.',
  references: [guide('user-pool-settings-mfa'), SECURITY_HUB],
  sets: ['recommended'],
  controls: { securityHub: ['Cognito.5'], nist80053: ['IA-2(1)', 'IA-2(2)'], pciDss: ['8.4.2'] },
  examples: {
    valid: [
      yaml`
        pool:
          audience: workforce
        mfa:
          mode: required
          totp: true
      `,
      yaml`
        pool:
          audience: customers
        mfa:
          mode: optional
          totp: true
      `,
    ],
    invalid: [
      yaml`
        pool:
          audience: workforce
        mfa:
          mode: optional
          totp: true
      `,
      yaml`
        pool:
          audience: workforce
        mfa:
          mode: off
      `,
    ],
  },
  *check(input) {
    const { mode } = section(input, 'mfa');
    if (mode === 'required' || intent(input).audience !== 'workforce' || !servesOwnUsers(input)) return;
    yield {
      path: ['mfa', 'mode'],
      message: `mfa.mode is ${mode} in a production pool whose audience is workforce; expected required.`,
      help: 'Write mfa.mode: required and mfa.totp: true; one-time codes as a first factor have to go then.',
    };
  },
};
