import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const firstFactorsNeedPassword: RefusalRule = {
  id: 'first-factors-need-password',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'The first factors must include the password.',
  why:
    'Cognito adds one-time codes and passkeys to the password, it does not replace it. What a client offers its users ' +
    'is decided by the client’s authFlows.',
  references: [api('SignInPolicyType'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        signIn:
          firstFactors: [password, passkey]
      `,
    ],
    invalid: [
      yaml`
        signIn:
          firstFactors: [passkey]
      `,
    ],
  },
  *check(input) {
    if (section(input, 'signIn').firstFactors?.includes('password')) return;
    yield {
      path: ['signIn', 'firstFactors'],
      message:
        'signIn.firstFactors lacks password; AWS would answer "Password should be configured as one of the allowed first ' +
        'auth factors."',
      help: 'Add password to signIn.firstFactors.',
    };
  },
};
