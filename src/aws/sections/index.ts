import type { SectionName } from '../../model/facet.js';
import { branding } from './branding.js';
import { clients } from './clients.js';
import type { SectionReader } from './context.js';
import { domains } from './domains.js';
import { groups } from './groups.js';
import { hostedUi } from './hosted-ui.js';
import { identityProviders } from './identity-providers.js';
import { logs } from './logs.js';
import { mfa } from './mfa.js';
import { pool } from './pool.js';
import { replicas } from './replicas.js';
import { resourceServers } from './resource-servers.js';
import { risk } from './risk.js';
import { sessions } from './sessions.js';
import { terms } from './terms.js';
import { users } from './users.js';

/** How each section is read. */
export const SECTION_READERS: { readonly [S in SectionName]: SectionReader<S> } = {
  pool,
  mfa,
  clients,
  domains,
  users,
  identityProviders,
  resourceServers,
  groups,
  risk,
  hostedUi,
  branding,
  logs,
  terms,
  sessions,
  replicas,
};
