import type { Finding } from '../../model/finding.js';

/** How the page says a finding's status. */
export const STATUSES: Readonly<Record<NonNullable<Finding['status']>, string>> = {
  new: 'New',
  known: 'Still there',
  accepted: 'Accepted',
  gone: 'Gone',
};
