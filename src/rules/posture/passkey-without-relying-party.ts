import { keptElsewhere } from '../kit/elsewhere.js';
import { items } from '../kit/items.js';
import { api } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const passkeyWithoutRelyingParty: PostureRule = {
  id: 'passkey-without-relying-party',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'The domain that passkeys are bound to is certain.',
  why: 'A passkey works on the domain that it was made for and nowhere else. Where the spec names none, AWS takes the custom domain, else the prefix; without any domain nobody can register a passkey, and a custom domain that comes later makes those of the prefix worthless.',
  references: [api('CustomDomainConfigType'), api('WebAuthnConfigurationType')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        signIn:
          firstFactors: [password, passkey]
        domains:
          acme-login:
      `,
      yaml`
        signIn:
          firstFactors: [password, passkey]
        mfa:
          passkeyRelyingParty: example.com
      `,
    ],
    invalid: [
      yaml`
        signIn:
          firstFactors: [password, passkey]
      `,
      yaml`
        signIn:
          firstFactors: [password, passkey]
        domains:
          acme-login:
          auth.example.com:
            certificate: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
      `,
    ],
  },
  *check(input) {
    const { firstFactors = [] } = section(input, 'signIn');
    const [passkey] = items(firstFactors, ['signIn', 'firstFactors'], (factor) => factor === 'passkey');
    if (!passkey || section(input, 'mfa').passkeyRelyingParty !== undefined) return;
    if (keptElsewhere(input, 'domains', '')) return;
    const domains = objects(input, 'domains').map(({ key }) => key);
    const custom = domains.find((domain) => domain.includes('.'));
    if (domains.length === 0)
      yield {
        path: passkey.path,
        message:
          'mfa.passkeyRelyingParty is left out and the pool has no domain: nobody can register a passkey (WebAuthnConfigurationMissingException).',
        help: 'Write mfa.passkeyRelyingParty: the domain that users sign in on.',
      };
    if (custom !== undefined && domains.length > 1)
      yield {
        path: passkey.path,
        message: `mfa.passkeyRelyingParty is left out, so that AWS takes ${custom}: passkeys do not work at the prefix domain.`,
        help: `Write mfa.passkeyRelyingParty: ${custom}, and let users sign in there.`,
      };
  },
};
