// The commands, from their words to their exit codes, against the sandbox and the real SDK.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installedEngines } from '../../src/cli/engines.js';
import { Interrupted } from '../../src/cli/interrupted.js';
import { run } from '../../src/cli/run.js';
import type { StoredUser } from '../../src/sandbox/index.js';
import { USER_OPERATIONS } from '../../src/users/operations.js';
import { type FakeIo, fakeIo } from '../cli/fake-io.js';
import { type Session, session } from '../sandbox/support.js';

const FILE = 'configs/acme.yaml';
const ROLE = 'arn:aws:iam::123456789012:role/sms';

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterEach(() => vi.unstubAllEnvs());

interface Bench extends Session {
  readonly poolId: string;
  poolward(
    words: string,
    world?: Partial<FakeIo>,
    files?: Readonly<Record<string, string>>,
  ): Promise<{ code: number; out: string; err: string; io: FakeIo }>;
  /** Users with what no call could give them. */
  users(...users: readonly Partial<StoredUser>[]): void;
}

type Mfa = Readonly<Record<string, unknown>>;

/** A pool that offers SMS (and what `mfa` says), and recovers by e-mail first unless told. */
async function bench(
  mfa: Mfa,
  recovery: readonly string[] = ['verified_email', 'verified_phone_number'],
): Promise<Bench> {
  const own = await session();
  const poolId = await own.pool({
    PoolName: 'acme',
    AccountRecoverySetting: { RecoveryMechanisms: recovery.map((Name, index) => ({ Name, Priority: index + 1 })) },
    SmsConfiguration: { SnsCallerArn: ROLE, ExternalId: 'x' },
  });
  await own.call('SetUserPoolMfaConfig', {
    SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: ROLE, ExternalId: 'x' } },
    ...mfa,
  });
  const yaml = `pool:\n  id: acme\n  name: acme\n  region: us-east-1\n  account: "123456789012"\n  userPoolId: ${poolId}\n`;
  return {
    ...own,
    poolId,
    users: (...users) =>
      own.sandbox.seed(poolId, (stored) => {
        for (const [index, user] of users.entries()) {
          const username = `user${stored.users.size}-${index}`;
          const made = {
            username,
            attributes: [],
            status: 'CONFIRMED',
            enabled: true,
            created: new Date(0),
            modified: new Date(0),
            settings: [],
            totpRegistered: false,
            groups: new Set<string>(),
          };
          stored.users.set(user.username ?? username, { ...made, ...user } as StoredUser);
        }
      }),
    poolward: async (words, world = {}, files = {}) => {
      const io = fakeIo({ ...files, [FILE]: yaml }, world);
      const code = await run([...words.split(' '), '--endpoint-url', own.sandbox.url], io, installedEngines);
      return { code, out: io.stdout(), err: io.stderr(), io };
    },
  };
}

const has = (email?: 'true' | 'false', phone?: 'true' | 'false') => ({
  attributes: [
    ...(email
      ? [
          { Name: 'email', Value: 'ada@example.com' },
          { Name: 'email_verified', Value: email },
        ]
      : []),
    ...(phone
      ? [
          { Name: 'phone_number', Value: '+4915112345678' },
          { Name: 'phone_number_verified', Value: phone },
        ]
      : []),
  ],
});
const REQUIRED = { MfaConfiguration: 'ON' };
const WITH_APP = { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } };

interface JsonReport {
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly message: string }[];
}
const found = (out: string): Record<string, string> =>
  Object.fromEntries(
    (JSON.parse(out) as JsonReport).findings.map(({ rule, severity, message }) => [rule, `${severity}: ${message}`]),
  );

const logIn = (files: Readonly<Record<string, string>>): string =>
  Object.keys(files).find((file) => file.endsWith('.seen')) ?? '';

/** What was counted, without the names. */
function numbers(out: string): unknown {
  const { findings, coverage } = JSON.parse(out);
  const said = (findings as JsonReport['findings']).map(
    ({ rule, message }) => `${rule} ${message.split(' users ')[0]}`,
  );
  return { said, coverage };
}

