import { type PoolState, valueAt } from '../model/state.js';
import { CHANNEL, type Factor, type PoolMfa } from './pool-mfa.js';

/** What is demanded of some users; without factors nothing. */
export interface MfaDemand {
  /** What each shall have enabled, as far as it can be. */
  readonly factors: readonly Factor[];
  /** Which one is asked for; without it nothing is demanded of the preference. */
  readonly preferred?: Factor;
}

/** A demand on members of a group, or on users with an attribute. */
export interface MfaOverride extends MfaDemand {
  readonly group?: string;
  readonly attribute?: string;
  readonly equals?: string;
}

/** The spec's `userMfa`. */
export interface UserMfaPolicy extends MfaDemand {
  /** The first that matches a user counts instead. */
  readonly overrides: readonly MfaOverride[];
}

/** All of a user that decides what the policy wants. */
export interface PolicyUser {
  /** Any value where the user has the address. */
  readonly email?: unknown;
  readonly phone?: unknown;
  /** An authenticator app is registered. */
  readonly app: boolean;
  /** The user's own settings as they are. */
  readonly enabled: readonly Factor[];
  readonly preferred?: Factor;
  /** The groups of the user that the policy names; others are not needed. */
  readonly groups: readonly string[];
  /** Attributes by their names. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Why a user cannot have a factor. */
export type MissingReason = 'not-offered' | 'no-address' | 'no-app';

/** What the policy wants of a user. */
export interface Wanted {
  /** Of the factors that the pool offers, those that shall be enabled; sorted. The others cannot be set. */
  readonly enabled: readonly Factor[];
  readonly preferred?: Factor;
  /** What was demanded and cannot be; in the order of the policy. */
  readonly missing: readonly { readonly factor: Factor; readonly reason: MissingReason }[];
  /** The override that counts, by its place in the list. */
  readonly by: number | 'default';
}

/** The policy of a spec; undefined where it demands nothing of anybody. */
export function policyOf(state: PoolState): UserMfaPolicy | undefined {
  const factors = (valueAt(state, 'userMfa.factors') ?? []) as readonly Factor[];
  const preferred = valueAt(state, 'userMfa.preferred') as Factor | undefined;
  const overrides = (valueAt(state, 'userMfa.overrides') ?? []) as readonly MfaOverride[];
  if (factors.length === 0 && !overrides.some((one) => one.factors.length > 0)) return undefined;
  return { factors, overrides, ...(preferred && { preferred }) };
}

/**
 * What a user shall have set, beginning with what is set. A factor is never switched off where the pool requires MFA, nor
 * where the user would be left without any.
 */
export function wantedSettings(
  policy: UserMfaPolicy,
  pool: Pick<PoolMfa, 'mode' | 'offered'>,
  user: PolicyUser,
): Wanted {
  const index = policy.overrides.findIndex((override) => matches(override, user));
  const by = index < 0 ? 'default' : index;
  const demand: MfaDemand = policy.overrides[index] ?? policy;
  const missing = demand.factors.flatMap((factor) => {
    const reason = obstacle(factor, pool, user);
    return reason ? [{ factor, reason }] : [];
  });
  const reached = demand.factors.filter((factor) => !missing.some((one) => one.factor === factor));
  const current = user.enabled.filter((factor) => pool.offered.includes(factor));
  const keeps = reached.length === 0 || pool.mode === 'required';
  const enabled = [...new Set(keeps ? [...current, ...reached] : reached)].sort();
  const preferred = preferredOf(demand, reached) ?? keptPreference(enabled, reached, pool, user);
  return { enabled, missing, by, ...(preferred && { preferred }) };
}

/**
 * The user's own preference. Where a factor stays enabled that the user has no address for, a factor that works is preferred
 * instead: users with such a factor and no preference were seen to be asked for nothing that worked (see observations.ts).
 */
function keptPreference(
  enabled: readonly Factor[],
  reached: readonly Factor[],
  pool: Pick<PoolMfa, 'offered'>,
  user: PolicyUser,
): Factor | undefined {
  const own = enabled.find((factor) => factor === user.preferred);
  const works = (factor: Factor) => obstacle(factor, pool, user) === undefined;
  return enabled.every(works) || (own && works(own)) ? own : (reached[0] ?? own);
}

function preferredOf({ preferred }: MfaDemand, reached: readonly Factor[]): Factor | undefined {
  if (preferred === undefined) return undefined;
  return reached.includes(preferred) ? preferred : reached[0];
}

function obstacle(factor: Factor, pool: Pick<PoolMfa, 'offered'>, user: PolicyUser): MissingReason | undefined {
  if (!pool.offered.includes(factor)) return 'not-offered';
  const channel = CHANNEL[factor];
  if (channel === undefined) return user.app ? undefined : 'no-app';
  return user[channel] === undefined ? 'no-address' : undefined;
}

function matches({ group, attribute, equals }: MfaOverride, { groups, attributes }: PolicyUser): boolean {
  if (group === undefined && attribute === undefined) return false;
  if (group !== undefined && !groups.includes(group)) return false;
  return attribute === undefined || (Object.hasOwn(attributes, attribute) && attributes[attribute] === equals);
}
