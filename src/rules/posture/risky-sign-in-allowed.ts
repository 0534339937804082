import { api, guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { enforcedRisk } from '../kit/risk.js';
import { yaml } from '../kit/yaml.js';

/** What is too little for a level; a factor that the user need not have is none for the highest. */
const TOO_LITTLE = { mediumRisk: ['allow'], highRisk: ['allow', 'mfaIfConfigured'] } as const;
const EXPECTED = { mediumRisk: 'mfaIfConfigured or more', highRisk: 'block or mfaRequired' } as const;
const HELP = { mediumRisk: 'mfaIfConfigured', highRisk: 'block' } as const;

export const riskySignInAllowed: PostureRule = {
  id: 'risky-sign-in-allowed',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A sign-in of medium or high risk meets resistance.',
  why:
    'Enforced threat protection does what the risk configuration says for each level, and one that allows the sign-in, or ' +
    'says nothing, is an expensive log. mfaIfConfigured lets in whoever has no second factor, which an account that is ' +
    'taken over often has not. A sign-in of low risk may pass: blocking it locks out travellers.',
  references: [guide('cognito-user-pool-settings-adaptive-authentication'), api('AccountTakeoverActionType')],
  sets: ['recommended'],
  controls: { nist80053: ['AC-2(12)', 'IA-10'] },
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
            lowRisk: allow
            mediumRisk: mfaIfConfigured
            highRisk: block
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
          mode: optional
          totp: true
        threatProtection:
          mode: enforced
        terraform:
          providerVersion: ">= 6.25.0, < 7.0.0"
        risk:
          pool:
            mediumRisk: allow
            highRisk: mfaIfConfigured
      `,
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        risk:
          pool:
            compromisedCredentials: block
      `,
    ],
  },
  *check(input) {
    const risk = enforcedRisk(input);
    if (!risk) return;
    // Where MFA is required everybody is asked for a second factor, and AWS wants no answer that asks for one more.
    const required = section(input, 'mfa').mode === 'required';
    const levels = required ? (['highRisk'] as const) : (['mediumRisk', 'highRisk'] as const);
    const silent = levels.filter((level) => risk[level] === undefined);
    if (silent.length > 0)
      yield {
        path: ['risk', 'pool', ...silent.slice(0, 1)],
        message: `risk.pool says nothing of ${silent.join(' and ')} although threatProtection.mode is enforced; expected what is done about such a sign-in.`,
        help: `Write ${silent.map((level) => `risk.pool.${level}: ${HELP[level]}`).join(' and ')}.`,
      };
    for (const level of levels) {
      if (!TOO_LITTLE[level].some((little) => little === risk[level])) continue;
      yield {
        path: ['risk', 'pool', level],
        message: `risk.pool.${level} is ${risk[level]} although threatProtection.mode is enforced; expected ${required ? 'block' : EXPECTED[level]}.`,
        help: `Write risk.pool.${level}: ${HELP[level]}.`,
      };
    }
  },
};
