import { api } from '../kit/pages.js';
import { isRefusedCustomDomain } from '../kit/partitions.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const domainSpeaksOldTls: PostureRule = {
  id: 'domain-speaks-old-tls',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A domain of yours speaks TLS 1.2 or newer only.',
  why:
    'With TLS 1.0 somebody on the way can talk a browser into ciphers that are broken, and read passwords and codes. ' +
    'AWS strongly discourages it; domains from before the choice still have it. Terraform cannot set it, poolward fix ' +
    'can.',
  references: [api('CustomDomainConfigType')],
  sets: ['recommended'],
  controls: { nist80053: ['SC-8(1)'], pciDss: ['4.2.1'] },
  examples: {
    valid: [
      yaml`
        domains:
          auth.example.com:
            certificate: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
            securityPolicy: tls12
          acme-login:
      `,
    ],
    invalid: [
      yaml`
        domains:
          auth.example.com:
            certificate: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
      `,
    ],
  },
  *check(input) {
    for (const domain of objects(input, 'domains')) {
      const { settings, path, name } = domain;
      if (settings.certificate === undefined || settings.securityPolicy !== 'tls10') continue;
      if (isRefusedCustomDomain(input, domain)) continue;
      yield {
        path: path('securityPolicy'),
        message: `${name('securityPolicy')} is tls10, and should be tls12 or tls13.`,
        help: 'Write securityPolicy: tls12, and run poolward fix: the Terraform provider has no argument for it.',
      };
    }
  },
};
