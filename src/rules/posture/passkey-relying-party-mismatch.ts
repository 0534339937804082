import { api } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const passkeyRelyingPartyMismatch: PostureRule = {
  id: 'passkey-relying-party-mismatch',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'Passkeys are bound to the custom domain of a pool that has one.',
  why:
    'A browser offers a passkey only on the domain that it was made for. With a custom domain AWS wants that very domain ' +
    'as relying party for managed login and the hosted UI: with another one nobody can register or use a passkey there. A ' +
    'later correction makes all passkeys that exist worthless.',
  references: [api('WebAuthnConfigurationType')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        signIn:
          firstFactors: [password, passkey]
        mfa:
          passkeyRelyingParty: auth.example.com
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [openid]
            callbackUrls: [https://app.example.com/callback]
            identityProviders: [COGNITO]
        domains:
          auth.example.com:
            certificate: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
      `,
    ],
    invalid: [
      yaml`
        signIn:
          firstFactors: [password, passkey]
        mfa:
          passkeyRelyingParty: example.com
        clients:
          web:
            oauthFlows: [code]
            oauthScopes: [openid]
            callbackUrls: [https://app.example.com/callback]
            identityProviders: [COGNITO]
        domains:
          auth.example.com:
            certificate: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
      `,
    ],
  },
  *check(input) {
    const { firstFactors = [] } = section(input, 'signIn');
    const { passkeyRelyingParty } = section(input, 'mfa');
    if (!firstFactors.includes('passkey') || passkeyRelyingParty === undefined) return;
    const custom = objects(input, 'domains').flatMap(({ key }) => (key.includes('.') ? [key] : []));
    if (custom.length === 0 || custom.includes(passkeyRelyingParty)) return;
    // A pool whose clients all sign in through the API has its pages elsewhere.
    if (!objects(input, 'clients').some(({ settings }) => settings.oauth)) return;
    yield {
      path: ['mfa', 'passkeyRelyingParty'],
      message: `mfa.passkeyRelyingParty is ${passkeyRelyingParty}, but users sign in on ${custom.join(' and ')}; expected that domain.`,
      help: `Write mfa.passkeyRelyingParty: ${custom[0]} before anybody registers a passkey.`,
    };
  },
};
