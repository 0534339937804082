import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { desired } from '../../src/spec/desired.js';
import { effectiveFactor, type UserMfa } from '../../src/users/effective-factor.js';
import { outcomeKey } from '../../src/users/outcome.js';
import { type Channel, FACTORS, type Factor, type PoolMfa, poolMfa } from '../../src/users/pool-mfa.js';
import { subjectOf } from '../harness/specs.js';

const POOL: PoolMfa = {
  mode: 'required',
  offered: FACTORS,
  recovery: ['phone', 'email'],
  adaptive: false,
  devicesSkip: false,
  passkeys: false,
  firstFactors: ['password'],
};
const NOBODY: UserMfa = { federated: false, has: [], app: false, enabled: [] };

const outcome = (pool: Partial<PoolMfa>, user: Partial<UserMfa>): string =>
  outcomeKey(effectiveFactor({ ...POOL, ...pool }, { ...NOBODY, ...user }).outcome);

describe('the tables seen on real pools', () => {
  type Flags = Readonly<Record<string, string>>;
  interface Row {
    readonly user: Flags;
    readonly preference: Flags & { readonly preferred: Factor | null };
    readonly challenge: Factor | 'none' | 'none-works' | null;
    readonly impossible?: string;
  }
  const tables: Readonly<Record<string, { readonly pool: Flags; readonly rows: readonly Row[] }>> = parse(
    readFileSync('test/cases/mfa-matrix.yaml', 'utf8'),
  );
  const isOn = (flags: Flags, name: string) => flags[name] === 'on' || flags[name] === 'yes';
  const rows = Object.entries(tables).flatMap(([table, { pool, rows }]) =>
    rows.map((row, index) => ({ table, index, pool, row })),
  );
  const orders: readonly (readonly Channel[])[] = [
    ['phone', 'email'],
    ['email', 'phone'],
  ];
  const cases = rows.flatMap((one) =>
    orders.map((recovery) => ({ ...one, recovery, name: `${one.table} row ${one.index + 1}` })),
  );

  function found({ pool, row: { user, preference }, recovery }: (typeof cases)[number]) {
    return effectiveFactor(
      { ...POOL, recovery, offered: FACTORS.filter((factor) => isOn(pool, factor)) },
      {
        ...NOBODY,
        has: (['email', 'phone'] as const).filter((channel) => isOn(user, channel)),
        app: isOn(user, 'totp'),
        enabled: FACTORS.filter((factor) => isOn(preference, factor)),
        ...(preference.preferred && { preferred: preference.preferred }),
      },
    );
  }

  it.each(cases)('$name, recovery $recovery: as documented, or both are named', (one) => {
    const { challenge, impossible } = one.row;
    const { outcome, observed } = found(one);
    const seen = impossible ? 'impossible' : challenge === 'none-works' ? 'none' : challenge;
    const agrees = outcomeKey(outcome) === seen;
    expect(observed?.saw).toBe(agrees ? undefined : seen);
    expect(agrees || observed?.source).toBeTruthy();
  });

  it('hold the rows that the article has, and one of them is impossible', () => {
    expect(rows.length).toBe(12);
    expect(rows.filter(({ row }) => row.impossible).map(({ index }) => index + 1)).toEqual([4]);
  });

  it('are as documented, where the phone recovers first, but for these', () => {
    const differ = cases.filter((one) => one.recovery[0] === 'phone' && found(one).observed);
    expect(differ.map(({ name }) => name)).toEqual([
      'email-and-sms-and-totp-pool row 3',
      'email-and-sms-and-totp-pool row 4',
      'sms-and-totp-pool row 2',
      'sms-and-totp-pool row 3',
    ]);
  });
});

