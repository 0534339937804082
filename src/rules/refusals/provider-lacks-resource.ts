import { FACETS } from '../../facets/index.js';
import type { Facet } from '../../model/facet.js';
import { admitsBelow } from '../../model/version.js';
import { providerIssue } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const providerLacksResource: RefusalRule = {
  id: 'provider-lacks-resource',
  kind: 'refusal',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A part of the spec needs a newer provider than terraform.providerVersion asks for.',
  why:
    'Log delivery is known to hashicorp/aws since 6.5.0, managed login branding since 6.12.0. An older version that is ' +
    'installed, or locked, satisfies the constraint, and then no plan of the stack succeeds.',
  references: [providerIssue(43396), providerIssue(43817)],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        logs:
          userNotification:
            logGroup: arn:aws:logs:us-east-1:123456789012:log-group:/cognito/messages
        terraform:
          providerVersion: ">= 6.12.0, < 7.0.0"
      `,
      yaml`
        terraform:
          providerVersion: ">= 5.98.0"
      `,
    ],
    invalid: [
      yaml`
        logs:
          userNotification:
            logGroup: arn:aws:logs:us-east-1:123456789012:log-group:/cognito/messages
      `,
      yaml`
        clients:
          web:
        branding:
          web:
        terraform:
          providerVersion: "~> 6.5"
      `,
    ],
  },
  *check(input) {
    const { providerVersion = '' } = section(input, 'terraform');
    for (const { id, providerSince } of FACETS as readonly Facet[]) {
      const said = (input.spec as unknown as Readonly<Record<string, object | undefined>>)[id];
      if (!providerSince || !said || Object.keys(said).length === 0) continue;
      if (!admitsBelow(providerVersion, providerSince)) continue;
      const since = providerSince.join('.');
      yield {
        path: [id],
        message: `${id} needs version ${since} of the provider, but terraform.providerVersion admits older ones (${providerVersion}).`,
        help: `Write terraform.providerVersion: ">= ${since}, < 7.0.0".`,
      };
    }
  },
};
