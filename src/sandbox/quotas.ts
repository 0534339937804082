import { ServiceError } from './wire.js';

/** Refuses what an account asks too often, as AWS does. Without it nothing is. */
export interface QuotaOptions {
  /** How much faster than AWS's a second passes, so that a test is short; default 1. */
  readonly speed?: number;
}

/**
 * Requests a second of an account in a Region, and the operations that share them. Of those that the list of AWS does not
 * name yet, the category is inferred from their neighbours.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html#category_operations
 */
const CATEGORIES: readonly Category[] = [
  { rate: 15, perPool: false, operations: /^(DescribeUserPool|ListUserPools|ListUserPoolReplicas)$/ },
  { rate: 15, perPool: false, operations: /^(Create|Update|Delete)UserPool(Replica)?$|^AddCustomAttributes$/ },
  { rate: 15, perPool: true, operations: /^(Describe|Get|List)UserPoolClient/ },
  { rate: 15, perPool: true, operations: /^(Create|Update|Delete|Add)UserPoolClient/ },
  { rate: 30, perPool: false, operations: /^ListUsers(InGroup)?$/ },
  { rate: 120, perPool: false, operations: /^(AdminGetUser|AdminGetUserAuthFactors|GetUser|GetUserAuthFactors)$/ },
  { rate: 50, perPool: false, operations: /^Admin(ListGroupsForUser|GetDevice|ListDevices)$/ },
  { rate: 25, perPool: false, operations: /^Admin(SetUserMFAPreference|AddUserToGroup|RemoveUserFromGroup)$/ },
  { rate: 1, perPool: false, operations: /^(Get|Update)ProvisionedLimit$/ },
  {
    rate: 20,
    perPool: true,
    operations:
      /^(Get(Group|UserPoolMfaConfig|UserPoolSessionConfiguration|LogDeliveryConfiguration|UICustomization|IdentityProviderByIdentifier|SigningCertificate|CSVHeader)|Describe(?!UserPool$|UserPoolClient)|List(Groups|IdentityProviders|ResourceServers|Terms|TagsForResource|UserImportJobs|UserPoolDomains))/,
  },
  {
    rate: 15,
    perPool: true,
    operations:
      /^(Set(UserPoolMfaConfig|RiskConfiguration|UICustomization|LogDeliveryConfiguration|UserPoolSessionConfiguration)|(Create|Update|Delete)(Group|IdentityProvider|ResourceServer|UserPoolDomain|ManagedLoginBranding|Terms)|(Tag|Untag)Resource)$/,
  },
];

/** In categories of a pool's resources and clients, each operation on each pool has this rate too. */
const PER_POOL = 5;

interface Category {
  readonly rate: number;
  readonly perPool: boolean;
  readonly operations: RegExp;
}

/** Tokens of a bucket that holds a second's worth. */
interface Bucket {
  tokens: number;
  since: number;
}

/** Takes a call of an operation in a Region into account, or refuses it. `now` is in milliseconds. */
export type Admit = (operation: string, region: string, body: unknown) => void;

export function admission({ speed = 1 }: QuotaOptions, now: () => number = () => performance.now()): Admit {
  const buckets = new Map<string, Bucket>();
  const has = (name: string, rate: number): Bucket => {
    const at = now();
    const bucket = buckets.get(name) ?? { tokens: rate, since: at };
    buckets.set(name, bucket);
    bucket.tokens = Math.min(rate, bucket.tokens + ((at - bucket.since) * speed * rate) / 1000);
    bucket.since = at;
    return bucket;
  };
  return (operation, region, body) => {
    const category = CATEGORIES.find(({ operations }) => operations.test(operation));
    if (!category) return;
    const pool = (body as { readonly UserPoolId?: unknown } | undefined)?.UserPoolId;
    const own = has(`${region} ${CATEGORIES.indexOf(category)}`, category.rate);
    const both = category.perPool && pool ? [own, has(`${region} ${operation} ${pool}`, PER_POOL)] : [own];
    if (both.some(({ tokens }) => tokens < 1)) throw new ServiceError('TooManyRequestsException', 'Too many requests');
    for (const bucket of both) bucket.tokens -= 1;
  };
}
