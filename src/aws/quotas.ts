/**
 * AWS's rate quotas of the Cognito API: what an account may ask of one Region in a second, whatever the pool.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html#category_operations
 */
export const QUOTAS = {
  UserPoolRead: 15,
  UserPoolUpdate: 15,
  UserPoolResourceRead: 20,
  UserPoolResourceUpdate: 15,
  UserPoolClientRead: 15,
  UserPoolClientUpdate: 15,
  UserList: 30,
  UserRead: 120,
  UserUpdate: 25,
  UserResourceRead: 50,
  UserResourceUpdate: 25,
  LimitManagement: 1,
} as const;

export type Category = keyof typeof QUOTAS;

/** Requests a second of any one operation on any one pool, in the categories of a pool's resources and clients. */
export const PER_POOL = 5;

const BY_OPERATION: Readonly<Record<string, Category>> = {
  DescribeUserPool: 'UserPoolRead',
  ListUserPools: 'UserPoolRead',
  ListUserPoolReplicas: 'UserPoolRead',
  UpdateUserPool: 'UserPoolUpdate',
  CreateUserPoolReplica: 'UserPoolUpdate',
  UpdateUserPoolReplica: 'UserPoolUpdate',
  DeleteUserPoolReplica: 'UserPoolUpdate',
  ListUsers: 'UserList',
  ListUsersInGroup: 'UserList',
  AdminGetUser: 'UserRead',
  AdminGetUserAuthFactors: 'UserRead',
  AdminListGroupsForUser: 'UserResourceRead',
  AdminSetUserMFAPreference: 'UserResourceUpdate',
  AdminUpdateUserAttributes: 'UserUpdate',
  GetProvisionedLimit: 'LimitManagement',
};

/** Categories in which AWS limits each operation on each pool too. */
const LIMITED_PER_POOL: ReadonlySet<Category> = new Set<Category>([
  'UserPoolResourceRead',
  'UserPoolResourceUpdate',
  'UserPoolClientRead',
  'UserPoolClientUpdate',
]);

/**
 * The quota that an operation counts against. AWS sorts by what an operation does: reads and writes, of clients and of
 * the pool's other resources. One that is newer than its list is taken for the narrower of the two that it could be.
 */
export function categoryOf(operation: string): Category {
  const known = BY_OPERATION[operation];
  if (known) return known;
  const reads = /^(Get|List|Describe)/.test(operation);
  if (operation.includes('UserPoolClient')) return reads ? 'UserPoolClientRead' : 'UserPoolClientUpdate';
  return reads ? 'UserPoolResourceRead' : 'UserPoolResourceUpdate';
}

export function isLimitedPerPool(category: Category): boolean {
  return LIMITED_PER_POOL.has(category);
}
