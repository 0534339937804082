import { api, NIST_AUTHENTICATION, SECURITY_HUB } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const CLASSES = ['requireLowercase', 'requireUppercase', 'requireNumbers', 'requireSymbols'] as const;

/** NIST SP 800-63B-4 asks a password that stands alone for 15 characters, and for no classes. */
const LONG_ENOUGH = 15;

export const passwordPolicyWeak: PostureRule = {
  id: 'password-policy-weak',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'The password policy is no weaker than Cognito’s default, or makes up for it by length.',
  why:
    'Short passwords of few kinds of characters fall to guessing and spraying. Fewer than 8 characters, or a class of ' +
    'characters less than the default, are weaker than what a pool has that says nothing. Long passwords are strong without ' +
    'classes: from 15 characters on this rule asks for none, as NIST does (Security Hub still does).',
  references: [api('PasswordPolicyType'), SECURITY_HUB, NIST_AUTHENTICATION],
  sets: ['recommended'],
  controls: { securityHub: ['Cognito.3'], nist80053: ['IA-5(1)'], pciDss: ['8.3.6'] },
  examples: {
    valid: [
      yaml`
        passwordPolicy:
          minimumLength: 12
      `,
      yaml`
        passwordPolicy:
          minimumLength: 15
          requireSymbols: false
      `,
    ],
    invalid: [
      yaml`
        passwordPolicy:
          minimumLength: 6
      `,
      yaml`
        passwordPolicy:
          minimumLength: 10
          requireSymbols: false
          requireNumbers: false
      `,
    ],
  },
  *check(input) {
    const policy = section(input, 'passwordPolicy');
    const { minimumLength = 8 } = policy;
    const missing = minimumLength >= LONG_ENOUGH ? [] : CLASSES.filter((name) => policy[name] === false);
    if ((minimumLength >= 8 && missing.length === 0) || !servesOwnUsers(input)) return;
    if (minimumLength < 8)
      yield {
        path: ['passwordPolicy', 'minimumLength'],
        message: `passwordPolicy.minimumLength is ${minimumLength}; expected at least 8, the default.`,
        help: 'Write passwordPolicy.minimumLength: 12, or leave it out.',
      };
    for (const name of missing)
      yield {
        path: ['passwordPolicy', name],
        message: `passwordPolicy.${name} is false while passwords of ${minimumLength} characters are allowed; expected true.`,
        help: `Leave passwordPolicy.${name} out; or write minimumLength: ${LONG_ENOUGH}, which needs no classes.`,
      };
  },
};
