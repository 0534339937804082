import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const samlMetadataStatic: PostureRule = {
  id: 'saml-metadata-static',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'Cognito fetches the metadata of a SAML provider by itself.',
  why:
    'Cognito reads a metadata address again every six hours or when the metadata expire, and so learns of a new ' +
    'certificate. A file stays as it is: on the day on which the provider changes its certificate nobody can sign in.',
  references: [guide('cognito-user-pools-saml-idp')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataURL: https://idp.example.com/metadata
      `,
    ],
    invalid: [
      yaml`
        identityProviders:
          Corporate:
            type: saml
            details:
              MetadataFile: '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com"><IDPSSODescriptor><KeyDescriptor use="signing"><KeyInfo><X509Data><X509Certificate>MIIBHDCBxAIBAjAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wIBcNMjQwMTAxMDAwMDAwWhgPMjEwMDAxMDEwMDAwMDBaMBoxGDAWBgNVBAMMD2lkcC5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGMbEzZF73SNCiuM8juirvZuUGloFZD43XxJoNJIcUPPYZSsat3RjJrNm+EEyJfnBJjpOnVIA+cNd48rDL3BmmkwCgYIKoZIzj0EAwIDRwAwRAIgRLRw9+7Nl0OsjgqOtJlHqMtrJLgd0H8gaY5GmKwDH2kCIA4wLwiHNy7CdLruVYemzqKuymnL4Ez0qD/WY8LiPLfu</X509Certificate></X509Data></KeyInfo></KeyDescriptor></IDPSSODescriptor></EntityDescriptor>'
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'identityProviders')) {
      if (settings.details?.['MetadataFile'] === undefined) continue;
      yield {
        path: path('details', 'MetadataFile'),
        message: `${name('details', 'MetadataFile')} is a copy, which does not follow the provider’s certificate; it should be a MetadataURL.`,
        help: 'Write MetadataURL with the provider’s address, where it has one.',
      };
    }
  },
};
