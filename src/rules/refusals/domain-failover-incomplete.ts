import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const HALVES = ['failoverRegion', 'failoverHealthCheck'] as const;

export const domainFailoverIncomplete: RefusalRule = {
  id: 'domain-failover-incomplete',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'Failover of a domain of your own is a Region together with a health check.',
  why: 'AWS requires both, and "the routing configuration is currently only supported for custom domains", as is a security policy.',
  references: [api('FailoverType'), api('CreateUserPoolDomain')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        domains:
          auth.example.com:
            certificate: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
            failoverRegion: eu-central-1
            failoverHealthCheck: 11111111-2222-3333-4444-555555555555
      `,
    ],
    invalid: [
      yaml`
        domains:
          auth.example.com:
            certificate: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
            failoverRegion: eu-central-1
      `,
      yaml`
        domains:
          acme-login:
            securityPolicy: tls12
      `,
    ],
  },
  *check(input) {
    for (const { key, settings, path, name, declares } of objects(input, 'domains')) {
      const [missing, ...others] = HALVES.filter((half) => settings[half] === undefined);
      if (missing && others.length === 0) {
        const message = `${name(missing)} is missing, and AWS takes no half of a failover.`;
        yield { path: path(missing), message, help: `Add ${missing}, or remove the other one.` };
      }
      const own = ([...HALVES, 'securityPolicy'] as const).find((setting) => declares(setting));
      if (!own || key.includes('.')) continue;
      const message = `${name(own)} is for domains of your own, and ${key} is a prefix of Cognito’s.`;
      yield { path: path(own), message, help: `Remove ${own}.` };
    }
  },
};
