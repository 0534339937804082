import { guide, RECORDED_REFUSALS } from '../kit/pages.js';
import { isGovCloud } from '../kit/partitions.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const customDomainNotASubdomain: RefusalRule = {
  id: 'custom-domain-not-a-subdomain',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A domain with a certificate must be a subdomain of a domain of your own.',
  why:
    'AWS looks for a DNS A record of the parent domain, so that a single word (a prefix, which takes no certificate) and ' +
    'a domain right below a top-level domain are both refused.',
  references: [guide('cognito-user-pools-add-custom-domain'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        domains:
          auth.example.com:
            certificate: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
      `,
    ],
    invalid: [
      yaml`
        domains:
          acme-login:
            certificate: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
      `,
      yaml`
        domains:
          example.com:
            certificate: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
      `,
    ],
  },
  *check(input) {
    if (isGovCloud(input)) return;
    for (const { key, settings, path, name } of objects(input, 'domains')) {
      const labels = key.split('.').length;
      if (settings.certificate === undefined || labels > 2) continue;
      yield {
        path: path(),
        message:
          `${name()} has a certificate but is ${labels === 1 ? 'a prefix' : 'no subdomain'}; AWS would answer "Custom domain ` +
          'is not a valid subdomain: Was not able to resolve a DNS A record for the parent domain or domain parent is a ' +
          'top-level domain."',
        help: `Use a whole name such as ${labels === 1 ? 'auth.example.com' : `auth.${key}`}${labels === 1 ? '; or remove certificate' : ''}.`,
      };
    }
  },
};
