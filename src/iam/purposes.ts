/**
 * What somebody wants to do with the pools. `plan` and `pull` take what `audit` takes; `delete` is `fix --delete`, and
 * `pull-request` a plan by whoever may push a branch.
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
  'signin',
] as const;
export type Purpose = (typeof PURPOSES)[number];
