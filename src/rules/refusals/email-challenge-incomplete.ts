import { identityName, mailAddress } from '../../facets/kit/ses-identity.js';
import { guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const emailChallengeIncomplete: RefusalRule = {
  id: 'email-challenge-incomplete',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'An e-mail challenge has a From address, and an SES identity that may send from it.',
  why:
    'The function that mails codes sends by SES, from one address, and its role is allowed that address of that identity ' +
    'alone. Without them no mail leaves, and nobody signs in.',
  references: [
    'https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html',
    guide('user-pool-lambda-create-auth-challenge'),
  ],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        emailChallenge:
          from: Acme <no-reply@mail.example.com>
          identity: example.com
        clients:
          web:
            authFlows: [custom]
            authSessionMinutes: 5
      `,
    ],
    invalid: [
      yaml`
        emailChallenge:
          codeLength: 8
      `,
      yaml`
        emailChallenge:
          from: no-reply@example.com
        clients:
          web:
            authFlows: [custom]
            authSessionMinutes: 5
      `,
      yaml`
        emailChallenge:
          from: no-reply@example.org
          identity: example.com
        clients:
          web:
            authFlows: [custom]
            authSessionMinutes: 5
      `,
    ],
  },
  *check(input) {
    if (Object.keys(input.spec.emailChallenge ?? {}).length === 0) return;
    const { from, identity } = section(input, 'emailChallenge');
    if (from === undefined) yield NO_FROM;
    else if (identity === undefined) yield NO_IDENTITY;
    else if (!covers(identity, from))
      yield {
        path: ['emailChallenge', 'from'],
        message: `emailChallenge.from is ${from}, which is not an address of the identity ${identityName(identity)} that sends.`,
        help: 'Write an address of the identity; or name the identity of the address as emailChallenge.identity.',
      };
  },
};

const NO_FROM = {
  path: ['emailChallenge'],
  message: 'emailChallenge has no from, so that no challenge is made.',
  help: 'Write emailChallenge.from, or remove the section.',
};

const NO_IDENTITY = {
  path: ['emailChallenge'],
  message: 'emailChallenge names no SES identity, and emailSender has none either.',
  help: 'Write emailChallenge.identity: the domain or address that SES has verified.',
};

/** An address is an identity of its own; a domain is one for its addresses, and for those beneath it. */
function covers(identity: string, from: string): boolean {
  const address = mailAddress(from).toLowerCase();
  const name = identityName(identity).toLowerCase();
  return name.includes('@') ? name === address : address.endsWith(`@${name}`) || address.endsWith(`.${name}`);
}
