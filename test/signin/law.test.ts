// What `signin` meets is what `users explain` says: two implementations of one page of AWS's, which know nothing of each other.
import { describe, expect, it } from 'vitest';
import { defaultWorld, type World } from '../../src/sandbox/index.js';
import { effectiveFactor } from '../../src/users/effective-factor.js';
import { outcomeKey } from '../../src/users/outcome.js';
import { profile } from '../../src/users/profile.js';
import { session } from '../sandbox/support.js';
import { type Case, POOLS, USERS, world } from './world.js';

/** One of so many cases; all of them take a minute in each world. */
const STEP = 13;

const CASES: readonly Case[] = POOLS.flatMap((pool) => USERS.map((user) => ({ ...pool, ...user }))).filter(
  (_, index) => index % STEP === 0,
);

interface Switches {
  readonly registeredAppPrompts: World['registeredAppPrompts'];
  readonly onlyMessageRecovers: World['onlyMessageRecovers'];
  readonly unsetRecovery: World['unsetRecovery'];
}

/** Every value of what the documentation leaves open; the first is how the sandbox starts. */
const WORLDS: readonly Switches[] = [
  { registeredAppPrompts: 'unlessSwitchedOff', onlyMessageRecovers: 'challenge', unsetRecovery: 'none' },
  { registeredAppPrompts: 'always', onlyMessageRecovers: 'noFactor', unsetRecovery: 'none' },
  { registeredAppPrompts: 'never', onlyMessageRecovers: 'challenge', unsetRecovery: 'phone' },
];

/**
 * What is explained, of a user and a pool as the world counts them. The explanation itself counts every registered app, lets the
 * only message of a pool be a factor, and keeps back no address where nothing is said of recovery.
 */
function expected({ pool, unsetRecovery, has, settings, switchedOff }: Case, world: Switches): string {
  const prompts = { always: true, unlessSwitchedOff: !switchedOff, never: false }[world.registeredAppPrompts];
  const app = settings.app && (pool.mode === 'required' || settings.enabled.includes('totp') || prompts);
  const recovery = unsetRecovery && world.unsetRecovery === 'phone' ? (['phone', 'email'] as const) : pool.recovery;
  const { outcome, reasons } = effectiveFactor({ ...pool, recovery }, { federated: false, has, ...settings, app });
  if (world.onlyMessageRecovers === 'noFactor' && reasons.at(-1)?.rule === 'only-message')
    return pool.offered.includes('totp') ? 'setup totp' : 'lockedOut';
  return outcomeKey(outcome);
}

describe.each(WORLDS)(
  `${CASES.length} pools and users, $registeredAppPrompts, $onlyMessageRecovers, $unsetRecovery`,
  (switches) => {
    it('are asked in the sandbox for what is explained', { timeout: 120_000 }, async () => {
      const own = await session({ record: false, world: switches });
      const poolId = await own.pool();
      const flows = { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] };
      const { UserPoolClient } = await own.call('CreateUserPoolClient', { ClientName: 'web', ...flows });
      const { asked, users, user } = await world(own, poolId, UserPoolClient.ClientId);
      const differ: string[] = [];
      const kinds = new Set<string>();
      for (const one of CASES) {
        const met = await asked(one);
        const listed = await users.find(poolId, user);
        if (!listed) throw new Error('no user');
        const read = profile(listed, await users.settings(poolId, user));
        // An app that is registered and not enabled is not among what AWS shows.
        const app = one.settings.app && one.settings.enabled.includes('totp');
        const wanted = expected(one, switches);
        kinds.add(wanted.split(' ')[0] ?? '');
        expect({ ...read, app }).toEqual({ federated: false, has: one.has, ...one.settings, app });
        if (met !== wanted) differ.push(`${JSON.stringify(one)}: ${wanted}, not ${met}`);
      }
      expect(differ).toEqual([]);
      expect([...kinds].sort()).toEqual(['choice', 'email', 'lockedOut', 'none', 'setup', 'sms', 'totp']);
    });
  },
);

describe('the cases', () => {
  it('tell each world from the first, which is that of the sandbox', () => {
    const [first, ...others] = WORLDS as [Switches, ...Switches[]];
    expect(defaultWorld).toMatchObject(first);
    for (const other of others) expect(CASES.some((one) => expected(one, other) !== expected(one, first))).toBe(true);
  });

  it('are of every pool and of every user', () => {
    expect(new Set(CASES.map(({ pool }) => pool)).size).toBe(POOLS.length);
    expect(new Set(CASES.map((one) => JSON.stringify([one.has, one.settings, one.switchedOff]))).size).toBe(
      USERS.length,
    );
  });
});
