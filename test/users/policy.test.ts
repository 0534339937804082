import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PoolSpec } from '../../src/facets/index.js';
import { desired } from '../../src/spec/desired.js';
import { factorsSaid } from '../../src/users/factors-said.js';
import { judgeUser } from '../../src/users/judge-user.js';
import { differs, measured } from '../../src/users/measured.js';
import { type PolicyUser, policyOf, type UserMfaPolicy, wantedSettings } from '../../src/users/policy.js';
import { CHANNEL, FACTORS, type Factor, type PoolMfa } from '../../src/users/pool-mfa.js';
import type { ListedUser, UserSettings } from '../../src/users/ports.js';
import { MINIMAL } from '../harness/specs.js';

type Asked = readonly [policy: Partial<UserMfaPolicy>, pool: Partial<PoolMfa>, user: Partial<PolicyUser>];
const POOL: PoolMfa = {
  mode: 'optional',
  offered: ['email', 'sms', 'totp'],
  recovery: ['email', 'phone'],
  adaptive: false,
  devicesSkip: false,
  passkeys: false,
  firstFactors: ['password'],
};
const NOBODY: PolicyUser = { app: false, enabled: [], groups: [], attributes: {} };
const wants = ([policy, pool, user]: Asked) =>
  wantedSettings({ factors: [], overrides: [], ...policy }, { ...POOL, ...pool }, { ...NOBODY, ...user });

const BOTH = { email: {}, phone: {} };
const CASES: readonly (readonly [string, Asked, ReturnType<typeof wantedSettings>])[] = [
  [
    'enables what the user can receive, and prefers it',
    [{ factors: ['totp', 'email'], preferred: 'email' }, {}, { email: {} }],
    { enabled: ['email'], preferred: 'email', missing: [{ factor: 'totp', reason: 'no-app' }], by: 'default' },
  ],
  [
    'prefers the first that the user can use where the preferred one is out of reach',
    [{ factors: ['totp', 'sms', 'email'], preferred: 'sms' }, {}, { email: {}, app: true }],
    {
      enabled: ['email', 'totp'],
      preferred: 'totp',
      missing: [{ factor: 'sms', reason: 'no-address' }],
      by: 'default',
    },
  ],
  [
    'passes over what the pool does not offer',
    [{ factors: ['sms', 'totp'] }, { offered: ['totp'] }, { ...BOTH, app: true }],
    { enabled: ['totp'], missing: [{ factor: 'sms', reason: 'not-offered' }], by: 'default' },
  ],
  [
    'switches off what it does not name where MFA is optional',
    [{ factors: ['totp'] }, {}, { ...BOTH, app: true, enabled: ['sms', 'totp'], preferred: 'sms' }],
    { enabled: ['totp'], missing: [], by: 'default' },
  ],
  [
    'and keeps it where MFA is required',
    [{ factors: ['totp'], preferred: 'totp' }, { mode: 'required' }, { ...BOTH, app: true, enabled: ['sms'] }],
    { enabled: ['sms', 'totp'], preferred: 'totp', missing: [], by: 'default' },
  ],
  [
    'leaves a preference that it says nothing of',
    [{ factors: ['sms', 'email'] }, {}, { ...BOTH, enabled: ['sms'], preferred: 'sms' }],
    { enabled: ['email', 'sms'], preferred: 'sms', missing: [], by: 'default' },
  ],
  [
    'leaves to whom it can give nothing what he has',
    [{ factors: ['sms'], preferred: 'sms' }, {}, { app: true, enabled: ['totp'], preferred: 'totp' }],
    { enabled: ['totp'], preferred: 'totp', missing: [{ factor: 'sms', reason: 'no-address' }], by: 'default' },
  ],
  [
    'demands nothing of a group that an override frees',
    [
      { factors: ['sms'], overrides: [{ group: 'free', factors: [] }] },
      {},
      { ...BOTH, groups: ['free'], enabled: ['email'] },
    ],
    { enabled: ['email'], missing: [], by: 0 },
  ],
  [
    'takes the first override that matches',
    [
      {
        factors: ['sms'],
        overrides: [
          { attribute: 'custom:tenant', equals: 'other', factors: [] },
          { attribute: 'custom:tenant', equals: 'acme', factors: ['email'], preferred: 'email' },
          { group: 'admins', factors: ['totp'] },
        ],
      },
      {},
      { ...BOTH, groups: ['admins'], attributes: { 'custom:tenant': 'acme' } },
    ],
    { enabled: ['email'], preferred: 'email', missing: [], by: 1 },
  ],
  [
    'wants both of an override that names a group and an attribute',
    [
      {
        factors: ['sms'],
        overrides: [{ group: 'admins', attribute: 'custom:tenant', equals: 'acme', factors: ['totp'] }],
      },
      {},
      { ...BOTH, groups: ['admins'], attributes: { 'custom:tenant': 'other' } },
    ],
    { enabled: ['sms'], missing: [], by: 'default' },
  ],
  [
    'takes no inherited member for an attribute',
    [{ factors: ['sms'], overrides: [{ attribute: 'constructor', equals: 'x', factors: [] }] }, {}, BOTH],
    { enabled: ['sms'], missing: [], by: 'default' },
  ],
];

