import { api, guide } from '../kit/pages.js';
import { isGovCloud } from '../kit/partitions.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const customDomainNeedsCertificate: RefusalRule = {
  id: 'custom-domain-needs-certificate',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'A domain of your own needs a certificate.',
  why: 'Without a certificate AWS takes the name for a prefix of Cognito’s own domain, in which dots are not allowed.',
  references: [
    guide('cognito-user-pools-add-custom-domain'),
    api('CreateUserPoolDomain'),
    'https://github.com/mineiros-io/terraform-aws-cognito-user-pool/issues/69',
  ],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        domains:
          auth.example.com:
            certificate: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
      `,
      yaml`
        domains:
          acme-login:
            managedLoginVersion: 2
      `,
    ],
    invalid: [
      yaml`
        domains:
          auth.example.com:
            managedLoginVersion: 2
      `,
    ],
  },
  *check(input) {
    // Where there are none, no certificate helps: govcloud-lacks-feature.
    if (isGovCloud(input)) return;
    for (const { key, settings, path, name } of objects(input, 'domains')) {
      if (!key.includes('.') || settings.certificate !== undefined) continue;
      yield {
        path: path(),
        message:
          `${name()} is a domain of your own without a certificate; AWS would answer "The domain name contains an invalid ` +
          'character. Domain names can only contain lower-case letters, numbers, and hyphens."',
        help: 'Add certificate: the ARN of an ACM certificate in us-east-1; or use a prefix without dots.',
      };
    }
  },
};