describe('the steps of the guide', () => {
  const EMAIL = { has: ['email'] } as const;
  const PHONE = { has: ['phone'] } as const;
  const BOTH = { has: ['email', 'phone'] } as const;
  const EMAIL_FIRST = { recovery: ['email', 'phone'] } as const;
  it.each<[string, Partial<PoolMfa>, Partial<UserMfa>, string]>([
    ['2: off', { mode: 'off', offered: [] }, { ...BOTH, enabled: ['sms'], preferred: 'sms' }, 'none'],
    ['2.1: optional, an app is registered', { mode: 'optional' }, { ...BOTH, app: true }, 'totp'],
    ['2.2: optional, nothing is set up', { mode: 'optional' }, BOTH, 'none'],
    ['optional: one is enabled', { mode: 'optional' }, { ...BOTH, enabled: ['email'] }, 'email'],
    ['optional: several are enabled', { mode: 'optional' }, { ...BOTH, enabled: ['email', 'sms'] }, 'choice email+sms'],
    [
      'optional: one is preferred',
      { mode: 'optional' },
      { ...BOTH, app: true, enabled: ['sms', 'totp'], preferred: 'sms' },
      'sms',
    ],
    [
      'optional: several are enabled, an app among them',
      { mode: 'optional' },
      { ...BOTH, app: true, enabled: ['sms', 'totp'] },
      'choice sms+totp',
    ],
    [
      '2.1: optional, an app is registered and not enabled',
      { mode: 'optional' },
      { ...BOTH, app: true, enabled: ['sms'] },
      'totp',
    ],
    ['optional: enabled without an address', { mode: 'optional' }, { ...EMAIL, enabled: ['sms'] }, 'none'],
    ['3: preferred, though it recovers', EMAIL_FIRST, { ...EMAIL, enabled: ['email'], preferred: 'email' }, 'email'],
    [
      '3: preferred, but no longer offered',
      { offered: ['sms', 'totp'] },
      { ...BOTH, enabled: ['email'], preferred: 'email' },
      'sms',
    ],
    ['3: preferred, but not enabled', {}, { ...BOTH, preferred: 'sms' }, 'email'],
    ['4.1: the app is no longer offered', { offered: ['email', 'sms'] }, { ...BOTH, app: true }, 'email'],
    ['4.3: only the app', { offered: ['totp'] }, { ...BOTH, app: true }, 'totp'],
    ['4.4: without the first of recovery', EMAIL_FIRST, { ...BOTH, app: true }, 'choice sms+totp'],
    ['4.5: recovery by an administrator', { recovery: [] }, { ...BOTH, app: true }, 'choice email+sms+totp'],
    ['6: the only address recovers', EMAIL_FIRST, EMAIL, 'lockedOut'],
    ['6: the only number recovers', {}, PHONE, 'lockedOut'],
    ['6.2: an address that does not recover', {}, EMAIL, 'email'],
    ['6.3: a number that does not recover', EMAIL_FIRST, PHONE, 'sms'],
    ['6.4: neither message nor app', { offered: ['sms'] }, EMAIL, 'lockedOut'],
    ['6.5: an app to set up', { offered: ['sms', 'totp'] }, EMAIL, 'setup totp'],
    [
      '6.5: an app to set up, though the address recovers',
      { offered: ['totp'], recovery: ['email'] },
      EMAIL,
      'setup totp',
    ],
    ['7.2: nothing recovers', { recovery: [] }, BOTH, 'choice email+sms'],
    ['7.4: e-mail recovers', EMAIL_FIRST, BOTH, 'sms'],
    ['7.4: phone recovers', {}, BOTH, 'email'],
    ['7.4: one factor, nothing recovers', { recovery: [], offered: ['sms'] }, BOTH, 'sms'],
    ['7: the one message of the pool', { offered: ['sms'] }, BOTH, 'sms'],
    ['8: without an address', EMAIL_FIRST, {}, 'setup sms+totp'],
    ['8: nothing to set up', { offered: ['sms'] }, {}, 'lockedOut'],
  ])('%s', (_name, pool, user, expected) => {
    expect(outcome(pool, user)).toBe(expected);
  });

  it('says what a risky sign-in is asked for', () => {
    const pool: PoolMfa = { ...POOL, mode: 'optional', adaptive: true };
    expect(effectiveFactor(pool, { ...NOBODY, has: ['email'] })).toMatchObject({
      outcome: { kind: 'none' },
      whenRisky: { kind: 'challenge', factor: 'email' },
    });
  });
});

