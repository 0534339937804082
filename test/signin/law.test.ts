// What `signin` meets is what `users explain` says: two implementations of one page of AWS's, which know nothing of each other.
import { describe, expect, it } from 'vitest';
import { type Effective, effectiveFactor } from '../../src/users/effective-factor.js';
import { outcomeKey } from '../../src/users/outcome.js';
import { profile } from '../../src/users/profile.js';
import { session } from '../sandbox/support.js';
import { type Case, POOLS, USERS, world } from './world.js';

/** One of so many cases; all of them take the better part of a minute. Coprime to the numbers of pools and users. */
const STEP = 13;

const CASES: readonly Case[] = POOLS.flatMap((pool) => USERS.map((user) => ({ pool, ...user }))).filter(
  (_, index) => index % STEP === 0,
);

interface Reading {
  readonly name: string;
  /** The page is silent or says two things, and the sandbox reads it in this other way. */
  readonly sandbox: readonly string[];
  readonly holds: (one: Case, effective: Effective) => boolean;
}

const ends = ({ reasons }: Effective, rule: string): boolean => reasons.at(-1)?.rule === rule;

/** Where both readings are accepted. Source of all: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html */
const READINGS: readonly Reading[] = [
  {
    name: 'both addresses, and the only message goes to the one that recovers first: step 7 has no such branch',
    sandbox: ['lockedOut', 'setup'],
    holds: ({ pool }, effective) => pool.mode === 'required' && ends(effective, 'only-message'),
  },
  {
    name: 'the only address recovers and is no factor: step 6 says an error, step 6.5 that an app is set up',
    sandbox: ['lockedOut'],
    holds: ({ pool, has }, effective) => ends(effective, 'app-to-set-up') && has[0] === pool.recovery[0],
  },
  {
    name: 'an app is registered, and the pool offers none or a message is enabled: step 2.1 against the reference of the operation',
    sandbox: ['none', 'email', 'sms', 'choice email+sms'],
    holds: ({ pool, settings }, effective) =>
      pool.mode === 'optional' &&
      ends(effective, 'app-registered') &&
      (!pool.offered.includes('totp') || settings.enabled.some((factor) => factor !== 'totp')),
  },
];

describe(`${CASES.length} pools and users`, () => {
  it('are asked in the sandbox for what is explained', { timeout: 120_000 }, async () => {
    const own = await session({ record: false });
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
      const effective = effectiveFactor(one.pool, profile(listed, await users.settings(poolId, user)));
      const known = effectiveFactor(one.pool, profile(listed, one.settings));
      const said = [effective, known].map(({ outcome }) => outcomeKey(outcome).replace(/^setup .*/, 'setup'));
      kinds.add(known.outcome.kind);
      const readings = READINGS.filter(({ holds, sandbox }) => holds(one, known) && sandbox.includes(met));
      // An app that is registered and not enabled is not among what AWS shows.
      const accepted = one.settings.app ? said : said.slice(0, 1);
      if (!accepted.includes(met) && readings.length === 0) differ.push(`${JSON.stringify(one)}: ${said}, not ${met}`);
    }
    expect(differ).toEqual([]);
    expect([...kinds].sort()).toEqual(['challenge', 'choice', 'lockedOut', 'none', 'setup']);
  });

  it('are of every kind', () => {
    for (const { name, holds } of READINGS) {
      const known = (one: Case) => effectiveFactor(one.pool, { federated: false, has: one.has, ...one.settings });
      expect(CASES.filter((one) => holds(one, known(one))).length, name).toBeGreaterThan(0);
    }
    expect([POOLS.length % STEP, USERS.length % STEP]).not.toContain(0);
  });
});
