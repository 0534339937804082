import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Io } from '../../src/cli/io.js';
import { USER_OPERATIONS } from '../../src/users/operations.js';
import { enforceBench, FILE, type Person } from './enforce-bench.js';

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterEach(() => vi.unstubAllEnvs());

const PHONE = '+4915112345678';
const ENFORCE = `users enforce ${FILE}`;
const APPLY = `${ENFORCE} --yes --max-change 100 --journal run.jsonl`;

interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}
const found = (out: string): string[] =>
  (JSON.parse(out).findings as JsonFinding[])
    .map(({ rule, severity, message }) => `${severity} ${rule} ${message}`)
    .sort();

const SMS_POLICY = 'userMfa:\n  factors: [sms]\n  preferred: sms\n';

/** Four of five have a number; some have an app. */
function crowd(size: number): Record<string, Person> {
  const one = (index: number): Person => ({
    email: `u${index}@example.com`,
    ...(index % 5 !== 4 && { phone: PHONE }),
    ...(index % 7 === 3 && index % 5 !== 4 && { settings: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' }),
  });
  return Object.fromEntries(Array.from({ length: size }, (_, index) => [`u${index}`, one(index)]));
}

const lines = (files: ReadonlyMap<string, string>, file: string): number =>
  (files.get(file) ?? '').trimEnd().split('\n').length;

/** A process that ends when so much has been written: nothing more reaches the disk, and the last line perhaps half. */
function dying(io: Io, after: number, half: boolean): Partial<Io> {
  let written = 0;
  const dead = () => written > after;
  return {
    journal: async (file, mode) => {
      const real = await io.journal(file, mode);
      const alive = async <T>(work: () => Promise<T>): Promise<T> => {
        if (dead()) throw new Error('killed');
        return work();
      };
      return {
        ...real,
        append: async (text) => {
          const last = written === after;
          written += 1;
          if (last && half) await real.append(text.slice(0, text.length / 2));
          if (dead()) throw new Error('killed');
          await real.append(text);
        },
        cut: (size) => alive(() => real.cut(size)),
        remove: () => alive(() => real.remove()),
      };
    },
  };
}

describe('users enforce', () => {
  it('plans, changes nothing, and says how many and who', async () => {
    const { people, state, poolward, calls } = await enforceBench(
      'userMfa:\n  factors: [sms, totp]\n  preferred: totp\n  overrides:\n    - group: admins\n      factors: []\n',
    );
    people({
      ada: { phone: PHONE },
      bob: { phone: PHONE, settings: ['SOFTWARE_TOKEN_MFA'] },
      eve: { email: 'eve@example.com' },
      root: { phone: PHONE, groups: ['admins'] },
      same: { phone: PHONE, settings: ['SMS_MFA'], preferred: 'SMS_MFA' },
      new: { phone: PHONE, status: 'UNCONFIRMED' },
    });
    const before = state();
    const { code, out, err } = await poolward(`${ENFORCE} --format json --show-personal`);
    expect(found(out)).toEqual([
      'error users/too-many-changes 2 of 5 users would change, more than 25 percent: nothing is changed.',
      'warning users/cannot-comply 1 of 5 users cannot have any factor that userMfa demands of them: no phone number, no authenticator app that AWS lists; for example eve.',
      'warning users/to-enforce 1 of 5 users are not as userMfa demands; with --yes: enable SMS, prefer SMS: ada.',
      'warning users/to-enforce 1 of 5 users are not as userMfa demands; with --yes: enable SMS, prefer the app: bob.',
    ]);
    expect(code).toBe(1);
    expect(err).toContain('1 user passed over: disabled, not confirmed, or signing in elsewhere. Dry run');
    expect(err.indexOf('AdminGetUserAuthFactors')).toBeGreaterThanOrEqual(0);
    expect(state()).toEqual(before);
    expect(calls('AdminSetUserMFAPreference')).toBe(0);
    const hashed = await poolward(ENFORCE);
    expect(hashed.out + hashed.err).not.toMatch(/\b(ada|bob|eve)\b/);
  });

  it('applies the plan, proves it, and leaves nothing to do; --undo gives every user back what he had', async () => {
    const { people, state, poolward, calls, files } = await enforceBench(SMS_POLICY);
    people(crowd(1500));
    const before = state();
    const { code, out, err } = await poolward(`${APPLY} --format json`);
    expect(err).toContain('Journal: run.jsonl');
    expect(err).toContain('1200 users changed, and read back.');
    expect([code, found(out)]).toEqual([
      1,
      [expect.stringContaining('warning users/cannot-comply 300 of 1500 users cannot have any factor')],
    ]);
    expect(calls('AdminSetUserMFAPreference')).toBe(1200);
    expect([...files.keys()]).toEqual(['run.jsonl']);
    expect(lines(files, 'run.jsonl')).toBe(1 + 2 * 1200);
    const after = state();
    expect(after['u0']).toEqual({
      settings: ['SMS_MFA'],
      preferred: 'SMS_MFA',
      phone_number: PHONE,
      phone_number_verified: 'true',
    });
    expect(after['u4']).toEqual(before['u4']);
    // The same again finds nothing to do, and the journal is left alone.
    expect((await poolward(APPLY)).err).toContain('Nothing here is for enforce to do.');
    expect(lines(files, 'run.jsonl')).toBe(1 + 2 * 1200);
    const audited = await poolward(`users audit ${FILE} --deep --format json`);
    expect(found(audited.out).filter((one) => /no-second-factor|implicit|not-as-policy/.test(one))).toEqual([
      expect.stringContaining(
        'warning users/no-second-factor 300 of 1500 users sign in without a second factor, although userMfa demands one',
      ),
    ]);
    const undo = `users enforce ${FILE} --undo run.jsonl`;
    expect((await poolward(undo)).err).toContain('Dry run: nothing was changed. With --yes: 1200 changes taken back.');
    expect(state()).toEqual(after);
    const undone = await poolward(`${undo} --yes`);
    expect([undone.code, undone.err]).toEqual([0, expect.stringContaining('1200 changes taken back, and read back.')]);
    expect(state()).toEqual(before);
    expect((await poolward(`${undo} --yes`)).err).toContain('run.jsonl has nothing to take back.');
  }, 120_000);

  it('changes nobody where more would change than was said', async () => {
    const { people, state, poolward, calls, files } = await enforceBench(SMS_POLICY);
    people(crowd(20));
    const before = state();
    const refused = await poolward(`${ENFORCE} --yes --journal run.jsonl`);
    expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('users/too-many-changes')]);
    expect(refused.out).toContain('16 of 20 users would change, more than 25 percent: nothing is changed.');
    expect([state(), calls('AdminSetUserMFAPreference'), [...files.keys()]]).toEqual([before, 0, []]);
    expect((await poolward(`${ENFORCE} --yes --journal run.jsonl --max-change 80`)).err).toContain('16 users changed');
  });

  it('never switches off where MFA is required, and says who keeps what', async () => {
    const { people, state, poolward } = await enforceBench(SMS_POLICY, { required: true });
    people({ ada: { phone: PHONE, settings: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' } });
    const { code, out } = await poolward(`${ENFORCE} --show-personal`);
    expect([code, out]).toEqual([1, expect.stringContaining('enable SMS, prefer SMS: ada.')]);
    expect(out).toContain('1 of 1 users keep a factor that userMfa does not name');
    await poolward(APPLY);
    expect(state()['ada']).toMatchObject({ settings: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], preferred: 'SMS_MFA' });
  });

  it('says nothing of a factor that the user neither has nor is to have', async () => {
    const { people, poolward, sandbox } = await enforceBench(SMS_POLICY, {
      required: true,
      offers: ['sms', 'totp', 'email'],
    });
    people({ ada: { phone: PHONE, email: 'ada@example.com' } });
    await poolward(`${APPLY} --max-change 100`);
    const sent = sandbox.requests.filter(({ operation }) => operation === 'AdminSetUserMFAPreference');
    expect(sent.map(({ body }) => Object.keys(body as object).sort())).toEqual([
      ['SMSMfaSettings', 'UserPoolId', 'Username'],
    ]);
  });

  it('refuses what it cannot do, before it reads a user', async () => {
    const { people, poolward, calls, files, poolId } = await enforceBench(SMS_POLICY);
    people(crowd(4));
    const without = await enforceBench('');
    expect(await without.poolward(ENFORCE)).toMatchObject({
      code: 2,
      err: expect.stringContaining('demands nothing of its users'),
    });
    const header = { poolward: 'journal', version: 1, kind: 'enforce', startedAt: '2026-01-01T00:00:00Z' };
    files.set('other.jsonl', `${JSON.stringify({ ...header, pool: 'us-east-1_other' })}\n`);
    const other = await poolward(`${ENFORCE} --yes --max-change 100 --journal other.jsonl`);
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('is the journal of us-east-1_other') });
    files.set('broken.jsonl', `${JSON.stringify({ ...header, pool: poolId })}\nhello\n`);
    const broken = await poolward(`${ENFORCE} --yes --max-change 100 --journal broken.jsonl`);
    expect(broken).toMatchObject({ code: 2, err: expect.stringContaining('Line 2 of broken.jsonl') });
    expect(await poolward(`${ENFORCE} --undo none.jsonl`)).toMatchObject({ code: 2 });
    expect(await poolward(`${ENFORCE} --undo broken.jsonl --journal a`)).toMatchObject({ code: 2 });
    expect([calls('AdminSetUserMFAPreference'), calls('AdminGetUserAuthFactors')]).toEqual([0, 0]);
  });
});

