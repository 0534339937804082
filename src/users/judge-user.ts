import { commonFactor } from './common-factor.js';
import type { Effective, UserMfa } from './effective-factor.js';
import { differs, type Measure, type Measured, measured } from './measured.js';
import type { OpenSuspension } from './open-suspensions.js';
import { passwordReset } from './password-reset.js';
import { CHANNEL, type PoolMfa, resetChannels } from './pool-mfa.js';
import type { ListedUser, UserSettings } from './ports.js';
import { profile, verified } from './profile.js';

/** What may be wrong with a user; the ids of the findings. */
export type Kind =
  | 'users/locked-out'
  | 'users/reset-blocked'
  | 'users/unverified-channel'
  | 'users/nothing-to-receive'
  | 'users/factor-not-offered'
  | 'users/implicit-preference'
  | 'users/not-as-policy'
  | 'users/totp-only'
  | 'users/no-second-factor'
  | SuspensionKind;

/** What is told of a user whose second factor is suspended. */
export type SuspensionKind = 'users/mfa-suspended' | 'users/suspension-overdue';

/** A user, judged. */
export interface Judged {
  readonly effective: Effective;
  readonly kinds: readonly Kind[];
  /** Where `kinds` tells of it. */
  readonly suspension?: OpenSuspension | undefined;
}

/** What a user is judged by besides the pool. */
export interface Yardstick {
  /** What the user's own settings are measured against; without it there is no policy. */
  readonly measure?: Measure | undefined;
  /** Of the user, and open. */
  readonly suspension?: OpenSuspension | undefined;
}

/** Whoever cannot sign in for another reason is not judged. */
export function isJudged({ enabled, status }: ListedUser): boolean {
  return enabled && status !== 'UNCONFIRMED';
}

/**
 * Judges a user. Without settings only by what lists say: then what a preference or an app could change is not judged. With a
 * policy, what a user has set is measured against it; what a suspension has set says nothing of the user.
 */
export function judgeUser(
  pool: PoolMfa,
  user: ListedUser,
  settings: UserSettings | undefined,
  { measure, suspension }: Yardstick = {},
): Judged {
  const mine = profile(user, settings);
  const effective = commonFactor(pool, mine);
  if (mine.federated) return { effective, kinds: [] };
  const addresses = ofAddresses(pool, user, mine, effective);
  if (suspension) return { effective, kinds: [...addresses, suspensionKind(suspension)], suspension };
  if (settings === undefined) return { effective, kinds: addresses };
  const choices = measure
    ? againstPolicy(measured(measure, pool, user, settings), mine, effective)
    : withoutPolicy(pool, mine, effective);
  return { effective, kinds: [...addresses, ...ofSettings(pool, mine, effective), ...choices] };
}

export function suspensionKind({ due }: Pick<OpenSuspension, 'due'>): SuspensionKind {
  return due ? 'users/suspension-overdue' : 'users/mfa-suspended';
}

function ofAddresses(pool: PoolMfa, user: ListedUser, mine: UserMfa, { outcome }: Effective): Kind[] {
  const reset = passwordReset(pool, mine, verified(user), outcome).kind;
  const address = resetChannels(pool).some((channel) => mine.has.includes(channel));
  return [
    ...when(outcome.kind === 'lockedOut', 'users/locked-out'),
    ...when(reset === 'shared', 'users/reset-blocked'),
    ...when(reset === 'unverified' && address, 'users/unverified-channel'),
    ...when(outcome.kind === 'setup' && !outcome.factors.includes('totp'), 'users/nothing-to-receive'),
  ];
}

function ofSettings(pool: PoolMfa, mine: UserMfa, { outcome }: Effective): Kind[] {
  const set = mine.preferred === undefined ? mine.enabled : [mine.preferred, ...mine.enabled];
  const other = mine.enabled.some((factor) => CHANNEL[factor] !== undefined && pool.offered.includes(factor));
  return [
    ...when(pool.mode !== 'off' && set.some((factor) => !pool.offered.includes(factor)), 'users/factor-not-offered'),
    ...when(outcome.kind === 'challenge' && outcome.factor === 'totp' && !other, 'users/totp-only'),
  ];
}

function withoutPolicy(pool: PoolMfa, mine: UserMfa, { outcome }: Effective): Kind[] {
  const unclear = mine.preferred === undefined && (mine.app || mine.enabled.length > 0 || pool.mode === 'required');
  return [
    ...when(unclear && pool.offered.length > 1 && outcome.kind !== 'lockedOut', 'users/implicit-preference'),
    ...when(pool.mode === 'optional' && outcome.kind === 'none', 'users/no-second-factor'),
  ];
}

/** A user without a factor is told as that alone, whatever else differs. */
function againstPolicy(one: Measured, { preferred }: UserMfa, { outcome }: Effective): Kind[] {
  if (one.demand.factors.length > 0 && outcome.kind === 'none') return ['users/no-second-factor'];
  const implicit = one.prefers && preferred === undefined && one.demand.preferred !== undefined;
  return [
    ...when(implicit, 'users/implicit-preference'),
    ...when(differs(implicit ? { ...one, prefers: false } : one), 'users/not-as-policy'),
  ];
}

function when(holds: boolean, kind: Kind): Kind[] {
  return holds ? [kind] : [];
}
