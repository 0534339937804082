import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const samlUnsignedOrUnencrypted: PostureRule = {
  id: 'saml-unsigned-or-unencrypted',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'Requests to a SAML provider are signed, and its responses encrypted.',
  why:
    'Requests and responses pass through the user’s browser. With a signature the provider knows that a request is ' +
    'this pool’s; encrypted, a response shows its attributes to neither the user nor an extension of the browser. ' +
    'Cognito verifies the signature of a response in any case.',
  references: [guide('cognito-user-pools-SAML-signing-encryption')],
  sets: ['strict'],
  controls: {},
  examples: {
    valid: [
      yaml`
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataURL: https://idp.example.com/metadata
              EncryptedResponses: "true"
              RequestSigningAlgorithm: rsa-sha256
      `,
    ],
    invalid: [
      yaml`
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataURL: https://idp.example.com/metadata
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'identityProviders')) {
      if (settings.type !== 'saml') continue;
      const { EncryptedResponses: encrypted, RequestSigningAlgorithm: algorithm } = settings.details ?? {};
      const missing = [
        algorithm ? undefined : 'RequestSigningAlgorithm: rsa-sha256',
        encrypted?.toLowerCase() === 'true' ? undefined : 'EncryptedResponses: "true"',
      ].filter((part) => part !== undefined);
      if (missing.length === 0) continue;
      yield {
        path: path('details'),
        message: `${name('details')} lacks ${missing.join(' and ')}.`,
        help: `Write ${missing.join(' and ')}, and give the provider the pool’s certificate.`,
      };
    }
  },
};
