import type { GroupsOf } from './membership.js';
import { type MfaDemand, type UserMfaPolicy, type Wanted, wantedSettings } from './policy.js';
import type { Factor, PoolMfa } from './pool-mfa.js';
import type { ListedUser, UserSettings } from './ports.js';

/** What users are measured against. */
export interface Measure {
  readonly policy: UserMfaPolicy;
  readonly groupsOf: GroupsOf;
}

/** What the policy wants of a user, and how the user differs. */
export interface Measured {
  readonly wanted: Wanted;
  /** What counts for the user. */
  readonly demand: MfaDemand;
  /** Of the factors that the pool offers, what is to be enabled, and what switched off; sorted. */
  readonly on: readonly Factor[];
  readonly off: readonly Factor[];
  /** The preferred factor is not the wanted one. */
  readonly prefers: boolean;
}

/** Holds a user against the policy. */
export function measured(
  { policy, groupsOf }: Measure,
  pool: PoolMfa,
  user: ListedUser,
  settings: UserSettings,
): Measured {
  const { enabled, preferred, app } = settings;
  const { email, phone, attributes = {} } = user;
  const wanted = wantedSettings(policy, pool, {
    email,
    phone,
    app,
    enabled,
    attributes,
    groups: groupsOf(user),
    ...(preferred && { preferred }),
  });
  const current = enabled.filter((factor) => pool.offered.includes(factor));
  return {
    wanted,
    demand: wanted.by === 'default' ? policy : (policy.overrides[wanted.by] as MfaDemand),
    on: wanted.enabled.filter((factor) => !current.includes(factor)),
    off: current.filter((factor) => !wanted.enabled.includes(factor)).sort(),
    prefers: wanted.preferred !== undefined && wanted.preferred !== preferred,
  };
}

/** Whether something would have to be changed. */
export function differs({ on, off, prefers }: Measured): boolean {
  return on.length > 0 || off.length > 0 || prefers;
}
