import { partOf, type Unsupported } from '../../model/facet.js';
import { isBehindLoadBalancer, wantsSecret } from './client-load-balancer.js';
import type { ClientRows } from './client-rows.js';
import { tighter } from './stronger.js';

const MORE_SECRETS: Unsupported = {
  unsupported: 'it knows the one secret that a client is made with',
  issue: 'https://github.com/hashicorp/terraform-provider-aws/issues/46809',
};

/** Whether a client has a secret, how many, and how old. */
export function secretRows(f: ClientRows) {
  return {
    secret: f.boolean({
      doc: 'Whether the client has a secret: yes for servers, no for browsers and phones. Fixed at creation; Terraform’s state holds the secret.',
      default: false,
      covers: ['CreateUserPoolClient.GenerateSecret'],
      implied: (values) => isBehindLoadBalancer(values) || undefined,
      live: (client) => client.ClientSecret !== undefined,
      terraform: (generateSecret) => ({ generateSecret }),
      creationOnly: true,
      onChange: 'replace',
      severity: 'error',
    }),
    maxSecrets: f.integer({
      doc: 'How many secrets the client may have at most: 2 while one takes over from the other. One where it has a secret, else none.',
      range: [0, 2],
      default: 1,
      covers: ['AddUserPoolClientSecret.ClientSecret'],
      readable: 'whenSet',
      implied: (values) => (wantsSecret(values) ? 1 : 0),
      live: (client) => client.secrets && partOf(client.secrets).number,
      equal: (most, number) => number <= most,
      terraform: MORE_SECRETS,
      derivedFrom: (context) => context.sibling('secret'),
      advise: () => ({
        convergedBy: 'nobody',
        cause: 'Somebody added a secret: whoever knows it can act as this client.',
        help: 'Find out who uses which secret, and delete the other one (aws cognito-idp delete-user-pool-client-secret).',
      }),
      severity: 'error',
    }),
    secretMaxAgeDays: f.integer({
      doc: 'How many days old a secret may become; 0 is no limit. Only the date is read, never the secret.',
      range: [0, 3650],
      default: 0,
      example: 365,
      covers: [],
      readable: 'whenSet',
      live: (client) => client.secrets && partOf(client.secrets).oldestDays,
      equal: (most, days) => most === 0 || days <= most,
      terraform: MORE_SECRETS,
      advise: () => ({
        convergedBy: 'nobody',
        cause: 'A secret does not expire by itself.',
        help: 'Add a new secret (aws cognito-idp add-user-pool-client-secret), give it to the application, and delete the old one.',
      }),
      stronger: tighter,
    }),
  };
}