describe('a policy by group and attribute', () => {
  const POLICY =
    'userMfa:\n  factors: [sms]\n  preferred: sms\n  overrides:\n' +
    '    - group: admins\n      factors: [totp]\n      preferred: totp\n' +
    '    - attribute: custom:tenant\n      equals: acme\n      factors: []\n';

  it('is what an audit and enforce measure users by; groups are listed as a whole, and only then', async () => {
    const { people, poolward, calls, sandbox } = await enforceBench(POLICY);
    const admin = (app: boolean): Person => ({
      phone: PHONE,
      groups: ['admins'],
      ...(app && { settings: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' }),
    });
    people({
      ...Object.fromEntries(Array.from({ length: 130 }, (_, index) => [`admin${index}`, admin(index < 128)])),
      guest: { phone: PHONE, tenant: 'acme' },
      clear: { email: 'a@example.com', phone: PHONE, tenant: 'other', settings: ['SMS_MFA'], preferred: 'SMS_MFA' },
      other: { phone: PHONE, settings: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' },
      unclear: { email: 'b@example.com', phone: PHONE, settings: ['SMS_MFA'] },
    });
    await poolward(`users audit ${FILE}`);
    expect(calls('ListUsersInGroup')).toBe(0);
    const { out } = await poolward(`users audit ${FILE} --deep --format json --show-personal`);
    expect(calls('ListUsersInGroup')).toBe(3);
    const lines = Object.fromEntries(
      (JSON.parse(out).findings as (JsonFinding & { setting: string; at: { start: { line: number } } })[])
        .filter(({ rule }) => rule !== 'users/totp-only')
        .map(({ rule, message, setting }) => [rule, `${setting} ${message}`]),
    );
    expect(lines).toEqual({
      'users/implicit-preference':
        'userMfa.preferred 1 of 134 users have no preferred factor, although userMfa demands one: unclear.',
      'users/no-second-factor':
        'userMfa.factors 2 of 134 users sign in without a second factor, although userMfa demands one: admin128, admin129.',
      'users/not-as-policy':
        'userMfa.factors 1 of 134 users have other factors enabled, or another one preferred, than userMfa demands: other.',
    });
    const before = sandbox.requests.length;
    await poolward(`${APPLY} --show-personal`);
    const asked = new Set(sandbox.requests.slice(before).map(({ operation }) => operation));
    const { list, settings, groups, change } = USER_OPERATIONS;
    const [mfa] = change;
    expect([...asked].sort()).toEqual([...list, ...settings, ...groups, mfa].sort());
  });
});

describe('users enforce under faults', () => {
  const refused = { type: 'AccessDeniedException', message: 'not allowed' };

  it('changes nobody where not everybody could be read', async () => {
    for (const operation of ['ListUsers', 'AdminGetUserAuthFactors', 'ListUsersInGroup']) {
      const { people, poolward, sandbox, calls } = await enforceBench(
        `${SMS_POLICY}  overrides:\n    - group: admins\n      factors: []\n`,
      );
      people(crowd(70));
      sandbox.inject([{ operation, error: refused, ...(operation === 'ListUsersInGroup' ? {} : { after: 1 }) }]);
      const { code, out, err, io } = await poolward(APPLY);
      expect([operation, code, out]).toEqual([
        operation,
        3,
        expect.stringContaining('AccessDeniedException: not allowed'),
      ]);
      expect(err).toContain('Not all users could be read, so nothing was changed.');
      expect([calls('AdminSetUserMFAPreference'), [...io.stored.keys()]]).toEqual([0, [FILE]]);
    }
  });

  it('stops where AWS refuses, and goes on from there', async () => {
    const { people, poolward, sandbox, calls, state } = await enforceBench(SMS_POLICY);
    people(crowd(200));
    sandbox.inject([{ operation: 'AdminSetUserMFAPreference', after: 30, error: refused }]);
    const first = await poolward(APPLY);
    expect([first.code, first.out]).toEqual([
      1,
      expect.stringContaining('The rest was not tried, because AWS would refuse it too'),
    ]);
    expect(first.out).toContain('were refused by AWS, and nothing of them changed');
    expect(calls('AdminSetUserMFAPreference')).toBeLessThan(50);
    sandbox.inject([]);
    const reads = calls('ListUsers');
    const second = await poolward(APPLY);
    expect(second.err).toMatch(/Goes on with the plan of (.|\n)*130 users changed, and read back. 30 were so before./);
    expect(calls('ListUsers')).toBe(reads);
    expect(Object.values(state()).filter((one) => 'preferred' in one).length).toBe(160);
  });

  it('says of a refusal whether repeating helps', async () => {
    const { people, poolward, sandbox } = await enforceBench(SMS_POLICY);
    people({ ada: { phone: PHONE }, bob: { phone: PHONE } });
    const helps = async (type: string) => {
      sandbox.inject([{ operation: 'AdminSetUserMFAPreference', error: { type, message: 'no' } }]);
      const { code, out } = await poolward(`${APPLY} --format json`);
      expect(code).toBe(1);
      return (JSON.parse(out).findings as { help: string }[]).map(({ help }) => help).join(' ');
    };
    const refused = await helps('InvalidParameterException');
    expect(refused).toContain('AWS will refuse it each time.');
    expect(refused).not.toContain('the same command again');
    expect(await helps('AccessDeniedException')).toMatch(/Mend what AWS says.*Run the same command again/);
  });

  it('waits out throttling', async () => {
    const { people, poolward, sandbox } = await enforceBench(SMS_POLICY);
    people(crowd(20));
    const error = { type: 'TooManyRequestsException', message: 'Rate exceeded' };
    sandbox.inject([{ operation: 'AdminSetUserMFAPreference', times: 3, error }]);
    expect((await poolward(APPLY)).err).toContain('16 users changed, and read back.');
  });

  it('leaves alone whom somebody has changed since the plan was made', async () => {
    const { people, poolward, state, sandbox, poolId } = await enforceBench(SMS_POLICY);
    people({ ada: { phone: PHONE }, bob: { phone: PHONE, settings: ['SOFTWARE_TOKEN_MFA'] }, eve: { phone: PHONE } });
    const meddle = () =>
      sandbox.seed(poolId, ({ users }) => {
        Object.assign(users.get('bob') as object, {
          settings: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
          preferred: 'SOFTWARE_TOKEN_MFA',
        });
        users.delete('eve');
      });
    const { code, out } = await poolward(`${APPLY} --show-personal`, (io) => ({
      journal: async (file, mode) => {
        if (file === 'run.jsonl' && mode === 'append') meddle();
        return io.journal(file, mode);
      },
    }));
    expect(code).toBe(1);
    expect(out).toContain('1 of 3 users have been changed by somebody else since, and were left as they are: bob.');
    expect(out).toContain('1 of 3 users do not exist any more: eve.');
    expect(state()['bob']).toMatchObject({ preferred: 'SOFTWARE_TOKEN_MFA' });
    expect(state()['ada']).toMatchObject({ preferred: 'SMS_MFA' });
  });
});

describe('users enforce, killed', () => {
  it('is at the end as if it never had been, and sends no call twice', async () => {
    const { people, poolward, state, sandbox, poolId, files, calls } = await enforceBench(SMS_POLICY);
    const all = crowd(60);
    people(all);
    const before = state();
    await poolward(APPLY);
    const whole = state();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 110 }), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (deaths, half) => {
          sandbox.seed(poolId, ({ users }) => users.clear());
          files.clear();
          people(all);
          expect(state()).toEqual(before);
          const sent = calls('AdminSetUserMFAPreference');
          for (const after of deaths) await poolward(APPLY, (io) => dying(io, after, half));
          const { code } = await poolward(APPLY);
          expect(code).toBe(1);
          expect(state()).toEqual(whole);
          expect(calls('AdminSetUserMFAPreference') - sent).toBe(48);
          const undone = await poolward(`users enforce ${FILE} --undo run.jsonl --yes`);
          expect(undone.code).toBe(0);
          expect(state()).toEqual(before);
        },
      ),
      { numRuns: 12 },
    );
  }, 240_000);
});
