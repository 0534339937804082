import { factorsOf, hasSmsSender } from '../kit/factors.js';
import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const mfaNeedsAFactor: RefusalRule = {
  id: 'mfa-needs-a-factor',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'MFA that is not off needs SMS, an authenticator app or e-mail as a factor.',
  why:
    'AWS refuses MFA without a factor that users could set up. Passkeys do not count here: even with mfa.passkeys the ' +
    'pool needs one of the three others.',
  references: [api('SetUserPoolMfaConfig'), 'https://github.com/go-to-k/cdkd/pull/1982'],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        mfa:
          mode: required
          totp: true
      `,
      yaml`
        mfa:
          mode: off
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: optional
      `,
      yaml`
        mfa:
          mode: required
          passkeys: true
          totp: false
      `,
    ],
  },
  *check(input) {
    const { on, sms, totp, email } = factorsOf(input);
    // With a sender Cognito offers SMS, whatever the spec says: sms-sender-means-sms-mfa.
    if (!on || sms || totp || email || hasSmsSender(input)) return;
    yield {
      path: ['mfa', 'mode'],
      message:
        `mfa.mode is ${section(input, 'mfa').mode} but none of mfa.totp, mfa.sms and mfa.email is true; AWS would answer ` +
        '"Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled."',
      help: 'Turn a factor on, best mfa.totp: true, which needs nothing else; or write mfa.mode: off.',
    };
  },
};
