import { describe, expect, it } from 'vitest';
import { secondStep } from '../../src/sandbox/auth/second-factor.js';
import { emptyPool, type StoredUser, type World, worldWith } from '../../src/sandbox/index.js';

type Recovery = 'email' | 'phone' | 'admin' | 'legacy';

/** `sms+email+app` and the like; a star marks the preferred one. */
interface Row {
  readonly mfa: 'ON' | 'OPTIONAL' | 'OFF';
  readonly offers: string;
  readonly recovery?: Recovery;
  readonly has: string;
  readonly enabled?: string;
  readonly meets: string;
}

const names: Readonly<Record<string, string>> = { sms: 'SMS_MFA', email: 'EMAIL_OTP', app: 'SOFTWARE_TOKEN_MFA' };
const split = (text = '') => text.split('+').filter((part) => part !== '');

const mechanisms = {
  email: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
  phone: { RecoveryMechanisms: [{ Name: 'verified_phone_number', Priority: 1 }] },
  admin: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
  legacy: {},
} as const;

function poolOf({ mfa, offers, recovery = 'phone' }: Row) {
  const on = split(offers);
  const settings = { MfaConfiguration: mfa, AccountRecoverySetting: structuredClone(mechanisms[recovery]) } as const;
  return emptyPool(settings as object, {
    sms: on.includes('sms'),
    ...(on.includes('email') && { email: {} }),
    ...(on.includes('app') && { totp: { Enabled: true } }),
  });
}

function userOf({ has, enabled }: Row): StoredUser {
  const own = split(has);
  const all = split(enabled);
  const preferred = all.find((one) => one.endsWith('*'));
  return {
    username: 'ann',
    attributes: [
      ...(own.includes('email') ? [{ Name: 'email', Value: 'ann@example.com' }] : []),
      ...(own.includes('phone') ? [{ Name: 'phone_number', Value: '+15550100' }] : []),
    ],
    status: 'CONFIRMED',
    enabled: true,
    created: new Date(0),
    modified: new Date(0),
    settings: all.map((one) => names[one.replace('*', '')] ?? ''),
    ...(preferred && { preferred: names[preferred.replace('*', '')] ?? '' }),
    totpRegistered: own.some((one) => one.startsWith('app')),
    totpSwitchedOff: own.includes('app-off'),
    groups: new Set(),
  };
}

function meets(row: Row, world: Partial<World> = {}): string {
  const step = secondStep(poolOf(row), userOf(row), worldWith(world));
  const short = (factor: string) => Object.keys(names).find((name) => names[name] === factor) ?? '';
  if (step.kind === 'challenge') return short(step.factor);
  return 'factors' in step ? `${step.kind} ${step.factors.map(short).join('+')}` : step.kind;
}

/** The steps of "Details of MFA logic at user runtime", one row for each way out. */
const steps: Record<string, Row> = {
  '2: MFA is off': { mfa: 'OFF', offers: '', has: 'email+phone+app', enabled: 'app*', meets: 'none' },
  '2.1: optional, an app is registered': { mfa: 'OPTIONAL', offers: 'app', has: 'app', meets: 'app' },
  '2.1: optional, and the pool has dropped apps': { mfa: 'OPTIONAL', offers: 'sms', has: 'app', meets: 'app' },
  '2.2: optional, nothing set up': { mfa: 'OPTIONAL', offers: 'sms+email+app', has: 'email+phone', meets: 'none' },
  '3: preferred': { mfa: 'ON', offers: 'sms+email+app', has: 'email+phone+app', enabled: 'sms*+app', meets: 'sms' },
  '3: preferred, even the recovery channel': {
    mfa: 'ON',
    offers: 'sms+app',
    has: 'phone',
    enabled: 'sms*',
    meets: 'sms',
  },
  '3: preferred, but the pool has dropped it': {
    mfa: 'ON',
    offers: 'app',
    has: 'app+phone',
    enabled: 'sms*',
    meets: 'app',
  },
  '4.3: an app alone': { mfa: 'ON', offers: 'app', has: 'app+email', meets: 'app' },
  '4.5: an app and a mail': { mfa: 'ON', offers: 'sms+email+app', has: 'app+email+phone', meets: 'select email+app' },
  '4.5: an app, and no address that may be used': {
    mfa: 'ON',
    offers: 'sms+app',
    has: 'app+phone',
    meets: 'select app',
  },
  '5: an app that the pool no longer offers': { mfa: 'ON', offers: 'email', has: 'app+email', meets: 'email' },
  '6: the only address resets passwords': { mfa: 'ON', offers: 'sms+app', has: 'phone', meets: 'error' },
  '6: likewise, by mail': { mfa: 'ON', offers: 'email+app', recovery: 'email', has: 'email', meets: 'error' },
  '6: the only address resets passwords and is no factor': {
    mfa: 'ON',
    offers: 'app',
    recovery: 'email',
    has: 'email',
    meets: 'setup app',
  },
  '6: likewise, beside a message for which there is no address': {
    mfa: 'ON',
    offers: 'sms+app',
    recovery: 'email',
    has: 'email',
    meets: 'setup app',
  },
  '6: likewise, without apps': { mfa: 'ON', offers: 'sms', recovery: 'email', has: 'email', meets: 'error' },
  '6.2: a mail': { mfa: 'ON', offers: 'sms+email+app', has: 'email', meets: 'email' },
  '6.3: a text message': { mfa: 'ON', offers: 'sms+email', recovery: 'email', has: 'phone', meets: 'sms' },
  '6.4: no factor for the address, no apps': { mfa: 'ON', offers: 'sms', has: 'email', meets: 'error' },
  '6.5: no factor for the address': { mfa: 'ON', offers: 'sms+app', has: 'email', meets: 'setup app' },
  '7.2: both addresses, administrators reset': {
    mfa: 'ON',
    offers: 'sms+email',
    recovery: 'admin',
    has: 'email+phone',
    meets: 'select sms+email',
  },
  '7.4: both addresses': { mfa: 'ON', offers: 'sms+email', has: 'email+phone', meets: 'email' },
  '7.4: both addresses, one factor': { mfa: 'ON', offers: 'sms', recovery: 'admin', has: 'email+phone', meets: 'sms' },
  '7: no factor for either address': { mfa: 'ON', offers: 'app', has: 'email+phone', meets: 'setup app' },
  '8: no address': { mfa: 'ON', offers: 'sms+email+app', has: '', meets: 'setup email+app' },
  '8: no address and nothing to set up': { mfa: 'ON', offers: 'sms', has: '', meets: 'error' },
};

