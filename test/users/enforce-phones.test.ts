import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { enforceBench, FILE } from './enforce-bench.js';

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterEach(() => vi.unstubAllEnvs());

const POLICY = 'userMfa:\n  factors: [sms]\n  preferred: sms\n';
const [OLD, NEW] = ['+4915112345678', '+4915187654321'];
const ENFORCE = `users enforce ${FILE} --max-change 100 --phones numbers.csv --show-personal`;
const BY_SMS = { settings: ['SMS_MFA'], preferred: 'SMS_MFA' };

const csv = (...lines: readonly string[]): string => `user,phone\r\n${lines.map((line) => `${line}\r\n`).join('')}`;

describe('users enforce --phones', () => {
  it('sets numbers before factors, by user name, sub and e-mail address, and gives the former ones back', async () => {
    const { people, state, poolward, files, calls } = await enforceBench(POLICY);
    people({
      ada: { email: 'ada@example.com' },
      bob: { email: 'bob@example.com', phone: OLD },
      eve: { phone: NEW, verified: false },
      max: { phone: OLD, settings: ['SMS_MFA'], preferred: 'SMS_MFA' },
      sue: { phone: OLD },
    });
    const before = state();
    files.set(
      'numbers.csv',
      csv(`ada@example.com,${NEW}`, `"sub-bob",${NEW}`, `eve,${NEW}`, `max,${NEW}`, `nobody,${NEW}`),
    );
    const plan = await poolward(`${ENFORCE} --phones-verified`);
    for (const words of [
      'set the phone number, verified, enable SMS, prefer SMS: ada.',
      'replace the phone number, enable SMS, prefer SMS: bob.',
      'set the phone number verified, enable SMS, prefer SMS: eve.',
      'replace the phone number: max.',
      'enable SMS, prefer SMS: sue.',
      '1 line of numbers.csv names no user who can sign in here: 6.',
    ])
      expect(plan.out).toContain(words);
    expect([state(), calls('AdminUpdateUserAttributes')]).toEqual([before, 0]);
    const { err } = await poolward(`${ENFORCE} --phones-verified --yes --journal run.jsonl`);
    expect(err).toContain('5 users changed, and read back.');
    const set = { ...BY_SMS, phone_number: NEW, phone_number_verified: 'true' };
    expect(state()).toEqual({ ada: set, bob: set, eve: set, max: set, sue: { ...set, phone_number: OLD } });
    expect([calls('AdminUpdateUserAttributes'), calls('AdminSetUserMFAPreference')]).toEqual([4, 4]);
    const undone = await poolward(`users enforce ${FILE} --undo run.jsonl --yes`);
    expect([undone.code, undone.err]).toEqual([0, expect.stringContaining('8 changes taken back')]);
    expect(state()).toEqual(before);
  });

  it('says of no number that it is verified unless somebody knows', async () => {
    const { people, state, poolward, files } = await enforceBench(POLICY);
    people({ ada: {}, bob: { phone: OLD } });
    files.set('numbers.csv', csv(`ada,${NEW}`, `bob,${OLD}`));
    await poolward(`${ENFORCE} --yes`);
    expect(state()).toEqual({
      ada: { ...BY_SMS, phone_number: NEW, phone_number_verified: 'false' },
      bob: { ...BY_SMS, phone_number: OLD, phone_number_verified: 'true' },
    });
  });

  it('sends no number where the pool would hold it back, unless it is known to be the user’s', async () => {
    const { people, poolward, files, sandbox, poolId } = await enforceBench(POLICY);
    people({ ada: {} });
    files.set('numbers.csv', csv(`ada,${NEW}`));
    sandbox.seed(poolId, ({ pool }) => {
      Object.assign(pool, {
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['phone_number'] },
      });
    });
    expect(await poolward(ENFORCE)).toMatchObject({
      code: 2,
      err: expect.stringContaining('verification.beforeUpdate'),
    });
    expect((await poolward(`${ENFORCE} --phones-verified --yes`)).err).toContain('1 user changed');
  });

  const BAD: readonly (readonly [what: string, text: string, says: string])[] = [
    ['an empty file', '', 'does not begin with a header line'],
    ['no header line', `ada,${NEW}\n`, 'does not begin with a header line'],
    ['a header of one column', `user\nada,${NEW}\n`, 'does not begin with a header line'],
    [
      'numbers that are none',
      csv('ada,015112345678', `bob,${NEW}`, 'eve,+49 151 12345678'),
      'Lines 2, 4 of numbers.csv say',
    ],
    ['a number too long', csv('ada,+4915112345678901'), 'Line 2 of numbers.csv says'],
    ['no user', csv(`,${NEW}`), 'Line 2 of numbers.csv says'],
    ['a column too many', csv(`ada,${NEW},x`), 'Line 2 of numbers.csv says'],
    ['a quote that does not end', csv(`"ada,${NEW}`), 'Line 2 of numbers.csv says'],
    [
      'a user twice',
      csv(`ada,${NEW}`, `bob,${NEW}`, `ada,${OLD}`),
      'Line 4 of numbers.csv names a user whom a line before',
    ],
    ['a user under two names', csv(`ada,${NEW}`, `sub-ada,${OLD}`), 'Lines 2, 3 of numbers.csv name the same user'],
    ['an address of two users', csv(`both@example.com,${NEW}`), 'Line 2 of numbers.csv names more than one user'],
  ];
  it.each(BAD)('applies nothing of %s', async (_what, text, says) => {
    const { people, poolward, files, calls, state } = await enforceBench(POLICY);
    people({ ada: { email: 'both@example.com' }, bob: { email: 'both@example.com' }, eve: {} });
    const before = state();
    files.set('numbers.csv', text);
    const { code, err } = await poolward(`${ENFORCE} --yes --journal run.jsonl`);
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
    expect([state(), calls('AdminUpdateUserAttributes'), calls('AdminSetUserMFAPreference')]).toEqual([before, 0, 0]);
    expect([...files.keys()]).toEqual(['numbers.csv']);
  });
});
