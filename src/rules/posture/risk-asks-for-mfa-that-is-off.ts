import { api, guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const EFFECT: Readonly<Record<string, string>> = {
  mfaIfConfigured: 'lets every such sign-in pass',
  mfaRequired: 'blocks every such sign-in',
};

export const riskAsksForMfaThatIsOff: PostureRule = {
  id: 'risk-asks-for-mfa-that-is-off',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A pool that answers risk with a second factor has second factors.',
  why:
    'With MFA off nobody has a factor to be asked for. mfaIfConfigured then allows the risky sign-in, and mfaRequired ' +
    'blocks it: neither is what the word says. AWS wants MFA optional beside adaptive authentication.',
  references: [guide('user-pool-settings-mfa'), api('AccountTakeoverActionType')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        pool:
          tier: plus
        mfa:
          mode: optional
          totp: true
        threatProtection:
          mode: enforced
        terraform:
          providerVersion: ">= 6.25.0, < 7.0.0"
        risk:
          pool:
            highRisk: mfaRequired
      `,
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        terraform:
          providerVersion: ">= 6.25.0, < 7.0.0"
        risk:
          pool:
            highRisk: block
      `,
    ],
    invalid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        terraform:
          providerVersion: ">= 6.25.0, < 7.0.0"
        risk:
          pool:
            mediumRisk: mfaIfConfigured
            highRisk: mfaRequired
      `,
    ],
  },
  *check(input) {
    if (section(input, 'mfa').mode !== 'off') return;
    for (const { settings, path, name } of objects(input, 'risk'))
      for (const level of ['lowRisk', 'mediumRisk', 'highRisk'] as const) {
        const effect = EFFECT[settings[level] ?? ''];
        if (effect === undefined) continue;
        yield {
          path: path(level),
          message: `${name(level)} is ${settings[level]} while mfa.mode is off, which ${effect}; expected mfa.mode: optional, or another answer.`,
          help: `Write mfa.mode: optional with a factor such as mfa.totp: true; or ${name(level)}: block.`,
        };
      }
  },
};
