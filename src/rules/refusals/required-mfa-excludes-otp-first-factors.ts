import { factorsOf } from '../kit/factors.js';
import { items } from '../kit/items.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const requiredMfaExcludesOtpFirstFactors: RefusalRule = {
  id: 'required-mfa-excludes-otp-first-factors',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'With MFA required, one-time codes cannot be a first factor.',
  why:
    'Signing in with a one-time code alone is one factor, which required MFA rules out. AWS refuses the two together; ' +
    'with MFA optional it accepts them.',
  references: [api('SignInPolicyType'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        signIn:
          firstFactors: [password, emailOtp]
        mfa:
          mode: optional
          totp: true
      `,
      yaml`
        signIn:
          firstFactors: [password]
        mfa:
          mode: required
          totp: true
      `,
    ],
    invalid: [
      yaml`
        signIn:
          firstFactors: [password, emailOtp]
        mfa:
          mode: required
          totp: true
      `,
    ],
  },
  *check(input) {
    if (!factorsOf(input).required) return;
    const { firstFactors } = section(input, 'signIn');
    for (const { item, path } of items(firstFactors, ['signIn', 'firstFactors'], isOneTimeCode)) {
      yield {
        path,
        message:
          `signIn.firstFactors has ${item} but mfa.mode is required; AWS would answer "Only PASSWORD and WEB_AUTHN (if ` +
          'configured) can be enabled as an auth factor if MFA is enabled".',
        help: `Remove ${item} from signIn.firstFactors; or write mfa.mode: optional.`,
      };
    }
  },
};

const isOneTimeCode = (factor: string): boolean => factor === 'emailOtp' || factor === 'smsOtp';
