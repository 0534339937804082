import { X509Certificate } from 'node:crypto';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const samlCertificateExpires: PostureRule = {
  id: 'saml-certificate-expires',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'The certificate in a SAML provider’s metadata is valid for another month.',
  why:
    'Cognito wants a signing certificate that has not expired when a provider is set up. Once the provider signs with ' +
    'its next one, assertions match none that Cognito knows, and nobody signs in. The date stands in the file, months ' +
    'ahead.',
  references: [guide('cognito-user-pools-saml-idp-things-to-know')],
  sets: ['recommended'],
  controls: { nist80053: ['SC-12'] },
  examples: {
    valid: [
      yaml`
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataFile: '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com"><IDPSSODescriptor><KeyDescriptor use="signing"><KeyInfo><X509Data><X509Certificate>MIIBHDCBxAIBAjAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wIBcNMjQwMTAxMDAwMDAwWhgPMjEwMDAxMDEwMDAwMDBaMBoxGDAWBgNVBAMMD2lkcC5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGMbEzZF73SNCiuM8juirvZuUGloFZD43XxJoNJIcUPPYZSsat3RjJrNm+EEyJfnBJjpOnVIA+cNd48rDL3BmmkwCgYIKoZIzj0EAwIDRwAwRAIgRLRw9+7Nl0OsjgqOtJlHqMtrJLgd0H8gaY5GmKwDH2kCIA4wLwiHNy7CdLruVYemzqKuymnL4Ez0qD/WY8LiPLfu</X509Certificate></X509Data></KeyInfo></KeyDescriptor></IDPSSODescriptor></EntityDescriptor>'
      `,
    ],
    invalid: [
      yaml`
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataFile: '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com"><IDPSSODescriptor><KeyDescriptor use="signing"><KeyInfo><X509Data><X509Certificate>MIIBHDCBwgIBATAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wHhcNMTUwMTAxMDAwMDAwWhcNMjAwMTAxMDAwMDAwWjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARjGxM2Re90jQorjPI7oq72blBpaBWQ+N18SaDSSHFDz2GUrGrd0YyazZvhBMiX5wSY6Tp1SAPnDXePKwy9wZppMAoGCCqGSM49BAMCA0kAMEYCIQDuAu2ux2J9vxWh9eHC+m0jgBKU2qor6DAwXx5AUrfiugIhAIXuhOmLJY8w6avMG4RxGSW3DkOydYx6YwfBwh1hIGoo</X509Certificate></X509Data></KeyInfo></KeyDescriptor></IDPSSODescriptor></EntityDescriptor>'
      `,
    ],
  },
  *check(input) {
    if (input.today === undefined) return;
    const today = Date.parse(input.today);
    for (const { settings, path, name } of objects(input, 'identityProviders')) {
      const ends = signingCertificates(settings.details?.['MetadataFile'] ?? '').map(({ validTo }) =>
        Date.parse(validTo),
      );
      const last = Math.max(...ends);
      if (ends.length === 0 || last > today + MONTH) continue;
      const day = new Date(last).toISOString().slice(0, 10);
      yield {
        path: path('details', 'MetadataFile'),
        message: `The signing certificate in ${name('details', 'MetadataFile')} ${last < today ? 'expired' : 'expires'} on ${day}.`,
        help: 'Write MetadataURL, which Cognito reads by itself, or put the provider’s present metadata here.',
      };
    }
  },
};

const MONTH = 30 * 24 * 60 * 60 * 1000;
const KEY_END = /<\/(?:[\w-]+:)?KeyDescriptor>/;
const FOR_ENCRYPTION = /^KeyDescriptor[^>]*\suse\s*=\s*["']encryption/;
const CERTIFICATE = /X509Certificate>([^<]+)</g;

/** A key without a use is for both. One that cannot be read is left out: AWS refuses it. */
function signingCertificates(metadata: string): X509Certificate[] {
  const keys = metadata.split(KEY_END).map((part) => part.slice(part.lastIndexOf('KeyDescriptor')));
  return keys
    .filter((key) => !FOR_ENCRYPTION.test(key))
    .flatMap((key) => [...key.matchAll(CERTIFICATE)].flatMap(([, text = '']) => read(text)));
}

function read(text: string): X509Certificate[] {
  try {
    return [new X509Certificate(Buffer.from(text, 'base64'))];
  } catch {
    return [];
  }
}
