import { api, guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const riskAsksForMfaAlreadyRequired: PostureRule = {
  id: 'risk-asks-for-mfa-already-required',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A pool that answers risk with a second factor leaves MFA optional.',
  why: 'Adaptive authentication asks for a second factor where a sign-in looks risky, and AWS wants MFA optional for it. Where MFA is required everybody is asked anyway: the answer adds nothing, and what AWS makes of the pair it does not say.',
  references: [guide('cognito-user-pool-settings-adaptive-authentication'), api('SetUserPoolMfaConfig')],
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
        mfa:
          mode: required
          totp: true
        threatProtection:
          mode: enforced
        terraform:
          providerVersion: ">= 6.25.0, < 7.0.0"
        risk:
          pool:
            mediumRisk: allow
            highRisk: block
      `,
    ],
    invalid: [
      yaml`
        pool:
          tier: plus
        mfa:
          mode: required
          totp: true
        threatProtection:
          mode: enforced
        terraform:
          providerVersion: ">= 6.25.0, < 7.0.0"
        risk:
          pool:
            mediumRisk: mfaRequired
      `,
    ],
  },
  *check(input) {
    if (section(input, 'mfa').mode !== 'required') return;
    for (const { settings, path, name } of objects(input, 'risk'))
      for (const level of ['lowRisk', 'mediumRisk', 'highRisk'] as const)
        if (settings[level] === 'mfaIfConfigured' || settings[level] === 'mfaRequired')
          yield {
            path: path(level),
            message: `${name(level)} is ${settings[level]} while mfa.mode is required, and AWS wants MFA optional beside it; expected allow or block.`,
            help: `Write ${name(level)}: allow, since everybody is asked for a second factor; or block; or mfa.mode: optional.`,
          };
  },
};
