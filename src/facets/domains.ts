import type { FailoverType } from '@aws-sdk/client-cognito-identity-provider';
import type { ChangeContext, Write } from '../model/facet.js';
import { whole } from '../model/merge.js';
import { ARN_LENGTH, REGION_PATTERN } from './kit/arn.js';
import { CERTIFICATE } from './kit/arn-places.js';
import { defineKeyedFacet } from './kit/define.js';
import { reference } from './kit/reference.js';
import { ordered } from './kit/stronger.js';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

const SECURITY = { tls10: 'TLS_V1', tls12: 'TLS_V1_2_2021', tls13: 'TLS_V1_3_2025' } as const;

const NO_ROUTING = {
  unsupported: 'aws_cognito_user_pool_domain has no routing',
  issue: 'https://github.com/hashicorp/terraform-provider-aws/issues/48227',
};

/** Region and health check, both or none: AWS takes no half of a failover. */
function failover(said: Partial<FailoverType>, other: Partial<FailoverType>): Write {
  const none = Object.values(said).includes(undefined);
  const present = Object.entries({ ...other, ...said }).filter(([, value]) => value !== undefined);
  const Routing = none ? whole({}) : { Failover: Object.fromEntries(present) };
  return { operation: 'UpdateUserPoolDomain', partial: { Routing } };
}

function followsRegion(context: ChangeContext): string | undefined {
  const region = context.sibling('failoverRegion');
  const appeared = (context.desiredAt(region) === undefined) !== (context.liveAt(region) === undefined);
  return appeared ? region : undefined;
}

export const domains = defineKeyedFacet({
  id: 'domains',
  title: 'Domains',
  summary:
    'Where managed login and the OAuth endpoints live: a prefix of Cognito’s own domain, or a domain of yours with a certificate.',
  noun: 'domain',
  reads: ['domains'],
  resource: 'aws_cognito_user_pool_domain',
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html'],
  key: {
    doc: 'A prefix (`acme-login`), or a whole domain name of yours (`auth.example.com`).',
    pattern: `^${LABEL}(\\.${LABEL})*$`,
    example: 'acme-login',
  },
  closed: true,
  extra: 'error',
  entries: ({ domains }) => domains,
  remove: ({ key }) => ({ operation: 'DeleteUserPoolDomain', input: { Domain: key } }),
  importId: (_poolId, { key }) => key,
  adviseExtra: () => ({ cause: 'Made outside the code: another address that answers for this pool.' }),
  silence: 'recorded: ManagedLoginVersion is absent where nobody set it (cdk-real-drift)',
  fields: (f) => ({
    certificate: f.text({
      doc: 'ACM certificate of a domain of yours, in us-east-1; none for a prefix.',
      pattern: '^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[\\w-]+$',
      length: ARN_LENGTH,
      says: 'an ARN of an ACM certificate',
      example: 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555',
      arns: CERTIFICATE,
      covers: ['CreateUserPoolDomain.CustomDomainConfig.CertificateArn'],
      readable: 'whenSet',
      live: (domain) => domain.CustomDomainConfig?.CertificateArn,
      terraform: (certificateArn) => ({ certificateArn }),
      write: (CertificateArn) => ({
        operation: 'UpdateUserPoolDomain',
        partial: { CustomDomainConfig: { CertificateArn } },
      }),
      severity: 'error',
    }),
    managedLoginVersion: f.integer({
      doc: '1 is the classic hosted UI, 2 managed login (tier essentials or plus).',
      range: [1, 2],
      default: 1,
      covers: ['CreateUserPoolDomain.ManagedLoginVersion'],
      readable: 'whenSet',
      live: (domain) => domain.ManagedLoginVersion,
      terraform: (managedLoginVersion) => ({ managedLoginVersion }),
      write: (ManagedLoginVersion) => ({ operation: 'UpdateUserPoolDomain', partial: { ManagedLoginVersion } }),
      computed: true,
    }),
    securityPolicy: f.oneOf(SECURITY, {
      doc: 'Oldest TLS that a domain of yours speaks. AWS names no default; domains from before the choice speak TLS 1.0.',
      default: 'tls10',
      covers: ['CreateUserPoolDomain.CustomDomainConfig.SecurityPolicy'],
      readable: 'whenSet',
      live: (domain) => domain.CustomDomainConfig?.SecurityPolicy,
      terraform: {
        unsupported: 'aws_cognito_user_pool_domain has no security policy',
        issue: 'https://github.com/hashicorp/terraform-provider-aws/issues/48731',
      },
      write: (policy) => ({
        operation: 'UpdateUserPoolDomain',
        partial: { CustomDomainConfig: { SecurityPolicy: (policy ?? SECURITY.tls10) as 'TLS_V1' } },
      }),
      stronger: ordered(Object.keys(SECURITY)),
    }),
    failoverRegion: f.text({
      doc: 'Region of the replica that a domain of yours sends users to while failoverHealthCheck fails.',
      pattern: REGION_PATTERN,
      says: 'an AWS Region such as eu-west-1',
      example: 'eu-central-1',
      covers: ['CreateUserPoolDomain.Routing.Failover.SecondaryRegion'],
      readable: 'whenSet',
      live: (domain) => domain.Routing?.Failover?.SecondaryRegion,
      terraform: NO_ROUTING,
      write: (SecondaryRegion, { own }) =>
        failover({ SecondaryRegion }, { PrimaryRoute53HealthCheckId: own('failoverHealthCheck') as string }),
      severity: 'error',
    }),
    failoverHealthCheck: f.text({
      doc: 'Id of the Route 53 health check of the pool’s own Region.',
      length: [1, 64],
      example: '11111111-2222-3333-4444-555555555555',
      covers: ['CreateUserPoolDomain.Routing.Failover.PrimaryRoute53HealthCheckId'],
      readable: 'whenSet',
      live: (domain) => domain.Routing?.Failover?.PrimaryRoute53HealthCheckId,
      terraform: NO_ROUTING,
      write: (PrimaryRoute53HealthCheckId, { own }) =>
        failover({ PrimaryRoute53HealthCheckId }, { SecondaryRegion: own('failoverRegion') as string }),
      derivedFrom: followsRegion,
      severity: 'error',
    }),
  }),
  assemble: (_values, _context, domain) => ({ domain, userPoolId: reference('aws_cognito_user_pool', 'pool', 'id') }),
});
