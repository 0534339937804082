import type { TerraformContext, TerraformResource } from '../model/facet.js';
import { SES_IDENTITY } from './kit/arn-places.js';
import { defineFacet } from './kit/define.js';
import { reference } from './kit/reference.js';
import { IDENTITY_PATTERN, identityArn, identityName } from './kit/ses-identity.js';

const IDENTITY = 'email_sender';

function sesIdentity({ desired }: TerraformContext): TerraformResource[] {
  const identity = desired('emailSender.identity');
  if (desired('emailSender.createIdentity') !== true || typeof identity !== 'string') return [];
  return [
    {
      type: 'aws_sesv2_email_identity',
      name: IDENTITY,
      arguments: { emailIdentity: identityName(identity) },
    },
  ];
}

export const emailSender = defineFacet({
  id: 'emailSender',
  title: 'E-mail sender',
  summary: 'Who sends the mails of the pool: Cognito itself (50 a day, no e-mail MFA) or an SES identity of yours.',
  reads: ['pool'],
  resource: 'aws_cognito_user_pool',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html',
  ],
  resources: (_values, context) => sesIdentity(context),
  outliving: [`aws_sesv2_email_identity.${IDENTITY}`],
  silence: 'recorded: a plain pool reads COGNITO_DEFAULT and nothing else (cdk-real-drift)',
  fields: (f) => ({
    service: f.oneOf(
      { cognito: 'COGNITO_DEFAULT', ses: 'DEVELOPER' },
      {
        doc: 'Whether Cognito sends with its own sender or with the SES identity below.',
        default: 'cognito',
        covers: ['CreateUserPool.EmailConfiguration.EmailSendingAccount'],
        live: ({ pool }) => pool.EmailConfiguration?.EmailSendingAccount,
        terraform: (emailSendingAccount) => ({ emailConfiguration: { emailSendingAccount } }),
        write: (account) => ({
          operation: 'UpdateUserPool',
          partial: { EmailConfiguration: { EmailSendingAccount: (account ?? 'COGNITO_DEFAULT') as 'DEVELOPER' } },
        }),
        severity: 'error',
      },
    ),
    identity: f.text({
      doc: 'Verified SES identity: its ARN, or the bare domain or address of one in the pool’s account and Region.',
      pattern: IDENTITY_PATTERN,
      says: 'an SES identity ARN, a domain, or an e-mail address',
      example: 'example.com',
      arns: SES_IDENTITY,
      covers: ['CreateUserPool.EmailConfiguration.SourceArn'],
      readable: 'whenSet',
      desired: identityArn,
      live: ({ pool }) => pool.EmailConfiguration?.SourceArn,
      terraform: (sourceArn, { desired }) => ({
        emailConfiguration: {
          sourceArn:
            desired('emailSender.createIdentity') === true
              ? reference('aws_sesv2_email_identity', IDENTITY, 'arn')
              : sourceArn,
        },
      }),
      write: (SourceArn) => ({ operation: 'UpdateUserPool', partial: { EmailConfiguration: { SourceArn } } }),
      severity: 'error',
    }),
    createIdentity: f.boolean({
      doc: 'Whether the stack creates the SES identity. Its DNS records or confirmation mail remain to be done by hand before Cognito accepts it.',
      default: false,
      covers: [],
    }),
    from: f.text({
      doc: 'From address, with a display name if wanted: `Acme <no-reply@example.com>`. Needed when the identity is a domain.',
      length: [1, 131072],
      pattern: '^([^<>]*<[^<>@\\s]+@[^<>@\\s]+>|[^<>@\\s]+@[^<>@\\s]+)$',
      says: 'an address, or a name followed by <address>',
      answers: { pattern: 'Provided From email address is invalid' },
      example: 'Acme <no-reply@example.com>',
      covers: ['CreateUserPool.EmailConfiguration.From'],
      readable: 'whenSet',
      live: ({ pool }) => pool.EmailConfiguration?.From,
      terraform: (fromEmailAddress) => ({ emailConfiguration: { fromEmailAddress } }),
      write: (From) => ({ operation: 'UpdateUserPool', partial: { EmailConfiguration: { From } } }),
      severity: 'error',
    }),
    replyTo: f.text({
      doc: 'Address that answers go to.',
      pattern: '^(?=[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+$)[^<>@\\s]+@[^<>@\\s]+$',
      says: 'an e-mail address',
      answers: {
        pattern:
          'Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+@[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
      },
      example: 'help@example.com',
      covers: ['CreateUserPool.EmailConfiguration.ReplyToEmailAddress'],
      readable: 'whenSet',
      live: ({ pool }) => pool.EmailConfiguration?.ReplyToEmailAddress,
      terraform: (replyToEmailAddress) => ({ emailConfiguration: { replyToEmailAddress } }),
      write: (ReplyToEmailAddress) => ({
        operation: 'UpdateUserPool',
        partial: { EmailConfiguration: { ReplyToEmailAddress } },
      }),
    }),
    configurationSet: f.text({
      doc: 'SES configuration set that the mails go through.',
      length: [1, 64],
      pattern: '^[a-zA-Z0-9_-]+$',
      says: 'letters, digits, hyphens and underscores',
      example: 'transactional',
      covers: ['CreateUserPool.EmailConfiguration.ConfigurationSet'],
      readable: 'whenSet',
      live: ({ pool }) => pool.EmailConfiguration?.ConfigurationSet,
      terraform: (configurationSet) => ({ emailConfiguration: { configurationSet } }),
      write: (ConfigurationSet) => ({
        operation: 'UpdateUserPool',
        partial: { EmailConfiguration: { ConfigurationSet } },
      }),
    }),
  }),
});
