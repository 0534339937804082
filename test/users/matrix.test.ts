// The tables seen on real pools, as AWS's reads show their users: an app that is not enabled is in none of them. Whatever was seen is
// in what `users explain` says, and the sandbox can be made to do it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { settingsOf } from '../../src/aws/user-settings.js';
import { secondStep } from '../../src/sandbox/auth/second-factor.js';
import { emptyPool, type StoredUser, worldWith } from '../../src/sandbox/index.js';
import { explanation } from '../../src/users/explanation.js';
import { CHALLENGE, outcomeWords } from '../../src/users/outcome.js';
import { type Channel, FACTORS, type Factor, type PoolMfa } from '../../src/users/pool-mfa.js';

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
const rows = Object.values(tables)
  .flatMap(({ pool, rows }) => rows.map((row) => ({ pool, row })))
  .map((one, index) => ({ ...one, n: index + 1 }));

const offered = (pool: Flags) => FACTORS.filter((factor) => isOn(pool, factor));
const enabled = ({ preference }: Row) => FACTORS.filter((factor) => isOn(preference, factor));

function explained({ pool, row }: (typeof rows)[number], recovery: readonly Channel[]): string {
  const mfa: PoolMfa = {
    mode: 'required',
    offered: offered(pool),
    recovery,
    adaptive: false,
    devicesSkip: false,
    passkeys: false,
    firstFactors: ['password'],
  };
  const address = { value: 'x', verified: true };
  const preferred = row.preference.preferred;
  return explanation({
    name: 'ada',
    user: {
      username: 'ada',
      status: 'CONFIRMED',
      enabled: true,
      ...(isOn(row.user, 'email') && { email: address }),
      ...(isOn(row.user, 'phone') && { phone: address }),
    },
    settings: settingsOf({
      UserMFASettingList: enabled(row).map((factor) => CHALLENGE[factor]),
      ...(preferred && { PreferredMfaSetting: CHALLENGE[preferred] }),
      ConfiguredUserAuthFactors: ['PASSWORD'],
    }),
    poolId: 'eu-west-1_AbC',
    pool: mfa,
    planned: mfa,
    file: 'configs/acme.yaml',
    showPersonal: false,
  });
}

const MESSAGES = {
  email: 'Such a user was asked for a code by e-mail.',
  sms: 'Such a user was asked for a code by SMS.',
  totp: 'Such a user was asked for a code of the authenticator app.',
} as const;

describe.each([[['phone', 'email']], [['email', 'phone']]] as const)('recovery %j', (recovery) => {
  it.each(rows)('row $n: what was seen is in the explanation', (one) => {
    const text = explained(one, recovery);
    const { challenge, impossible } = one.row;
    expect(text).not.toMatch(/authenticator app: no\b(?! listed)/);
    if (impossible) expect(text).toContain('Such a user does not come about');
    else if (challenge === 'none' || challenge === 'none-works')
      expect(text).toContain('asked for no factor that worked');
    else {
      const words = outcomeWords({ kind: 'challenge', factor: challenge as Factor });
      const said = [`Asked for  ${words}`, `With app   ${words}`, MESSAGES[challenge as Factor]];
      expect(said.some((line) => text.includes(line))).toBe(true);
    }
  });

  it.each([8, 9, 10])('row %i: both outcomes, because AWS lists no app', (n) => {
    const text = explained(rows[n - 1] as (typeof rows)[number], recovery);
    expect(text).toContain('authenticator app: none listed');
    expect(text).toMatch(/With app {3}.*if the user has registered one: AWS lists no app/);
  });
});

it.each(rows.filter(({ row }) => !row.impossible))(
  'row $n: the sandbox does what was seen, where it is told to',
  (one) => {
    const { pool, row } = one;
    const mechanisms = ['verified_phone_number', 'verified_email'].map((Name, index) => ({
      Name,
      Priority: index + 1,
    }));
    const settings = { MfaConfiguration: 'ON', AccountRecoverySetting: { RecoveryMechanisms: mechanisms } };
    const stored = emptyPool(settings as object, {
      sms: isOn(pool, 'sms'),
      totp: { Enabled: isOn(pool, 'totp') },
      ...(isOn(pool, 'email') && { email: {} }),
    });
    const preferred = row.preference.preferred;
    const user: StoredUser = {
      username: 'ada',
      attributes: [
        ...(isOn(row.user, 'email') ? [{ Name: 'email', Value: 'ada@example.com' }] : []),
        ...(isOn(row.user, 'phone') ? [{ Name: 'phone_number', Value: '+15550100' }] : []),
      ],
      status: 'CONFIRMED',
      enabled: true,
      created: new Date(0),
      modified: new Date(0),
      settings: enabled(row).map((factor) => CHALLENGE[factor]),
      ...(preferred && { preferred: CHALLENGE[preferred] }),
      totpRegistered: isOn(row.user, 'totp'),
      groups: new Set(),
    };
    const step = secondStep(stored, user, worldWith({ withoutPreference: 'observed' }));
    const works = row.challenge !== 'none' && row.challenge !== 'none-works';
    // A choice of one is that challenge.
    const met = step.kind === 'challenge' ? [step.factor] : 'factors' in step ? step.factors : step.kind;
    expect(met).toEqual(works ? [CHALLENGE[row.challenge as Factor]] : 'error');
  },
);
