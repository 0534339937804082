import { factorsOf } from '../kit/factors.js';
import { items } from '../kit/items.js';
import { api, providerIssue, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const requiredMfaPasskeyNeedsFactor: RefusalRule = {
  id: 'required-mfa-passkey-needs-factor',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'With MFA required, a passkey as first factor must count as multi-factor.',
  why:
    'A passkey is one factor unless the pool says that a passkey with user verification counts as two (mfa.passkeys). ' +
    'AWS refuses required MFA beside passkeys that are one factor. Terraform has no argument for that setting yet, so ' +
    'that a deploy cannot bring it about.',
  references: [api('WebAuthnConfigurationType'), providerIssue(50110), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        mfa:
          mode: required
          totp: true
          passkeys: true
      `,
      yaml`
        signIn:
          firstFactors: [password, passkey]
        mfa:
          mode: optional
          totp: true
      `,
    ],
    invalid: [
      yaml`
        signIn:
          firstFactors: [password, passkey]
        mfa:
          mode: required
          totp: true
      `,
    ],
  },
  *check(input) {
    if (!factorsOf(input).required || section(input, 'mfa').passkeys) return;
    const { firstFactors } = section(input, 'signIn');
    for (const { path } of items(firstFactors, ['signIn', 'firstFactors'], (factor) => factor === 'passkey')) {
      yield {
        path,
        message:
          'signIn.firstFactors has passkey and mfa.mode is required but mfa.passkeys is not true; AWS would answer "Cannot ' +
          'set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor".',
        help:
          'Remove passkey from signIn.firstFactors, or write mfa.mode: optional; mfa.passkeys: true is what AWS wants, and takes ' +
          'two steps, because Terraform cannot write it (provider issue 50110).',
      };
    }
  },
};
