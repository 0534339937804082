import { quote } from '../../spec/quote.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const samlMetadataOverHttp: PostureRule = {
  id: 'saml-metadata-over-http',
  kind: 'posture',
  severity: 'error',
  confidence: 'documented',
  summary: 'The metadata of a SAML provider comes over https.',
  why:
    'The metadata holds the certificate by which assertions are believed. Over plain http somebody on the way puts in ' +
    'their own, and is then whoever they like to be.',
  references: [guide('cognito-user-pools-saml-idp')],
  sets: ['recommended'],
  controls: { nist80053: ['SC-8'] },
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
              MetadataURL: http://idp.example.com/metadata
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'identityProviders')) {
      const url = settings.details?.['MetadataURL'];
      if (!url || !/^http:/i.test(url)) continue;
      yield {
        path: path('details', 'MetadataURL'),
        message: `${name('details', 'MetadataURL')} is ${quote(url)}, and should be an https address.`,
        help: 'Write the https address of the metadata, or put them into MetadataFile.',
      };
    }
  },
};
