import { api, guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const domainsOneOfAKind: RefusalRule = {
  id: 'domains-one-of-a-kind',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'A pool has at most one prefix and one domain of its own.',
  why:
    'A pool holds a single prefix domain and a single custom domain: its description has room for one of each, and no ' +
    'operation lists more.',
  references: [guide('cognito-user-pools-assign-domain'), api('UserPoolType')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        domains:
          acme-login:
            managedLoginVersion: 2
          auth.example.com:
            certificate: arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
      `,
    ],
    invalid: [
      yaml`
        domains:
          acme-login:
            managedLoginVersion: 2
          acme-signin:
            managedLoginVersion: 2
      `,
    ],
  },
  *check(input) {
    const domains = objects(input, 'domains');
    for (const custom of [false, true]) {
      const [first, ...more] = domains.filter(({ key }) => key.includes('.') === custom);
      for (const { path, name } of first ? more : []) {
        yield {
          path: path(),
          message: `${name()} is a second ${custom ? 'domain of your own' : 'prefix'} beside ${first?.key}, and a pool holds one.`,
          help: 'Keep one of the two.',
        };
      }
    }
  },
};
