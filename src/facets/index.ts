import type { Facet } from '../model/facet.js';
import type { SpecKeys } from '../model/spec-keys.js';
import { accountRecovery } from './account-recovery.js';
import { attributes } from './attributes.js';
import { branding } from './branding.js';
import { clients } from './clients.js';
import { devices } from './devices.js';
import { domains } from './domains.js';
import { dynamicRegistration } from './dynamic-registration.js';
import { emailChallenge } from './email-challenge.js';
import { emailSender } from './email-sender.js';
import { encryption } from './encryption.js';
import { groups } from './groups.js';
import { hostedUi } from './hosted-ui.js';
import { identityProviders } from './identity-providers.js';
import { logs } from './logs.js';
import { mfa } from './mfa.js';
import { passwordPolicy } from './password-policy.js';
import { pool } from './pool.js';
import { replicas } from './replicas.js';
import { resourceServers } from './resource-servers.js';
import { risk } from './risk.js';
import { sessions } from './sessions.js';
import { signIn } from './sign-in.js';
import { signUp } from './sign-up.js';
import { smsSender } from './sms-sender.js';
import { terms } from './terms.js';
import { terraform } from './terraform.js';
import { threatProtection } from './threat-protection.js';
import { tokens } from './tokens.js';
import { triggers } from './triggers.js';
import { userMfa } from './user-mfa.js';
import { users } from './users.js';
import { verification } from './verification.js';

/** All facets, in the order that a spec is written and read. */
export const FACETS = [
  pool,
  signIn,
  passwordPolicy,
  mfa,
  emailSender,
  smsSender,
  accountRecovery,
  signUp,
  verification,
  threatProtection,
  devices,
  triggers,
  emailChallenge,
  encryption,
  tokens,
  dynamicRegistration,
  attributes,
  identityProviders,
  resourceServers,
  clients,
  domains,
  risk,
  hostedUi,
  branding,
  terms,
  logs,
  sessions,
  replicas,
  groups,
  users,
  userMfa,
  terraform,
] as const satisfies readonly Facet[];

type Registered = (typeof FACETS)[number];
type ValueOf<F> = F extends { desired(value: infer T, identity: never): unknown } ? T : never;
type RequiredKeys<F> = { [K in keyof F]: F[K] extends { required: true } ? K : never }[keyof F];
type Settings<F> = { readonly [K in keyof F as K extends RequiredKeys<F> ? K : never]: ValueOf<F[K]> } & {
  readonly [K in keyof F as K extends RequiredKeys<F> ? never : K]?: ValueOf<F[K]>;
};
type SectionOf<F extends Registered> = F extends { kind: 'keyed' }
  ? Readonly<Record<string, Settings<F['fields']>>>
  : Settings<F['fields']>;

/** A valid spec, as the YAML says it: inferred from the registry, so a new row is a new member. */
export type PoolSpec = SpecKeys & {
  readonly [F in Registered as F['id'] extends 'pool' ? F['id'] : never]: SectionOf<F>;
} & { readonly [F in Registered as F['id'] extends 'pool' ? never : F['id']]?: SectionOf<F> };

const BY_ID: ReadonlyMap<string, Facet> = new Map(FACETS.map((facet) => [facet.id, facet as Facet]));

/** The facet of a YAML key; undefined when there is none. */
export function facetOf(id: string): Facet | undefined {
  return BY_ID.get(id);
}
