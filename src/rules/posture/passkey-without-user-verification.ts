import { api } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const passkeyWithoutUserVerification: PostureRule = {
  id: 'passkey-without-user-verification',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A passkey proves that its owner is there, not only that somebody has the key.',
  why:
    'With user verification preferred, which is Cognito’s default, a security key without PIN or fingerprint will do: ' +
    'whoever finds it, and knows the user name, is signed in. Required, the key and its owner are two factors.',
  references: [api('WebAuthnConfigurationType'), 'https://www.w3.org/TR/webauthn-2/#enum-userVerificationRequirement'],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        signIn:
          firstFactors: [password, passkey]
        mfa:
          passkeyRelyingParty: auth.example.com
          passkeyUserVerification: required
      `,
      yaml`
        signIn:
          firstFactors: [password]
      `,
    ],
    invalid: [
      yaml`
        signIn:
          firstFactors: [password, passkey]
        mfa:
          passkeyRelyingParty: auth.example.com
      `,
    ],
  },
  *check(input) {
    const { firstFactors = [] } = section(input, 'signIn');
    if (!firstFactors.includes('passkey') || !servesOwnUsers(input)) return;
    const { passkeyUserVerification = 'preferred' } = section(input, 'mfa');
    if (passkeyUserVerification === 'required') return;
    yield {
      path: ['mfa', 'passkeyUserVerification'],
      message: `mfa.passkeyUserVerification is ${passkeyUserVerification} while passkeys sign users in; expected required.`,
      help: 'Write mfa.passkeyUserVerification: required; keys without PIN or fingerprint then cannot be registered any more.',
    };
  },
};