describe('users audit', () => {
  it('finds nothing where everybody can sign in and reset the password', async () => {
    const { users, poolward } = await bench(REQUIRED);
    users(has('true', 'true'), has('true', 'true'));
    const { code, out, err } = await poolward(`users audit ${FILE}`);
    expect([code, out]).toEqual([0, expect.stringContaining('2 users looked at; 0 not checked')]);
    expect(out).not.toContain('in sync');
    expect(err).toContain('0 users passed over');
  });

  it('looks at an empty pool', async () => {
    expect((await (await bench(REQUIRED)).poolward(`users audit ${FILE}`)).code).toBe(0);
  });

  it('says who is locked out, and no more than lists tell', async () => {
    const { users, poolward, sandbox } = await bench(REQUIRED, ['verified_phone_number', 'verified_email']);
    users(has(undefined, 'true'), has('true', 'true'), { ...has(undefined, 'true'), status: 'EXTERNAL_PROVIDER' });
    const { code, out } = await poolward(`users audit ${FILE} --format json`);
    expect(code).toBe(1);
    expect(found(out)).toEqual({
      'users/locked-out': expect.stringMatching(
        /^warning: 1 of 3 users are answered with an error .* unless they have a preferred factor \(look with --deep\): user-[0-9a-f]{12}\.$/,
      ),
    });
    expect(sandbox.requests.filter(({ operation }) => operation.startsWith('AdminGetUser'))).toEqual([]);
  });

  it('with --deep knows it, and everything that lies in the settings', async () => {
    const { users, poolward } = await bench(WITH_APP, ['verified_phone_number', 'verified_email']);
    users(
      { username: 'locked', ...has(undefined, 'true') },
      {
        username: 'app',
        ...has('true'),
        settings: ['SOFTWARE_TOKEN_MFA'],
        totpRegistered: true,
        preferred: 'SOFTWARE_TOKEN_MFA',
      },
      { username: 'mail', ...has('true', 'true'), settings: ['EMAIL_OTP', 'SMS_MFA'], preferred: 'SMS_MFA' },
      { username: 'unclear', ...has('true', 'true') },
    );
    const { code, out, err } = await poolward(`users audit ${FILE} --deep --show-personal --format json`);
    expect(code).toBe(1);
    expect(found(out)).toEqual({
      'users/factor-not-offered': 'warning: 1 of 4 users have a factor enabled that the pool no longer offers: mail.',
      'users/implicit-preference': expect.stringContaining(': unclear.'),
      'users/locked-out':
        'error: 1 of 4 users are answered with an error after the right password, unless they have registered an app that is not enabled, which AWS does not list: locked.',
      'users/totp-only': expect.stringContaining(': app.'),
    });
    expect(err.indexOf('AdminGetUserAuthFactors')).toBeGreaterThanOrEqual(0);
  });

  it('says who cannot reset the password, and who has verified nothing', async () => {
    const { users, poolward } = await bench(REQUIRED, ['verified_email', 'verified_phone_number']);
    users({ username: 'shared', ...has(undefined, 'true') }, { username: 'unverified', ...has('false', 'false') });
    const { out } = await poolward(`users audit ${FILE} --show-personal --format json`);
    expect(found(out)).toEqual({
      'users/reset-blocked': expect.stringContaining(': shared.'),
      'users/unverified-channel': expect.stringContaining(': unverified.'),
    });
  });

  it('says who must receive a factor and has no address, and who of an optional pool has none', async () => {
    const required = await bench(REQUIRED);
    required.users({ username: 'nobody' });
    expect(found((await required.poolward(`users audit ${FILE} --format json`)).out)).toHaveProperty([
      'users/nothing-to-receive',
    ]);
    const optional = await bench({ MfaConfiguration: 'OPTIONAL' });
    optional.users(has('true', 'true'));
    const { code, out } = await optional.poolward(`users audit ${FILE} --deep --format json`);
    expect([code, Object.keys(found(out))]).toEqual([0, ['users/no-second-factor']]);
  });

  it('passes over who cannot sign in anyway', async () => {
    const { users, poolward } = await bench(REQUIRED);
    users({ ...has('true'), enabled: false }, { ...has('true'), status: 'UNCONFIRMED' });
    const { code, out, err } = await poolward(`users audit ${FILE}`);
    expect([code, out, err]).toEqual([
      0,
      expect.stringContaining('no findings'),
      expect.stringContaining('2 users passed over'),
    ]);
  });

  it('writes a line a user, without personal data unless asked, and nothing personal elsewhere', async () => {
    const { users, poolward } = await bench(REQUIRED);
    users({ username: '=cmd', ...has('true', 'true') }, ...Array.from({ length: 150 }, () => has('true')));
    const plain = await poolward(`users audit ${FILE} --list out.csv --show-personal`);
    const csv = plain.io.stored.get('out.csv') ?? '';
    expect(csv.split('\r\n').slice(0, 2)).toEqual(['user,status,asked,findings', "'=cmd,CONFIRMED,sms,"]);
    expect(csv.split('\r\n').length).toBe(153);
    const hashed = await poolward(`users audit ${FILE} --list out.jsonl --verbose`);
    const lines = (hashed.io.stored.get('out.jsonl') ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.length).toBe(151);
    expect(new Set(lines.map(({ user }) => user)).size).toBe(151);
    expect(lines[0]).toMatchObject({ status: 'CONFIRMED', asked: { kind: 'challenge', factor: 'sms' }, findings: [] });
    for (const text of [hashed.io.stored.get('out.jsonl'), hashed.out, hashed.err])
      expect(text).not.toMatch(/ada@|\+4915|user\d+-\d+|cmd/);
  });

  it('takes a sample, the same each time', async () => {
    const { users, poolward } = await bench(REQUIRED);
    users(...Array.from({ length: 400 }, () => has('true', 'true')));
    const seen = async () =>
      /(\d+) users looked at/.exec((await poolward(`users audit ${FILE} --sample 100`)).out)?.[1];
    const first = Number(await seen());
    expect(first).toBeGreaterThan(60);
    expect(first).toBeLessThan(140);
    expect(Number(await seen())).toBe(first);
  });

  it('is not clean where a page or the settings could not be read', async () => {
    const { users, poolward, sandbox } = await bench(REQUIRED);
    users(...Array.from({ length: 130 }, () => has('true', 'true')));
    const error = { type: 'AccessDeniedException', message: 'not allowed' };
    sandbox.inject([{ operation: 'ListUsers', after: 1, error }]);
    const page = await poolward(`users audit ${FILE} --list out.csv`);
    expect([page.code, page.out]).toEqual([
      3,
      expect.stringContaining('all users after the first 60\n    AccessDeniedException: not allowed'),
    ]);
    expect([page.io.stored.has('out.csv'), page.err]).toEqual([
      false,
      expect.stringContaining('out.csv was not written'),
    ]);
    sandbox.inject([{ operation: 'AdminGetUserAuthFactors', error }]);
    const before = sandbox.requests.length;
    const deep = await poolward(`users audit ${FILE} --deep`);
    expect([deep.code, deep.out]).toEqual([
      3,
      expect.stringContaining('settings of 130 users\n    AccessDeniedException'),
    ]);
    const asked = sandbox.requests.slice(before).filter(({ operation }) => operation === 'AdminGetUserAuthFactors');
    expect(asked.length).toBeLessThan(20);
    sandbox.inject([{ operation: 'GetUserPoolMfaConfig', error }]);
    expect((await poolward(`users audit ${FILE}`)).code).toBe(3);
    sandbox.inject([{ operation: 'DescribeUserPool', error }]);
    expect((await poolward(`users audit ${FILE}`)).code).toBe(3);
  });

  it('asks for what the policy of its role would list, and nothing else', async () => {
    const { users, poolward, sandbox } = await bench(REQUIRED);
    users(has('true', 'true'));
    const asked = async (words: string) => {
      const before = sandbox.requests.length;
      await poolward(words);
      return [...new Set(sandbox.requests.slice(before).map(({ operation }) => operation))].sort();
    };
    const { list, settings } = USER_OPERATIONS;
    expect(await asked(`users audit ${FILE}`)).toEqual([...list].sort());
    expect(await asked(`users audit ${FILE} --deep`)).toEqual([...list, ...settings].sort());
  });

  it('ends, unchecked, where AWS leads it in circles', async () => {
    const { users, poolward, sandbox } = await bench(REQUIRED);
    users(...Array.from({ length: 130 }, () => has('true', 'true')));
    let first: string | undefined;
    const again = (text: string) =>
      text.replace(/"PaginationToken":"[^"]*"/, (own) => {
        first ??= own;
        return first;
      });
    sandbox.inject([{ operation: 'ListUsers', alter: (answer) => ({ ...answer, body: again(answer.body) }) }]);
    const { code, out } = await poolward(`users audit ${FILE}`);
    expect([code, out]).toEqual([3, expect.stringContaining('AWS answered the same page token twice')]);
  });

  it('goes on where an earlier run stopped, and counts as one run would', async () => {
    const { users, poolward, sandbox } = await bench(REQUIRED);
    users(...Array.from({ length: 200 }, (_, index) => has('true', index % 3 === 0 ? 'true' : undefined)));
    let files: Record<string, string> = {};
    const whole = numbers((await poolward(`users audit ${FILE} --deep --format json`)).out);
    /** One run, and how many pages and how many users it asked for. */
    const resumed = async (flags = '', faults: Parameters<typeof sandbox.inject>[0] = []) => {
      const before = sandbox.requests.length;
      sandbox.inject(faults);
      const words = `users audit ${FILE} --deep --resume state.json --format json ${flags}`.trim();
      const { code, out, err, io } = await poolward(words, {}, files);
      const asked = sandbox.requests.slice(before).map(({ operation }) => operation);
      const count = (name: string) => asked.filter((operation) => operation === name).length;
      return { code, out, err, io, pages: count('ListUsers'), deep: count('AdminGetUserAuthFactors') };
    };
    const keep = ({ io }: { readonly io: FakeIo }) => {
      files = Object.fromEntries(io.stored);
    };
    const stale = (file: string) => file.replace(/"token":"[^"]*"/, '"token":"old"');
    const error = { type: 'AccessDeniedException', message: 'not allowed' };
    const first = await resumed('', [{ operation: 'ListUsers', after: 2, error }]);
    expect([first.code, JSON.parse(first.out).coverage.checked]).toEqual([1, 120]);
    keep(first);
    const stopped = files;

    const second = await resumed();
    expect([second.pages, second.deep, numbers(second.out)]).toEqual([2, 80, whole]);
    expect(JSON.parse(second.io.stored.get('state.json') ?? '').pools).toEqual({});
    expect([...second.io.stored.keys()].sort()).toEqual([FILE, 'state.json']);

    // Another question begins anew.
    expect((await resumed('--sample 1000')).pages).toBe(4);

    // A token that AWS no longer takes: all pages again, and of the users those who were not looked at.
    files = { ...stopped, 'state.json': stale(stopped['state.json'] ?? '') };
    const restarted = await resumed();
    expect([restarted.pages, restarted.deep, numbers(restarted.out)]).toEqual([5, 80, whole]);
    expect(restarted.err).toContain('the list begins again, without those who were looked at');

    // Interrupted once more while it lists again: nobody counts twice, whether the new token works or not.
    const half = await resumed('', [{ operation: 'ListUsers', after: 4, error }]);
    expect([half.pages, half.deep, JSON.parse(half.out).coverage.checked]).toEqual([5, 60, 180]);
    keep(half);
    const third = await resumed();
    expect([third.pages, third.deep, numbers(third.out)]).toEqual([1, 20, whole]);
    files['state.json'] = stale(files['state.json'] ?? '');
    const fourth = await resumed();
    expect([fourth.pages, fourth.deep, numbers(fourth.out)]).toEqual([5, 20, whole]);

    // Without the log of whom it has seen it begins anew.
    files = { ...stopped, [logIn(stopped)]: (stopped[logIn(stopped)] ?? '').slice(0, -1) };
    const unknown = await resumed();
    expect([unknown.pages, unknown.deep, numbers(unknown.out)]).toEqual([4, 200, whole]);
    expect(unknown.err).toContain('is not the log that belongs to state.json; it begins again');

    files['state.json'] = files['state.json']?.slice(0, 100) ?? '';
    expect(await resumed()).toMatchObject({
      code: 2,
      err: expect.stringContaining('state.json is not a file that --resume wrote'),
    });
    expect((await resumed('--list a.csv')).code).toBe(2);
  });

  it('ends with its own code when interrupted, and leaves no list behind', async () => {
    const { users, poolward } = await bench(REQUIRED);
    users(...Array.from({ length: 130 }, () => has('true', 'true')));
    const controller = new AbortController();
    const now = () => {
      controller.abort(new Interrupted('SIGINT'));
      return new Date();
    };
    const { code, io } = await poolward(`users audit ${FILE} --list out.csv`, { signal: controller.signal, now });
    expect([code, io.stored.has('out.csv')]).toEqual([130, false]);
  });
});

