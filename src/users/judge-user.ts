import { type Effective, effectiveFactor, type UserMfa } from './effective-factor.js';
import { passwordReset } from './password-reset.js';
import { CHANNEL, type PoolMfa } from './pool-mfa.js';
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
  | 'users/totp-only'
  | 'users/no-second-factor';

/** A user, judged. */
export interface Judged {
  readonly effective: Effective;
  readonly kinds: readonly Kind[];
}

/** Whoever cannot sign in for another reason is not judged. */
export function isJudged({ enabled, status }: ListedUser): boolean {
  return enabled && status !== 'UNCONFIRMED';
}

/** Judges a user. Without settings only by what lists say: then what a preference or an app could change is not judged. */
export function judgeUser(pool: PoolMfa, user: ListedUser, settings: UserSettings | undefined): Judged {
  const mine = profile(user, settings);
  const effective = effectiveFactor(pool, mine);
  if (mine.federated) return { effective, kinds: [] };
  const own = settings === undefined ? [] : ofSettings(pool, mine, effective);
  return { effective, kinds: [...ofAddresses(pool, user, mine, effective), ...own] };
}

function ofAddresses(pool: PoolMfa, user: ListedUser, mine: UserMfa, { outcome }: Effective): Kind[] {
  const reset = passwordReset(pool, mine, verified(user), outcome).kind;
  const address = pool.recovery.some((channel) => mine.has.includes(channel));
  return [
    ...when(outcome.kind === 'lockedOut', 'users/locked-out'),
    ...when(reset === 'shared', 'users/reset-blocked'),
    ...when(reset === 'unverified' && address, 'users/unverified-channel'),
    ...when(outcome.kind === 'setup' && !outcome.factors.includes('totp'), 'users/nothing-to-receive'),
  ];
}

function ofSettings(pool: PoolMfa, mine: UserMfa, { outcome }: Effective): Kind[] {
  const set = mine.preferred === undefined ? mine.enabled : [mine.preferred, ...mine.enabled];
  const unclear = mine.preferred === undefined && (mine.app || mine.enabled.length > 0 || pool.mode === 'required');
  const other = mine.enabled.some((factor) => CHANNEL[factor] !== undefined && pool.offered.includes(factor));
  return [
    ...when(pool.mode !== 'off' && set.some((factor) => !pool.offered.includes(factor)), 'users/factor-not-offered'),
    ...when(unclear && pool.offered.length > 1 && outcome.kind !== 'lockedOut', 'users/implicit-preference'),
    ...when(outcome.kind === 'challenge' && outcome.factor === 'totp' && !other, 'users/totp-only'),
    ...when(pool.mode === 'optional' && outcome.kind === 'none', 'users/no-second-factor'),
  ];
}

function when(holds: boolean, kind: Kind): Kind[] {
  return holds ? [kind] : [];
}
