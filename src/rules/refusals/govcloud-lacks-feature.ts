import { isGovCloud, isRefusedCustomDomain } from '../kit/partitions.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const govcloudLacksFeature: RefusalRule = {
  id: 'govcloud-lacks-feature',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'A pool in GovCloud has neither a domain of your own nor analytics.',
  why: 'AWS lists both as not supported in AWS GovCloud (US): user pools there have prefix domains only, and no Pinpoint.',
  references: ['https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html'],
  sets: ['recommended'],

  examples: {
    valid: [
      yaml`
        pool:
          region: us-gov-west-1
        domains:
          acme-login:
      `,
    ],
    invalid: [
      yaml`
        pool:
          region: us-gov-west-1
        domains:
          auth.example.com:
      `,
      yaml`
        pool:
          region: us-gov-west-1
        domains:
          auth.example.com:
            certificate: arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
      `,
      yaml`
        pool:
          region: us-gov-west-1
        clients:
          web:
            analyticsApplicationArn: arn:aws-us-gov:mobiletargeting:us-gov-west-1:123456789012:apps/0123456789abcdef
      `,
    ],
  },
  *check(input) {
    if (!isGovCloud(input)) return;
    for (const domain of objects(input, 'domains'))
      if (isRefusedCustomDomain(input, domain))
        yield {
          path: domain.path(),
          message: `${domain.name()} is a domain of your own, and GovCloud has no custom domains for user pools.`,
          help: 'Use a prefix, such as acme-login: users sign in at <prefix>.auth-fips.<Region>.amazoncognito.com.',
        };
    for (const { settings, path, name } of objects(input, 'clients'))
      for (const setting of ['analyticsApplicationArn', 'analyticsApplicationId'] as const)
        if (settings[setting] !== undefined)
          yield {
            path: path(setting),
            message: `${name(setting)} names a Pinpoint project, and GovCloud has no Pinpoint integration of user pools.`,
            help: 'Remove the analytics settings of the client.',
          };
  },
};
