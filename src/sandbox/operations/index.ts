import { requests } from '../model/index.js';
import type { AsyncOperation, Operation } from '../operation.js';
import * as attachments from './attachments.js';
import * as branding from './branding.js';
import * as secrets from './client-secrets.js';
import * as clients from './clients.js';
import * as credentials from './credentials.js';
import * as domains from './domains.js';
import * as groups from './groups.js';
import * as identityProviders from './identity-providers.js';
import * as mfa from './mfa.js';
import * as passwords from './passwords.js';
import * as replicas from './replicas.js';
import * as resourceServers from './resource-servers.js';
import * as self from './self.js';
import * as sessions from './sessions.js';
import * as signIn from './sign-in.js';
import * as signOut from './sign-out.js';
import * as signUp from './sign-up.js';
import * as softwareToken from './software-token.js';
import * as tags from './tags.js';
import * as terms from './terms.js';
import * as pools from './user-pools.js';
import * as users from './users.js';

const families = [
  pools,
  mfa,
  clients,
  secrets,
  domains,
  users,
  credentials,
  tags,
  attachments,
  branding,
  groups,
  identityProviders,
  replicas,
  resourceServers,
  sessions,
  terms,
  signIn,
  softwareToken,
  signUp,
  signOut,
  passwords,
  self,
];

/** Every operation that the sandbox implements, by AWS's name: `describeUserPool` is `DescribeUserPool`. */
export const operations: ReadonlyMap<string, AnyOperation> = new Map(families.flatMap(named));

type AnyOperation = Operation<any, object> | AsyncOperation<any, object>;

function named(family: object): [string, AnyOperation][] {
  return Object.entries(family)
    .map(([name, run]) => [name.charAt(0).toUpperCase() + name.slice(1), run] as [string, AnyOperation])
    .filter(([name]) => Object.hasOwn(requests, name));
}