describe('wantedSettings', () => {
  it.each(CASES)('%s', (_what, asked, expected) => {
    expect(wants(asked)).toEqual(expected);
  });
});

const factors = fc.uniqueArray(fc.constantFrom(...FACTORS));
const preferredOf = (list: fc.Arbitrary<Factor[]>) =>
  list.chain((all) =>
    fc.record({
      factors: fc.constant(all),
      preferred: fc.option(fc.constantFrom(...all, undefined), { nil: undefined }),
    }),
  );
const demand = preferredOf(factors).map(({ factors, preferred }) => ({ factors, ...(preferred && { preferred }) }));
const policies: fc.Arbitrary<UserMfaPolicy> = fc
  .record({
    own: demand,
    overrides: fc.array(
      fc
        .record({ own: demand, who: fc.constantFrom({ group: 'a' }, { group: 'b' }, { attribute: 'x', equals: '1' }) })
        .map(({ own, who }) => ({ ...own, ...who })),
      { maxLength: 3 },
    ),
  })
  .map(({ own, overrides }) => ({ ...own, overrides }));
const pools: fc.Arbitrary<PoolMfa> = fc
  .record({ mode: fc.constantFrom('optional' as const, 'required' as const), offered: factors })
  .map((pool) => ({ ...POOL, ...pool }));

interface Person {
  readonly user: ListedUser;
  readonly settings: UserSettings;
  readonly groups: readonly string[];
}
const address = fc.option(fc.boolean(), { nil: undefined });
const persons: fc.Arbitrary<Person> = fc
  .record({
    email: address,
    phone: address,
    set: demand,
    app: fc.boolean(),
    groups: fc.subarray(['a', 'b']),
    x: fc.constantFrom('1', '2'),
  })
  .map(({ email, phone, set, app, groups, x }) => ({
    user: {
      username: 'ada',
      status: 'CONFIRMED',
      enabled: true,
      attributes: { x },
      ...(email !== undefined && { email: { value: 'ada@example.com', verified: email } }),
      ...(phone !== undefined && { phone: { value: '+4915112345678', verified: phone } }),
    },
    // An enabled app is a registered one.
    settings: {
      enabled: set.factors,
      app: app || set.factors.includes('totp'),
      ...(set.preferred && { preferred: set.preferred }),
    },
    groups,
  }));

const hold = (policy: UserMfaPolicy, pool: PoolMfa, { user, settings, groups }: Person) =>
  measured({ policy, groupsOf: () => groups }, pool, user, settings);