describe('which second factor a user meets', () => {
  it.each(Object.entries(steps))('%s', (_step, row) => expect(meets(row)).toBe(row.meets));

  const optional = (enabled: string, has = 'email+phone+app'): Row => ({
    mfa: 'OPTIONAL',
    offers: 'sms+email+app',
    has,
    enabled,
    meets: '',
  });
  it.each([
    ['one enabled', 'email', 'email', 'email+phone'],
    ['one preferred', 'sms*+app', 'sms'],
    ['several, none preferred', 'sms+app', 'select sms+app'],
    ['one that cannot reach him', 'sms', 'none', 'email'],
    ['one enabled, and an app that is not', 'sms', 'app'],
    ['one enabled, and an app that was switched off', 'sms', 'sms', 'email+phone+app-off'],
    ['several, and an app that is not', 'sms+email', 'select sms+email'],
  ])('where MFA is optional: %s', (_what, enabled, expected, has?: string) => {
    expect(meets(optional(enabled, has))).toBe(expected);
  });

  it.each([
    ['challenge', 'sms', 'sms'],
    ['noFactor', 'setup app', 'error'],
  ] as const)(
    'both addresses, and the only message resets passwords (%s)',
    (onlyMessageRecovers, withApps, withoutApps) => {
      const row = { mfa: 'ON', recovery: 'phone', has: 'email+phone', meets: '' } as const;
      expect(meets({ ...row, offers: 'sms+app' }, { onlyMessageRecovers })).toBe(withApps);
      expect(meets({ ...row, offers: 'sms' }, { onlyMessageRecovers })).toBe(withoutApps);
    },
  );

  it.each([
    ['none', 'sms', 'select sms+email'],
    ['phone', 'error', 'email'],
  ] as const)('a pool that says nothing of recovery (%s)', (unsetRecovery, phone, both) => {
    const row = { mfa: 'ON', offers: 'sms+email', recovery: 'legacy', meets: '' } as const;
    expect(meets({ ...row, has: 'phone' }, { unsetRecovery })).toBe(phone);
    expect(meets({ ...row, has: 'email+phone' }, { unsetRecovery })).toBe(both);
  });

  it('an app that is enabled is asked for in every world, although the pool has dropped apps', () => {
    const row: Row = { ...optional('sms+app', 'phone+app'), offers: 'sms' };
    for (const registeredAppPrompts of ['unlessSwitchedOff', 'always', 'never'] as const)
      expect(meets(row, { registeredAppPrompts })).toBe('app');
  });

  it.each([
    ['unlessSwitchedOff', 'app', 'none'],
    ['always', 'app', 'app'],
    ['never', 'none', 'none'],
  ] as const)('an app that nobody enabled, where MFA is optional (%s)', (registeredAppPrompts, untouched, off) => {
    expect(meets(optional('', 'app'), { registeredAppPrompts })).toBe(untouched);
    expect(meets(optional('', 'app-off'), { registeredAppPrompts })).toBe(off);
  });
});
