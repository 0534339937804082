import type { SectionName } from '../../model/facet.js';
import { clients } from './clients.js';
import type { SectionReader } from './context.js';
import { domains } from './domains.js';
import { mfa } from './mfa.js';
import { pool } from './pool.js';
import { users } from './users.js';

/** How each section is read. */
export const SECTION_READERS: { readonly [S in SectionName]: SectionReader<S> } = {
  pool,
  mfa,
  clients,
  domains,
  users,
};
