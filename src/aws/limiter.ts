import type { Clock } from './clock.js';
import { type Category, categoryOf, isLimitedPerPool, PER_POOL, QUOTAS } from './quotas.js';

export interface LimiterOptions {
  /** Percent of each quota that may be used, above 0 and up to 100. */
  readonly share: number;
  readonly clock: Clock;
  /** Called once, when calls have waited for `SLOW` in all: then it is worth asking what quotas the account really has. */
  readonly onSlow?: () => void;
}

/** Milliseconds. */
const SLOW = 2000;

/** Keeps the calls of one account and Region below their quotas. */
export interface Limiter {
  /** Waits until a call may go out; resolves with the milliseconds that it waited. */
  pass(operation: string, poolId: string | undefined): Promise<number>;
  /** AWS refused a call because there were too many: others use the quota too, so this takes half of what it took. */
  throttled(operation: string): void;
  /** The account's own quota, where it is not AWS's default; requests a second. */
  raise(category: Category, quota: number): void;
}

/** After a throttled call a rate grows back by this part of its goal a second. */
const RECOVERY = 0.05;
/** However often AWS refuses, this part of the goal is left: a run must end. */
const LEAST = 0.05;

/** A rate of a category: its goal, and where throttling has put it. */
interface Pace {
  goal: number;
  factor: number;
  since: number;
}

/**
 * Each category, and within the limited ones each operation on each pool, has a bucket that holds a second's worth of calls. So
 * a small pool is read without waiting, and no second ever sees more than twice the share: with half of a quota, the quota.
 */
export function limiter({ share, clock, onSlow }: LimiterOptions): Limiter {
  let waited = 0;
  const paces = new Map<Category, Pace>();
  const buckets = new Map<string, Bucket>();
  const pace = (category: Category): Pace => {
    const known = paces.get(category);
    const made = known ?? { goal: (QUOTAS[category] * share) / 100, factor: 1, since: clock.now() };
    paces.set(category, made);
    return made;
  };
  const bucket = (name: string): Bucket => {
    const made = buckets.get(name) ?? { next: 0 };
    buckets.set(name, made);
    return made;
  };
  return {
    async pass(operation, poolId) {
      const category = categoryOf(operation);
      const { goal } = pace(category);
      const rate = goal * factorAt(pace(category), clock.now());
      const limits: [Bucket, number][] = [[bucket(category), rate]];
      if (poolId !== undefined && isLimitedPerPool(category))
        limits.push([bucket(`${operation} ${poolId}`), Math.min((PER_POOL * share) / 100, rate)]);
      const wait = await waitFor(limits, clock);
      if (waited < SLOW && waited + wait >= SLOW) onSlow?.();
      waited += wait;
      return wait;
    },
    throttled(operation) {
      const own = pace(categoryOf(operation));
      const now = clock.now();
      own.factor = Math.max(LEAST, factorAt(own, now) / 2);
      own.since = now;
    },
    raise(category, quota) {
      pace(category).goal = (quota * share) / 100;
    },
  };
}

function factorAt({ factor, since }: Pace, now: number): number {
  return Math.min(1, factor + (RECOVERY * (now - since)) / 1000);
}

/** The time at which a steady stream of calls would have its next one. Behind now: there is a reserve. */
interface Bucket {
  next: number;
}

async function waitFor(limits: readonly [Bucket, number][], clock: Clock): Promise<number> {
  const now = clock.now();
  const at = Math.max(now, ...limits.map(([bucket, rate]) => bucket.next - reserve(rate)));
  for (const [bucket, rate] of limits) bucket.next = Math.max(bucket.next, now) + 1000 / rate;
  const wait = at - now;
  if (wait > 0) await clock.wait(wait);
  return wait;
}

/** A second's worth of calls may go at once, and one always. */
function reserve(rate: number): number {
  return (Math.max(0, rate - 1) * 1000) / rate;
}
