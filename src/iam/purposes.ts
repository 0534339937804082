/**
 * What somebody wants to do with the pools. `plan` and `pull` take what `audit` takes; `delete` is `fix --delete`, and
 * `pull-request` a plan by whoever may push a branch. `users-phones` is `users enforce --phones`, which may change any attribute of
 * a user, `users-reset-totp` the command of that name, and `users-change` every other change of users.
 */
export const PURPOSES = [
  'audit',
  'pull-request',
  'fix',
  'delete',
  'preflight',
  'who',
  'users',
  'users-change',
  'users-phones',
  'users-reset-totp',
  'signin',
] as const;
export type Purpose = (typeof PURPOSES)[number];