describe('laws', () => {
  const subset = <T>(items: readonly T[]) => fc.subarray([...items]);
  const recoveries = fc.constantFrom<readonly Channel[]>(
    [],
    ['email'],
    ['phone'],
    ['email', 'phone'],
    ['phone', 'email'],
  );
  const pools: fc.Arbitrary<PoolMfa> = fc
    .record({
      mode: fc.constantFrom('off', 'optional', 'required' as const),
      offered: subset(FACTORS),
      recovery: recoveries,
      adaptive: fc.boolean(),
    })
    .map((parts) => ({ ...POOL, ...parts, offered: parts.mode === 'off' ? [] : parts.offered }) as PoolMfa);
  const users: fc.Arbitrary<UserMfa> = fc
    .record({
      federated: fc.boolean(),
      has: subset<Channel>(['email', 'phone']),
      app: fc.boolean(),
      enabled: subset(FACTORS),
      preferred: fc.option(fc.constantFrom(...FACTORS), { nil: undefined }),
    })
    .map(({ preferred, ...rest }) => ({ ...rest, ...(preferred && { preferred }) }));
  const law = (holds: (pool: PoolMfa, user: UserMfa) => void) =>
    fc.assert(fc.property(pools, users, holds), { numRuns: 2000 });
  const asked = ({ outcome }: ReturnType<typeof effectiveFactor>): readonly Factor[] =>
    'factors' in outcome ? outcome.factors : outcome.kind === 'challenge' ? [outcome.factor] : [];

  it('nobody is asked for anything while MFA is off, and federated users never', () => {
    law((pool, user) => {
      if (pool.mode === 'off' || user.federated) expect(effectiveFactor(pool, user).outcome.kind).toBe('none');
    });
  });

  it('only a required second factor locks out or must be set up', () => {
    law((pool, user) => {
      if (pool.mode !== 'required')
        expect(['none', 'challenge', 'choice']).toContain(effectiveFactor(pool, user).outcome.kind);
    });
  });

  it('a required second factor is never left out', () => {
    law((pool, user) => {
      if (pool.mode === 'required' && !user.federated)
        expect(effectiveFactor(pool, user).outcome.kind).not.toBe('none');
    });
  });

  it('a required factor is one that the pool offers; a message goes to an address that the user has', () => {
    law((pool, user) => {
      const found = effectiveFactor(pool, user);
      if (pool.mode === 'required') for (const factor of asked(found)) expect(pool.offered).toContain(factor);
      if (found.outcome.kind === 'setup') return;
      if (asked(found).includes('email')) expect(user.has).toContain('email');
      if (asked(found).includes('sms')) expect(user.has).toContain('phone');
    });
  });

  it('without a preference no required message goes to the address that recovers, where there is another factor', () => {
    law((pool, { preferred: _, ...user }) => {
      const { outcome } = effectiveFactor(pool, user);
      const [first] = pool.recovery;
      if (pool.mode !== 'required' || outcome.kind !== 'choice' || first === undefined) return;
      expect(outcome.factors).not.toContain(first === 'email' ? 'email' : 'sms');
    });
  });

  it('a choice is between two or more, every reason is a sentence with a source, and the order of lists does not matter', () => {
    law((pool, user) => {
      const found = effectiveFactor(pool, user);
      if (found.outcome.kind === 'choice') expect(found.outcome.factors.length).toBeGreaterThan(1);
      expect(found.reasons.length).toBeGreaterThan(0);
      for (const { text, source } of found.reasons) {
        expect(text).toMatch(/^[A-Z].*[.]$/);
        expect(source).toMatch(/^https:/);
      }
      const turned = { ...user, has: [...user.has].reverse(), enabled: [...user.enabled].reverse() };
      const other = effectiveFactor({ ...pool, offered: [...pool.offered].reverse() }, turned).outcome;
      expect(new Set(asked({ outcome: other, reasons: [] }))).toEqual(new Set(asked(found)));
      expect(other.kind).toBe(found.outcome.kind);
    });
  });
});

describe('a pool state', () => {
  it('says what a pool asks for', () => {
    const { spec } = subjectOf(`mfa:
  mode: required
  totp: true
accountRecovery:
  mechanisms: [admin]
`);
    expect(poolMfa(desired(spec))).toEqual({ ...POOL, offered: ['totp'], recovery: [] });
  });

  it('that was not read is no answer', () => {
    const { entries, ...rest } = desired(subjectOf('').spec);
    const mfa = {
      facet: 'mfa',
      settings: new Map([['mode', { kind: 'unreadable', reason: 'AccessDenied' } as const]]),
    };
    expect(() => poolMfa({ ...rest, entries: new Map([...entries, ['mfa', mfa]]) })).toThrow('mfa.mode: AccessDenied');
  });
});
