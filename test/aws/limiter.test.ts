import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Limiter, limiter } from '../../src/aws/limiter.js';
import { type Category, categoryOf, PER_POOL, QUOTAS } from '../../src/aws/quotas.js';

/** A clock that jumps to the next time that somebody waits for, once everybody waits. */
function jumping() {
  let now = 0;
  const waiting: { readonly at: number; readonly resolve: () => void }[] = [];
  return {
    clock: {
      now: () => now,
      wait: (ms: number) => new Promise<void>((resolve) => waiting.push({ at: now + ms, resolve })),
    },
    async run(work: Promise<unknown>): Promise<void> {
      let done = false;
      work.then(() => {
        done = true;
      });
      for (;;) {
        await new Promise(setImmediate);
        if (done) return;
        waiting.sort((a, b) => a.at - b.at);
        const next = waiting.shift();
        if (!next) throw new Error('nobody waits, and the work is not done');
        now = next.at;
        next.resolve();
      }
    },
  };
}

interface Sent {
  readonly operation: string;
  readonly pool: string;
  readonly at: number;
}

/** Many workers that send as fast as they may. */
async function stream(calls: readonly (readonly [string, string])[], share: number, workers = 16): Promise<Sent[]> {
  const time = jumping();
  const own = limiter({ share, clock: time.clock });
  const sent: Sent[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < calls.length; index = next++) {
      const [operation, pool] = calls[index] as readonly [string, string];
      await own.pass(operation, pool);
      sent.push({ operation, pool, at: time.clock.now() });
    }
  };
  await time.run(Promise.all(Array.from({ length: workers }, worker)));
  return sent;
}

/** The most calls in any second. */
function busiest(sent: readonly Sent[]): number {
  return Math.max(...sent.map(({ at }) => sent.filter((one) => one.at >= at && one.at < at + 999.999).length));
}

const repeated = (operation: string, pools: number, count: number) =>
  Array.from({ length: count }, (_, index) => [operation, `pool-${index % pools}`] as const);

describe('the limiter', () => {
  it.each<[string, number, number]>([
    ['DescribeUserPool', 50, QUOTAS.UserPoolRead],
    ['DescribeIdentityProvider', 50, QUOTAS.UserPoolResourceRead],
    ['DescribeUserPoolClient', 50, QUOTAS.UserPoolClientRead],
    ['DescribeUserPoolClient', 1, PER_POOL],
    ['ListUsers', 1, QUOTAS.UserList],
  ])('%s on %i pools keeps to its share of %i a second, and uses it', async (operation, pools, quota) => {
    const share = quota / 2;
    const sent = await stream(repeated(operation, pools, 400), 50);
    const seconds = (sent.at(-1)?.at ?? 0) / 1000;
    expect(400 / seconds).toBeGreaterThanOrEqual(0.95 * share);
    // What is left of the first second's reserve may come on top.
    expect(400 / seconds).toBeLessThanOrEqual(share + share / seconds + 0.01);
    expect(busiest(sent)).toBeLessThanOrEqual(Math.ceil(quota));
  });

  it('reads a small pool without waiting', async () => {
    const sent = await stream(
      ['DescribeUserPool', 'GetUserPoolMfaConfig', 'ListGroups', 'ListIdentityProviders', 'ListUserPoolClients'].map(
        (operation) => [operation, 'pool'] as const,
      ),
      50,
    );
    expect(sent.map(({ at }) => at)).toEqual([0, 0, 0, 0, 0]);
  });

  it('takes half after a refusal, and grows back', async () => {
    const time = jumping();
    const own = limiter({ share: 50, clock: time.clock });
    const perSecond = async (limited: Limiter) => {
      const from = time.clock.now();
      for (let index = 0; index < 20; index += 1) await limited.pass('ListUsers', undefined);
      return 20_000 / (time.clock.now() - from);
    };
    const work = async () => {
      for (let index = 0; index < 15; index += 1) await own.pass('ListUsers', undefined);
      const before = await perSecond(own);
      own.throttled('ListUsers');
      const after = await perSecond(own);
      await time.clock.wait(60_000);
      for (let index = 0; index < 15; index += 1) await own.pass('ListUsers', undefined);
      return { before, after, later: await perSecond(own) };
    };
    const done = work();
    await time.run(done);
    const { before, after, later } = await done;
    expect(after).toBeLessThan(before * 0.65);
    expect(later).toBeCloseTo(before, 0);
  });

  it('never lets any second see more than the quota, whatever is asked of it', async () => {
    const call = fc.tuple(
      fc.constantFrom('DescribeUserPool', 'DescribeUserPoolClient', 'ListGroups', 'GetUICustomization', 'ListUsers'),
      fc.constantFrom('a', 'b', 'c'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(call, { minLength: 1, maxLength: 120 }),
        fc.integer({ min: 1, max: 50 }),
        async (calls, share) => {
          const sent = await stream(calls, share, 8);
          for (const category of new Set(sent.map(({ operation }) => categoryOf(operation))))
            expect(busiest(sent.filter(({ operation }) => categoryOf(operation) === category))).toBeLessThanOrEqual(
              Math.max(1, QUOTAS[category as Category]),
            );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('knows the quota that an account has', async () => {
    const time = jumping();
    const own = limiter({ share: 100, clock: time.clock });
    own.raise('UserPoolRead', 30);
    const work = (async () => {
      for (let index = 0; index < 330; index += 1) await own.pass('DescribeUserPool', undefined);
    })();
    await time.run(work);
    expect(time.clock.now() / 1000).toBeCloseTo(10, 0);
  });
});
