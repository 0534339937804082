import { admitsBelow } from '../model/version.js';
import { REGION_PATTERN } from './kit/arn.js';
import { defineFacet } from './kit/define.js';
import { on, ordered } from './kit/stronger.js';

/** The first provider that renames a pool in place; UpdateUserPool could all along. */
const RENAMES = [6, 6, 0] as const;
const TIERS = { lite: 'LITE', essentials: 'ESSENTIALS', plus: 'PLUS' } as const;
const ENVIRONMENTS = { production: 'production', staging: 'staging', development: 'development' } as const;
const AUDIENCES = { customers: 'customers', workforce: 'workforce', machines: 'machines' } as const;

/** Live tags without those that AWS services put there themselves; nobody may write an `aws:` tag. */
function ownTags(tags: Readonly<Record<string, string>> | undefined): Record<string, string> | undefined {
  return tags && Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith('aws:')));
}

export const pool = defineFacet({
  id: 'pool',
  title: 'Pool',
  summary: 'Which pool this is, where it lives, and what holds for all of it.',
  reads: ['pool'],
  resource: 'aws_cognito_user_pool',
  references: ['https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html'],
  silence: 'recorded: a plain pool reads INACTIVE, and has no tags (cdk-real-drift)',
  fields: (f) => ({
    id: f.text({
      doc: 'Stable id of this pool in code. The stack and every Terraform address come from it; renaming the file or the pool never makes a second pool, changing the id does.',
      pattern: '^[a-z][a-z0-9-]{0,62}$',
      says: 'lower-case letters, digits and hyphens, starting with a letter',
      example: 'acme-customers',
      required: true,
      covers: [],
    }),
    name: f.text({
      doc: 'Name of the pool in AWS.',
      length: [1, 128],
      pattern: '^[\\w\\s+=,.@-]+$',
      answers: { pattern: 'Member must satisfy regular expression pattern: [\\w\\s+=,.@-]+' },
      says: 'letters, digits, spaces and + = , . @ - _',
      example: 'acme-customers',
      required: true,
      covers: ['CreateUserPool.PoolName'],
      live: ({ pool }) => pool.Name,
      terraform: (name) => ({ name }),
      write: (PoolName) => ({ operation: 'UpdateUserPool', partial: { PoolName } }),
      // In place since provider 6.6.0; before it, Terraform replaces the pool (hashicorp/terraform-provider-aws PR 42639).
      onChange: 'replace',
      inPlaceSince: RENAMES,
      severity: ({ desiredAt }) =>
        admitsBelow(String(desiredAt('terraform.providerVersion') ?? ''), RENAMES) ? 'error' : 'note',
    }),
    region: f.text({
      doc: 'AWS Region of the pool. The audit refuses to compare a pool of another Region.',
      pattern: REGION_PATTERN,
      says: 'an AWS Region such as eu-west-1',
      example: 'eu-west-1',
      required: true,
      covers: [],
    }),
    account: f.text({
      doc: 'AWS account of the pool: twelve digits, in quotes. The audit refuses to compare a pool of another account.',
      pattern: '^[0-9]{12}$',
      says: 'twelve digits',
      example: '123456789012',
      required: true,
      covers: [],
    }),
    userPoolId: f.text({
      doc: 'Id of the live pool. Without it the audit takes the id from the deploy outputs, or looks for the name.',
      pattern: '^[\\w-]+_[0-9a-zA-Z]+$',
      says: 'a pool id such as eu-west-1_AbCdEfGhI',
      example: 'eu-west-1_AbCdEfGhI',
      covers: [],
    }),
    environment: f.oneOf(ENVIRONMENTS, {
      doc: 'What the pool is for; the rules expect more of a production pool. Nothing in AWS: only the spec knows it.',
      default: 'production',
      covers: [],
    }),
    audience: f.oneOf(AUDIENCES, {
      doc: 'Who signs in: customers, the own workforce, or only machines. Some rules expect more of one than of another.',
      example: 'customers',
      covers: [],
    }),
    tier: f.oneOf(TIERS, {
      doc: 'Feature plan. It decides which settings AWS accepts, and the price.',
      default: 'essentials',
      silence: 'documented: CreateUserPoolRequest.UserPoolTier, "Defaults to ESSENTIALS"',
      covers: ['CreateUserPool.UserPoolTier'],
      live: ({ pool }) => pool.UserPoolTier,
      terraform: (userPoolTier) => ({ userPoolTier }),
      write: (tier) => ({
        operation: 'UpdateUserPool',
        partial: { UserPoolTier: (tier ?? 'ESSENTIALS') as 'ESSENTIALS' },
      }),
      computed: true,
      stronger: ordered(Object.keys(TIERS)),
    }),
    deletionProtection: f.boolean({
      doc: 'Whether AWS refuses to delete the pool.',
      default: false,
      covers: ['CreateUserPool.DeletionProtection'],
      live: ({ pool }) => pool.DeletionProtection && pool.DeletionProtection === 'ACTIVE',
      terraform: (on) => ({ deletionProtection: on ? 'ACTIVE' : 'INACTIVE' }),
      write: (on) => ({ operation: 'UpdateUserPool', partial: { DeletionProtection: on ? 'ACTIVE' : 'INACTIVE' } }),
      stronger: on,
    }),
    tags: f.map({
      doc: 'Tags of the pool. Tags that start with aws: belong to AWS and are not compared.',
      keys: {
        pattern: '^(?!aws:).{1,128}$',
        says: 'a tag key of at most 128 characters that does not start with aws:',
      },
      values: { length: [0, 256] },
      count: [0, 50],
      default: {},
      example: { team: 'identity' },
      covers: ['CreateUserPool.UserPoolTags.*'],
      live: ({ pool }) => ownTags(pool.UserPoolTags),
      terraform: (tags) => (Object.keys(tags).length > 0 ? { tags } : {}),
      severity: 'note',
    }),
  }),
});