describe('users explain', () => {
  it('says what is asked for and why, without more than the name that was typed', async () => {
    const { users, poolward } = await bench(REQUIRED);
    users({ username: 'ada', ...has('true', 'true') });
    const { code, out } = await poolward(`users explain ada@example.com ${FILE}`);
    expect(code).toBe(0);
    expect(out).toContain('Asked for  a code by SMS (SMS_MFA)\n  1. MFA is required in the pool (mfa.mode: required).');
    expect(out).toContain('(step 7.4)');
    expect(out).toContain('Reset      a code goes to the e-mail address');
    expect(out).toContain('Spec       configs/acme.yaml differs from the live pool: with it, no second factor');
    expect(out).not.toContain('+4915');
    expect((await poolward(`users explain ada ${FILE} --show-personal`)).out).toContain(
      'phone number +4915112345678 (verified)',
    );
  });

  it('names what was seen where that is not what is documented', async () => {
    const { users, poolward, sandbox, poolId } = await bench(WITH_APP);
    sandbox.seed(poolId, (stored) => Object.assign(stored.mfa, { email: {} }));
    users({ username: 'ada', ...has('true'), settings: ['SMS_MFA'] });
    const { out } = await poolward(`users explain ada ${FILE}`);
    expect(out).toContain('Asked for  locked out: the right password is answered with an error');
    expect(out).toContain('Seen       otherwise on a real pool: Such a user was asked for no factor that worked');
  });

  it('says where guide and reference differ about the code of a new password', async () => {
    const { users, poolward, sandbox, poolId } = await bench(WITH_APP);
    sandbox.seed(poolId, (stored) => Object.assign(stored.mfa, { email: {} }));
    const both = { ...has('true', 'true'), preferred: 'SMS_MFA' };
    users({ username: 'ada', ...both, settings: ['SMS_MFA'] });
    users({ username: 'ben', ...both, settings: ['EMAIL_OTP', 'SMS_MFA'] });
    const sent = 'Reset      a code goes to the e-mail address';
    expect((await poolward(`users explain ada ${FILE}`)).out).toContain(`${sent}\n`);
    expect((await poolward(`users explain ben ${FILE}`)).out).toContain(`${sent}: so the guide; AWS’s API reference`);
  });

  it('knows that pools which say nothing of recovery send codes by SMS first, whatever the second factor', async () => {
    const { users, poolward, sandbox, poolId } = await bench(WITH_APP);
    sandbox.seed(poolId, (stored) => void delete stored.pool.AccountRecoverySetting);
    users({ username: 'ada', ...has('true', 'true'), settings: ['SMS_MFA'], preferred: 'SMS_MFA' });
    users({ username: 'ben', ...has('true') });
    users({ username: 'eve', ...has('false') });
    const reset = async (name: string) =>
      /^Reset +(.*)$/m.exec((await poolward(`users explain ${name} ${FILE}`)).out)?.[1];
    expect(await reset('ada')).toBe('a code goes to the phone number');
    expect(await reset('ben')).toBe('a code goes to the e-mail address');
    expect(await reset('eve')).toMatch('no verified address');
  });

  it('refuses what it cannot answer', async () => {
    const { poolward, sandbox } = await bench(REQUIRED);
    expect(await poolward(`users explain nobody ${FILE}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('has no user nobody'),
    });
    sandbox.inject([{ operation: 'ListUsers', error: { type: 'AccessDeniedException', message: 'no' } }]);
    expect(await poolward(`users explain nobody ${FILE}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('AccessDeniedException: no'),
    });
    expect(await poolward('users')).toMatchObject({ code: 2 });
  });
});
