import { defineKeyedFacet } from './kit/define.js';
import { reference } from './kit/reference.js';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

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
  adviseExtra: () => ({ cause: 'Made outside the code: another address that answers for this pool.' }),
  fields: (f) => ({
    certificate: f.text({
      doc: 'ACM certificate in us-east-1 of a domain of yours; none for a prefix.',
      pattern: '^arn:aws[a-z-]*:acm:us-east-1:[0-9]{12}:certificate/.+$',
      says: 'an ARN of an ACM certificate in us-east-1',
      example: 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555',
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
  }),
  assemble: (_values, _context, domain) => ({ domain, userPoolId: reference('aws_cognito_user_pool', 'pool', 'id') }),
});
