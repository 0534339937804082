// What a suspension switches off, and what is left where it does not help: over all pools and users.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorOf } from '../../src/users/decision.js';
import { effectiveFactor } from '../../src/users/effective-factor.js';
import { passwordReset } from '../../src/users/password-reset.js';
import { CHANNEL, FACTORS, mayShare, type PoolMfa, resetChannels } from '../../src/users/pool-mfa.js';
import type { ListedUser, UserSettings } from '../../src/users/ports.js';
import { profile, verified } from '../../src/users/profile.js';
import { remainingWays } from '../../src/users/remaining-ways.js';
import { type Obstacle, suspension } from '../../src/users/suspension.js';

const anyPool: fc.Arbitrary<PoolMfa> = fc
  .record({
    mode: fc.constantFrom('off', 'optional', 'required'),
    offered: fc.subarray([...FACTORS]),
    recovery: fc.shuffledSubarray(['email', 'phone'] as const),
    adaptive: fc.boolean(),
    unset: fc.boolean(),
  })
  .map(({ unset, ...pool }) => ({
    ...pool,
    ...(unset && { recovery: [], unsetRecovery: true as const }),
    offered: pool.mode === 'off' ? [] : pool.offered,
    devicesSkip: false,
    passkeys: false,
    firstFactors: ['password'],
  }));

const address = fc.option(fc.record({ value: fc.constant('x'), verified: fc.boolean() }), { nil: undefined });
const anyUser: fc.Arbitrary<ListedUser> = fc
  .record({
    status: fc.constantFrom('CONFIRMED', 'RESET_REQUIRED', 'FORCE_CHANGE_PASSWORD', 'UNCONFIRMED', 'EXTERNAL_PROVIDER'),
    enabled: fc.boolean(),
    email: address,
    phone: address,
  })
  .map(({ email, phone, ...user }) => ({
    username: "o'neil",
    ...user,
    ...(email && { email }),
    ...(phone && { phone }),
  }));

const anySettings: fc.Arbitrary<UserSettings> = fc
  .record({ enabled: fc.subarray([...FACTORS]), which: fc.nat(5), app: fc.boolean() })
  .map(({ enabled, which, app }) => {
    const preferred = enabled[which];
    return { enabled, app: app || enabled.includes('totp'), ...(preferred && { preferred }) };
  });

const law = (check: (pool: PoolMfa, user: ListedUser, settings: UserSettings) => void) =>
  fc.assert(fc.property(anyPool, anyUser, anySettings, check), { numRuns: 2000 });

const resetOf = (pool: PoolMfa, user: ListedUser, settings: UserSettings) => {
  const mine = profile(user, settings);
  return passwordReset(pool, mine, verified(user), effectiveFactor(pool, mine).outcome);
};

describe('a suspension', () => {
  it('lets the code out to a verified address of recovery, and switches off that one factor only', () => {
    law((pool, user, settings) => {
      const plan = suspension(pool, user, settings);
      if (plan.kind !== 'possible') return;
      expect(pool.mode).toBe('optional');
      expect(plan.before).toEqual({
        enabled: settings.enabled,
        ...(settings.preferred && { preferred: settings.preferred }),
      });
      expect(settings.enabled.filter((factor) => !plan.wanted.enabled.includes(factor))).toEqual([factorOf(plan.to)]);
      expect(user[plan.to]?.verified && resetChannels(pool).includes(plan.to)).toBe(true);
      const { preferred: _, ...rest } = settings;
      expect(resetOf(pool, user, { ...rest, ...plan.wanted })).toEqual({ kind: 'sent', to: plan.to, disputed: false });
    });
  });

  it('is needless only where guide and reference say that the code goes out', () => {
    law((pool, user, settings) => {
      const plan = suspension(pool, user, settings);
      if (plan.kind !== 'needless') return;
      expect(resetOf(pool, user, settings).kind).toBe('sent');
      // The reference says more: that no enabled factor gets there; but not of pools that say nothing of recovery.
      if (pool.mode !== 'off' && !mayShare(pool, plan.to)) expect(settings.enabled).not.toContain(factorOf(plan.to));
    });
  });

  it('comes after which another one is needless', () => {
    law((pool, user, settings) => {
      const plan = suspension(pool, user, settings);
      if (plan.kind !== 'possible') return;
      const { preferred: _, ...rest } = settings;
      expect(suspension(pool, user, { ...rest, ...plan.wanted })).toEqual({ kind: 'needless', to: plan.to });
    });
  });

  const why = (pool: Partial<PoolMfa>, user: Partial<ListedUser>): Obstacle | string => {
    const whole: PoolMfa = {
      mode: 'optional',
      offered: ['email'],
      recovery: ['email'],
      adaptive: false,
      devicesSkip: false,
      passkeys: false,
      firstFactors: ['password'],
      ...pool,
    };
    const email = { value: 'a@example.com', verified: true };
    const plan = suspension(
      whole,
      { username: 'ada', status: 'CONFIRMED', enabled: true, email, ...user },
      { enabled: ['email'], preferred: 'email', app: false },
    );
    return plan.kind === 'impossible' ? plan.why : plan.kind;
  };

  it.each([
    ['possible', {}, {}],
    ['needless', { mode: 'off', offered: [] }, {}],
    ['mfa-required', { mode: 'required' }, {}],
    ['recovery-by-admin', { recovery: [] }, {}],
    ['no-verified-address', {}, { email: { value: 'a@example.com', verified: false } }],
    ['federated', {}, { status: 'EXTERNAL_PROVIDER' }],
    ['disabled', {}, { enabled: false }],
    ['unconfirmed', {}, { status: 'UNCONFIRMED' }],
    ['invited', {}, { status: 'FORCE_CHANGE_PASSWORD' }],
  ] as const)('is %s', (expected, pool, user) => {
    expect(why(pool, user)).toBe(expected);
  });
});

