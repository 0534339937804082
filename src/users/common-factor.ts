import { type Effective, effectiveFactor, type UserMfa } from './effective-factor.js';
import type { PoolMfa } from './pool-mfa.js';

const DECIDED = new WeakMap<PoolMfa, Map<string, Effective>>();

/** As `effectiveFactor`: a pool has millions of users and some dozen cases, and each of them is decided once. */
export function commonFactor(pool: PoolMfa, user: UserMfa): Effective {
  const { federated, has, app, enabled, preferred } = user;
  const key = `${federated} ${has} ${app} ${enabled} ${preferred}`;
  const cases = DECIDED.get(pool) ?? new Map<string, Effective>();
  const decided = cases.get(key) ?? effectiveFactor(pool, user);
  DECIDED.set(pool, cases.set(key, decided));
  return decided;
}
