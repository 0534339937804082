import { api, providerIssue } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const FACTORS = ['totp', 'sms', 'email'] as const;

export const mfaOffWithFactors: RefusalRule = {
  id: 'mfa-off-with-factors',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'With MFA off no factor can be on.',
  why:
    'The spec contradicts itself: nobody is asked for a second factor, yet a factor is on. AWS refuses the two ' +
    'together, and leaving mfa.mode out means off, so that a forgotten line would leave the pool without MFA.',
  references: [api('SetUserPoolMfaConfig'), providerIssue(46801)],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        mfa:
          mode: off
          totp: false
      `,
      yaml`
        mfa:
          mode: optional
          totp: true
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: off
          totp: true
      `,
      yaml`
        mfa:
          sms: true
          email: true
      `,
    ],
  },
  *check(input) {
    const mfa = section(input, 'mfa');
    const on = FACTORS.filter((factor) => mfa[factor] === true);
    const [first] = on;
    if (mfa.mode !== 'off' || first === undefined) return;
    const declared = input.spec.mfa?.mode !== undefined;
    yield {
      path: ['mfa', declared ? 'mode' : first],
      message:
        `mfa.mode is ${declared ? 'off' : 'left out, so off,'} but ${on.map((factor) => `mfa.${factor}`).join(' and ')} ` +
        `${on.length > 1 ? 'are' : 'is'} true; AWS would answer "Invalid MFA configuration given, can't turn off MFA and ` +
        'configure an MFA together."',
      help: 'Write mfa.mode: optional or required; or turn every factor off.',
    };
  },
};
