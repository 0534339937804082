/** What somebody wants to do with the pools. `plan` and `pull` take what `audit` takes; `delete` is `fix --delete`. */
export const PURPOSES = ['audit', 'fix', 'delete', 'preflight', 'who', 'users', 'users-change', 'signin'] as const;
export type Purpose = (typeof PURPOSES)[number];
