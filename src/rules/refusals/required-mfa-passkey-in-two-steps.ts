import { factorsOf } from '../kit/factors.js';
import { items } from '../kit/items.js';
import { api, providerIssue } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const requiredMfaPasskeyInTwoSteps: RefusalRule = {
  id: 'required-mfa-passkey-in-two-steps',
  kind: 'refusal',
  severity: 'warning',
  confidence: 'measured',
  summary: 'A pool that requires MFA and takes passkeys for it is made in two steps.',
  why: 'Terraform cannot say that a passkey counts as multi-factor. It makes the pool, and then AWS refuses the call that turns MFA on: what is left is a pool without MFA, which Terraform holds for tainted and may not replace.',
  references: [
    providerIssue(50110),
    'https://github.com/hashicorp/terraform-provider-aws/pull/48388',
    api('WebAuthnConfigurationType'),
  ],
  sets: ['recommended'],

  examples: {
    valid: [
      yaml`
        signIn:
          firstFactors: [password, passkey]
        mfa:
          mode: optional
          totp: true
          passkeys: true
      `,
      yaml`
        mfa:
          mode: required
          totp: true
          passkeys: true
      `,
    ],
    invalid: [
      yaml`
        signIn:
          firstFactors: [password, passkey]
        mfa:
          mode: required
          totp: true
          passkeys: true
      `,
    ],
  },
  *check(input) {
    if (!factorsOf(input).required || !section(input, 'mfa').passkeys) return;
    const { firstFactors } = section(input, 'signIn');
    for (const { path } of items(firstFactors, ['signIn', 'firstFactors'], (factor) => factor === 'passkey'))
      yield {
        path,
        message:
          'A first deploy of passkeys with mfa.mode: required stops halfway: Terraform makes the pool, and AWS refuses to turn MFA on, since no provider can say mfa.passkeys.',
        help: 'Deploy once with mfa.mode: optional; then write required and run poolward fix, which sets the mode and passkeys in one call. For a pool that exists already nothing is to be done.',
      };
  },
};
