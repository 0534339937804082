/** The operations that looking at users takes, for a role's policy. */
export const USER_OPERATIONS = {
  /** What every audit of users asks. */
  list: ['DescribeUserPool', 'GetUserPoolMfaConfig', 'ListUsers'],
  /** What --deep, and the explanation of one user, ask besides. */
  settings: ['AdminGetUserAuthFactors'],
  /** What a policy that names groups asks besides. */
  groups: ['ListUsersInGroup'],
  /** What changes users: `users enforce`, `suspend-mfa` and `restore-mfa`. */
  change: ['AdminSetUserMFAPreference'],
  /** What `users enforce --phones` changes besides. */
  phones: ['AdminUpdateUserAttributes'],
  /** What `users reset-totp` changes. */
  resetTotp: ['AdminDeleteSoftwareToken', 'AdminUserGlobalSignOut'],
} as const;

/** What is known of the price of asking, before anybody asks. */
export const PRICE =
  'User settings are read with AdminGetUserAuthFactors, one call a user. AWS documents that AdminGetUser adds to the monthly ' +
  'active users (MAU); of AdminGetUserAuthFactors its reference says nothing about that.';