describe('wantedSettings, whatever the policy, the pool and the user', () => {
  const law = (holds: (policy: UserMfaPolicy, pool: PoolMfa, person: Person) => void) =>
    fc.assert(fc.property(policies, pools, persons, holds), { numRuns: 500 });

  it('enables nothing that the pool does not offer or the user cannot receive', () => {
    law((policy, pool, person) => {
      for (const factor of hold(policy, pool, person).on) {
        const channel = CHANNEL[factor];
        expect(pool.offered).toContain(factor);
        expect(channel === undefined ? person.settings.app : person.user[channel] !== undefined).toBe(true);
      }
    });
  });

  it('prefers only what is enabled', () => {
    law((policy, pool, person) => {
      const { enabled, preferred } = hold(policy, pool, person).wanted;
      expect(preferred === undefined || enabled.includes(preferred)).toBe(true);
    });
  });

  it('leaves nobody without a factor who had one, and switches none off where MFA is required', () => {
    law((policy, pool, person) => {
      const { wanted, off } = hold(policy, pool, person);
      const had = person.settings.enabled.some((factor) => pool.offered.includes(factor));
      expect(!had || wanted.enabled.length > 0).toBe(true);
      expect(pool.mode === 'required' ? off : []).toEqual([]);
    });
  });

  it('names as switched on, in its call, only what the user can receive', () => {
    law((policy, pool, person) => {
      const { wanted } = hold(policy, pool, person);
      // A preference for what cannot be received may be there already.
      for (const factor of factorsSaid(person.settings, wanted, pool.offered)) {
        const channel = CHANNEL[factor];
        const receives = channel === undefined ? person.settings.app : person.user[channel] !== undefined;
        expect(receives || !wanted.enabled.includes(factor)).toBe(true);
      }
    });
  });

  it('prefers a factor that works to one that has no address and stays enabled', () => {
    law((policy, pool, person) => {
      const { wanted, demand } = hold(policy, pool, person);
      const works = (factor: Factor) => {
        const channel = CHANNEL[factor];
        return channel === undefined ? person.settings.app : person.user[channel] !== undefined;
      };
      if (wanted.enabled.every(works) || demand.factors.length === wanted.missing.length) return;
      expect(wanted.preferred !== undefined && works(wanted.preferred)).toBe(true);
    });
  });

  it('has nothing more to do once it is applied, and an audit then finds nothing that it could mend', () => {
    law((policy, pool, person) => {
      const { wanted } = hold(policy, pool, person);
      const kept = person.settings.enabled.filter((factor) => !pool.offered.includes(factor));
      const set: UserSettings = {
        enabled: [...wanted.enabled, ...kept],
        app: person.settings.app,
        ...(wanted.preferred && { preferred: wanted.preferred }),
      };
      const after = hold(policy, pool, { ...person, settings: set });
      expect([differs(after), after.wanted.enabled]).toEqual([false, wanted.enabled]);
      const { kinds } = judgeUser(pool, person.user, set, { measure: { policy, groupsOf: () => person.groups } });
      const mendable = kinds.filter((kind) => kind === 'users/not-as-policy' || kind === 'users/implicit-preference');
      expect(mendable).toEqual([]);
      const reachable = after.demand.factors.length > after.wanted.missing.length;
      expect(reachable && kinds.includes('users/no-second-factor')).toBe(false);
    });
  });
});

describe('policyOf', () => {
  const of = (userMfa: PoolSpec['userMfa']) => policyOf(desired({ ...MINIMAL, ...(userMfa && { userMfa }) }));

  it('is none where nothing is demanded of anybody', () => {
    expect(of(undefined)).toBeUndefined();
    expect(of({ factors: [], overrides: [{ group: 'a', factors: [] }] })).toBeUndefined();
  });

  it('is what the spec says', () => {
    expect(of({ factors: ['totp'], preferred: 'totp' })).toEqual({
      factors: ['totp'],
      preferred: 'totp',
      overrides: [],
    });
    expect(of({ overrides: [{ group: 'a', factors: ['sms'] }] })).toEqual({
      factors: [],
      overrides: [{ group: 'a', factors: ['sms'] }],
    });
  });
});