describe('the ways that remain', () => {
  const waysOf = (why: Obstacle, pool: PoolMfa, user: ListedUser, settings: UserSettings, tier = 'essentials') =>
    remainingWays(why, { pool, tier, user, settings, poolId: 'eu-west-1_AbC', region: 'eu-west-1' });

  it('are always some, each a sentence, with commands that name pool and user', () => {
    law((pool, user, settings) => {
      const plan = suspension(pool, user, settings);
      if (plan.kind !== 'impossible') return;
      const ways = waysOf(plan.why, pool, user, settings);
      expect(ways.length).toBeGreaterThan(0);
      for (const { text, commands } of ways) {
        expect(text).toMatch(/^[A-Z].*\.$/);
        for (const command of commands) {
          expect(command).toMatch(/^aws cognito-idp admin-[a-z-]+ --region eu-west-1 --user-pool-id eu-west-1_AbC /);
          expect(command).toContain(`--username 'o'\\''neil'`);
        }
      }
    });
  });

  it('prefer a factor only where the code goes out then, and the user can use it', () => {
    law((pool, user, settings) => {
      const plan = suspension(pool, user, settings);
      if (plan.kind !== 'impossible' || plan.why !== 'mfa-required') return;
      const preferring = waysOf(plan.why, pool, user, settings).filter(({ text }) => text.startsWith('Prefer '));
      const expected = pool.offered.filter((factor) => {
        const channel = CHANNEL[factor];
        const enabled = [...new Set([...settings.enabled, factor])];
        const can = channel === undefined ? settings.app : user[channel] !== undefined;
        return can && resetOf(pool, user, { ...settings, enabled, preferred: factor }).kind === 'sent';
      });
      expect(preferring.length).toBe(expected.length);
    });
  });

  it('are for both addresses where the pool says nothing of recovery', () => {
    const old = { mode: 'optional', offered: ['sms'], recovery: [], unsetRecovery: true } as const;
    const pool: PoolMfa = { ...old, adaptive: false, devicesSkip: false, passkeys: false, firstFactors: ['password'] };
    const user = { username: 'ada', status: 'CONFIRMED', enabled: true, email: { value: 'a@b.c', verified: false } };
    const ways = waysOf('no-verified-address', pool, user, { enabled: [], app: false }).map(({ text }) => text);
    expect(ways.slice(0, 2)).toEqual([
      "Give the user a phone number that you know to be the user's.",
      "Mark the e-mail address as verified, where you know that it is the user's.",
    ]);
  });

  it('say what the tier lacks', () => {
    const pool: PoolMfa = {
      mode: 'required',
      offered: ['sms'],
      recovery: ['phone'],
      adaptive: false,
      devicesSkip: false,
      passkeys: false,
      firstFactors: ['password'],
    };
    const user = { username: 'ada', status: 'CONFIRMED', enabled: true, phone: { value: '+49151', verified: true } };
    const settings: UserSettings = { enabled: ['sms'], preferred: 'sms', app: false };
    const texts = (tier: string) => waysOf('mfa-required', pool, user, settings, tier).map(({ text }) => text);
    expect(texts('lite').join()).toContain('pool.tier: essentials');
    expect(texts('plus').join()).not.toContain('pool.tier');
  });
});
