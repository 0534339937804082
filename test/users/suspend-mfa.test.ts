// suspend-mfa and restore-mfa, from their words to their exit codes, against the sandbox and the real SDK.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installedEngines } from '../../src/cli/engines.js';
import { run } from '../../src/cli/run.js';
import { USER_OPERATIONS } from '../../src/users/operations.js';
import { type FakeIo, fakeIo } from '../cli/fake-io.js';
import { developer, type Session, session, sms, totp } from '../sandbox/support.js';

const FILE = 'configs/acme.yaml';
const START = Date.parse('2026-01-02T03:00:00.000Z');
const HOUR = 3_600_000;
const BOTH = ['verified_email', 'verified_phone_number'] as const;

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterEach(() => vi.unstubAllEnvs());

interface Bench extends Session {
  readonly poolId: string;
  readonly journal: string;
  /** What is on the disk; shared by all runs. */
  readonly files: Map<string, string>;
  clock: number;
  poolward(words: string, world?: Partial<FakeIo>): Promise<{ code: number; out: string; err: string }>;
  settingsOf(username: string): Promise<{ enabled: readonly string[]; preferred: string | undefined }>;
  /** What the sandbox was asked, without reads. */
  changes(): readonly string[];
}

type Input = Readonly<Record<string, unknown>>;
const mfaWith = (mode: string, more: Input = {}) => ({ MfaConfiguration: mode, EmailMfaConfiguration: {}, ...more });

/** A pool with ada, whose e-mail address is the second factor and the only way to a new password. */
async function bench(mfa: Input = mfaWith('OPTIONAL', totp), recovery: readonly string[] = BOTH): Promise<Bench> {
  const own = await session();
  const poolId = await own.pool({
    PoolName: 'acme',
    EmailConfiguration: developer,
    SmsConfiguration: sms,
    AccountRecoverySetting: {
      RecoveryMechanisms: recovery.map((Name, index) => ({ Name, Priority: index + 1 })),
    },
  });
  const yaml = `pool:\n  id: acme\n  name: acme\n  region: us-east-1\n  account: "123456789012"\n  userPoolId: ${poolId}\n`;
  const files = new Map([[FILE, yaml]]);
  await own.call('SetUserPoolMfaConfig', { SmsMfaConfiguration: { SmsConfiguration: sms }, ...mfa });
  await user(own, 'ada', [['email', 'ada@example.com']]);
  await own.call('AdminSetUserMFAPreference', {
    Username: 'ada',
    EmailMfaSettings: { Enabled: true, PreferredMfa: true },
  });
  const bench: Bench = {
    ...own,
    poolId,
    journal: `.poolward/mfa-suspended.${poolId}.jsonl`,
    files,
    clock: START,
    poolward: async (words, world = {}) => {
      const io = fakeIo(Object.fromEntries(files), { now: () => new Date(bench.clock), ...world });
      const argv = [...words.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
      const code = await run([...argv, '--endpoint-url', own.sandbox.url], io, installedEngines);
      for (const [name, text] of io.stored) files.set(name, text);
      return { code, out: io.stdout(), err: io.stderr() };
    },
    settingsOf: async (Username) => {
      const { UserMFASettingList = [], PreferredMfaSetting } = await own.call('AdminGetUser', { Username });
      return { enabled: UserMFASettingList, preferred: PreferredMfaSetting };
    },
    changes: () =>
      own.sandbox.requests
        .map(({ operation }) => operation)
        .filter((operation) => /^Admin(Set|Update|Delete|Disable)/.test(operation)),
  };
  return bench;
}

async function user({ call }: Pick<Session, 'call'>, Username: string, addresses: readonly [string, string][]) {
  const UserAttributes = addresses.flatMap(([Name, Value]) => [
    { Name, Value },
    { Name: `${Name}_verified`, Value: 'true' },
  ]);
  await call('AdminCreateUser', { Username, UserAttributes, MessageAction: 'SUPPRESS' });
  await call('AdminSetUserPassword', { Username, Password: 'Abcdefg1!', Permanent: true });
}

const BY_MAIL = { enabled: ['EMAIL_OTP'], preferred: 'EMAIL_OTP' };
const NOTHING = { enabled: [], preferred: undefined };
const SUSPEND = `users suspend-mfa ada@example.com ${FILE} --for 4h --reason "ticket 4711"`;
const DUE = `users restore-mfa --due ${FILE}`;
const LIST = `users restore-mfa --list ${FILE}`;
const RESTORE = `users restore-mfa ada@example.com ${FILE}`;

describe('users suspend-mfa', () => {
  it('says without --yes what it would do, and changes nothing', async () => {
    const { poolward, settingsOf, files, journal, changes } = await bench();
    const before = changes().length;
    const { code, out, err } = await poolward(SUSPEND);
    expect([code, await settingsOf('ada'), files.has(journal), changes().length]).toEqual([0, BY_MAIL, false, before]);
    expect(out).toContain('Suspend    e-mail is switched off until 2026-01-02T07:00:00Z');
    expect(out).toContain('Meanwhile  the sign-in asks for the password alone');
    expect(out).toContain(`Then       poolward ${RESTORE}`);
    expect(err).toContain(
      `Dry run: nothing was changed. With --yes: one AdminSetUserMFAPreference, noted in ${journal}.`,
    );
  });

  it('switches the factor off, proves it, and notes what the user had', async () => {
    const { poolward, settingsOf, files, journal } = await bench();
    const { code, err } = await poolward(`${SUSPEND} --yes`);
    expect([code, await settingsOf('ada')]).toEqual([0, NOTHING]);
    expect(err).toContain('Done, and read back.');
    const [header, intent, settlement] = (files.get(journal) ?? '').split('\n').map((line) => line && JSON.parse(line));
    expect(header).toMatchObject({ poolward: 'journal', version: 1, kind: 'suspend' });
    expect(intent).toMatchObject({
      n: 1,
      user: 'ada',
      before: { enabled: ['email'], preferred: 'email' },
      wanted: { enabled: [] },
      until: '2026-01-02T07:00:00Z',
      reason: 'ticket 4711',
    });
    expect(settlement).toMatchObject({ n: 1, result: 'done' });
    const again = await poolward(`${SUSPEND} --yes`);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('until 2026-01-02T07:00:00Z: ticket 4711')]);
  });

  it('leaves the user the other factors', async () => {
    const { poolward, settingsOf, call, sandbox, poolId } = await bench();
    sandbox.seed(poolId, (stored) => {
      for (const [, stuck] of stored.users) stuck.totpRegistered = true;
    });
    const SoftwareTokenMfaSettings = { Enabled: true };
    await call('AdminSetUserMFAPreference', { Username: 'ada', SoftwareTokenMfaSettings });
    const { out } = await poolward(`${SUSPEND} --yes`);
    expect(out).toContain('Meanwhile  the sign-in asks for a code of the authenticator app (SOFTWARE_TOKEN_MFA)');
    expect((await settingsOf('ada')).enabled).toEqual(['SOFTWARE_TOKEN_MFA']);
    expect((await poolward(RESTORE)).code).toBe(0);
    expect(await settingsOf('ada')).toEqual({ enabled: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'], preferred: 'EMAIL_OTP' });
  });

  it('asks for what its role may, and nothing else', async () => {
    const { poolward, sandbox } = await bench();
    const before = sandbox.requests.length;
    await poolward(`${SUSPEND} --yes`);
    await poolward(RESTORE);
    const asked = new Set<string>(sandbox.requests.slice(before).map(({ operation }) => operation));
    const { list, settings, change } = USER_OPERATIONS;
    expect([...asked].filter((one) => !([...list, ...settings, ...change] as string[]).includes(one))).toEqual([]);
  });

  it('refuses where MFA is required, and says which ways remain for this user', async () => {
    const { poolward, settingsOf, changes, poolId, call } = await bench(mfaWith('ON', totp));
    const before = changes().length;
    const { code, out } = await poolward(`${SUSPEND} --yes`);
    expect([code, changes().length]).toEqual([1, before]);
    expect(out).toContain('Refused    MFA is required in the pool (mfa.mode: required)');
    const about = `--region us-east-1 --user-pool-id ${poolId} --username ada`;
    expect(out).toContain("1. Give the user a phone number that you know to be the user's: the code goes there.");
    expect(out).toContain(
      `aws cognito-idp admin-update-user-attributes ${about} --user-attributes Name=phone_number,Value="$PHONE_NUMBER"`,
    );
    expect(out).toContain(
      `aws cognito-idp admin-set-user-password ${about} --no-permanent --password "$TEMPORARY_PASSWORD"`,
    );
    await call('AdminUpdateUserAttributes', {
      Username: 'ada',
      UserAttributes: [{ Name: 'phone_number', Value: '+4915112345678' }],
    });
    expect((await poolward(SUSPEND)).out).toContain(
      '1. Prefer SMS: the code of a forgotten password may then go to the e-mail address.',
    );
    expect(await settingsOf('ada')).toEqual(BY_MAIL);
  });

  it.each([
    ['recovery is left to an administrator', ['admin_only'], []],
    [
      'no verified address',
      BOTH,
      ['AdminUpdateUserAttributes', { UserAttributes: [{ Name: 'email_verified', Value: 'false' }] }],
    ],
    ['is disabled', BOTH, ['AdminDisableUser', {}]],
    ['temporary password', BOTH, ['AdminSetUserPassword', { Password: 'Abcdefg1!', Permanent: false }]],
  ] as const)('does nothing where it would not help: %s', async (words, recovery, [operation, input]) => {
    const { poolward, call, settingsOf, files, journal } = await bench(undefined, [...recovery]);
    if (operation) await call(operation, { Username: 'ada', ...input });
    const { code, out } = await poolward(`users suspend-mfa ada ${FILE} --for 4h --reason x --yes`);
    expect([code, files.has(journal)]).toEqual([1, false]);
    expect(out).toContain(words);
    expect(await settingsOf('ada')).toEqual(BY_MAIL);
  });

  it('does nothing where the code goes out anyway', async () => {
    const { poolward, call, files, journal } = await bench();
    await user({ call }, 'bea', [['email', 'bea@example.com']]);
    const { code, out } = await poolward(`users suspend-mfa bea ${FILE} --for 4h --reason x --yes`);
    expect([code, out, files.has(journal)]).toEqual([
      0,
      expect.stringContaining('a code goes to the e-mail address; nothing has to be suspended'),
      false,
    ]);
  });

  it('says where AWS refuses, and the journal that nothing happened', async () => {
    const { poolward, sandbox, settingsOf, files, journal } = await bench();
    const error = { type: 'AccessDeniedException', message: 'not allowed' };
    sandbox.inject([{ operation: 'AdminSetUserMFAPreference', error }]);
    const { code, out, err } = await poolward(`${SUSPEND} --yes`);
    expect([code, out, await settingsOf('ada')]).toEqual([2, '', BY_MAIL]);
    expect(err).toContain('Nothing was changed: AccessDeniedException: not allowed');
    expect(files.get(journal)).toContain('"result":"refused","because":"AccessDeniedException: not allowed"');
    sandbox.inject([]);
    expect((await poolward(RESTORE)).out).toContain('no suspension is open');
    expect(await settingsOf('ada')).toEqual(BY_MAIL);
  });

  it('does not believe an answer: what cannot be read back is unproved', async () => {
    const { poolward, sandbox, settingsOf } = await bench();
    const error = { type: 'AccessDeniedException', message: 'not allowed' };
    sandbox.inject([{ operation: 'AdminGetUserAuthFactors', after: 1, error }]);
    const { code, out, err } = await poolward(`${SUSPEND} --yes`);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('nobody knows whether it took effect: AccessDeniedException: not allowed');
    sandbox.inject([]);
    expect(await settingsOf('ada')).toEqual(NOTHING);
    expect((await poolward(RESTORE)).code).toBe(0);
    expect(await settingsOf('ada')).toEqual(BY_MAIL);
  });

  it('gets through where AWS is busy', async () => {
    const { poolward, sandbox, settingsOf } = await bench();
    const error = { type: 'TooManyRequestsException', message: 'slow down' };
    sandbox.inject([{ operation: 'AdminSetUserMFAPreference', times: 2, error }]);
    expect((await poolward(`${SUSPEND} --yes`)).code).toBe(0);
    expect(await settingsOf('ada')).toEqual(NOTHING);
  });

  it('goes on after a crash between the intent and the call, and between the call and its note', async () => {
    const { poolward, settingsOf, files, journal, changes } = await bench();
    await poolward(`${SUSPEND} --yes`);
    const whole = files.get(journal) ?? '';
    const intended = `${whole.trimEnd().split('\n').slice(0, 2).join('\n')}\n`;
    files.set(journal, intended);
    const sent = changes().length;
    const after = await poolward(RESTORE);
    expect(after.err).toContain('An earlier run ended in the middle of a suspension: it took effect.');
    expect([after.code, await settingsOf('ada'), changes().length]).toEqual([0, BY_MAIL, sent + 1]);
    files.set(journal, intended);
    const before = await poolward(RESTORE);
    expect(before.err).toContain('An earlier run ended in the middle of a suspension: it was never sent.');
    expect([before.code, before.out, changes().length]).toEqual([
      0,
      expect.stringContaining('no suspension is open'),
      sent + 1,
    ]);
    files.set(journal, whole.slice(0, -20));
    expect((await poolward(RESTORE)).err).toContain('only half written');
  });

  it('refuses what it cannot work with', async () => {
    const { poolward, files, poolId, changes } = await bench();
    const sent = changes().length;
    const says = async (words: string, message: string) => {
      const { code, err } = await poolward(words);
      expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    };
    await says(
      `users suspend-mfa nobody@example.com ${FILE} --for 4h --reason x`,
      'as user name and as e-mail address',
    );
    await says(`users suspend-mfa ada ${FILE} --for 4h`, '--reason');
    await says(`users suspend-mfa ada ${FILE} --reason x`, '--for');
    for (const time of ['4', '0h', '31d', '4h30m', 'soon'])
      await says(`users suspend-mfa ada ${FILE} --reason x --for ${time}`, '30m, 4h or 2d');
    await says(`users suspend-mfa ada ${FILE} --for 4h --reason " "`, '1 to 500');
    const header = {
      poolward: 'journal',
      version: 1,
      kind: 'suspend',
      pool: 'us-east-1_Other',
      startedAt: '2026-01-02',
    };
    files.set('other.jsonl', `${JSON.stringify(header)}\n`);
    await says(`${SUSPEND} --yes --journal other.jsonl`, 'is the journal of us-east-1_Other');
    files.set('other.jsonl', `${JSON.stringify({ ...header, kind: 'enforce', pool: poolId })}\n`);
    await says(`${SUSPEND} --yes --journal other.jsonl`, 'is a journal of `users enforce`');
    files.set('other.jsonl', 'hello\n');
    await says(`${SUSPEND} --yes --journal other.jsonl`, 'is not a journal');
    files.set(FILE, (files.get(FILE) ?? '').replace(/us-east-1/g, 'eu-west-1'));
    await says(SUSPEND, 'eu-west-1');
    expect(changes().length).toBe(sent);
  });

  it('cannot write the journal: then nothing is sent', async () => {
    const { poolward, settingsOf } = await bench();
    const journal = async () => Promise.reject(new Error('ENOSPC'));
    expect((await poolward(`${SUSPEND} --yes`, { journal })).code).toBe(2);
    expect(await settingsOf('ada')).toEqual(BY_MAIL);
  });
});

describe('users restore-mfa', () => {
  it('ends two suspensions of one user, the latest first', async () => {
    const { poolward, settingsOf, call } = await bench();
    await poolward(`${SUSPEND} --yes`);
    await call('AdminSetUserMFAPreference', { Username: 'ada', EmailMfaSettings: { Enabled: true } });
    await poolward(`${SUSPEND} --yes`);
    const { code, out } = await poolward(RESTORE);
    expect([code, out.trimEnd().split('\n'), await settingsOf('ada')]).toEqual([
      1,
      [
        'ada@example.com: restored, and read back (e-mail)',
        expect.stringContaining('somebody else has changed the user since'),
      ],
      { enabled: ['EMAIL_OTP'], preferred: undefined },
    ]);
  });

  it('goes on with the other pools where one cannot be looked at', async () => {
    const own = await bench();
    const { poolward, files, settingsOf } = own;
    await poolward(`${SUSPEND} --yes`);
    const gone = (files.get(FILE) ?? '')
      .replace(/acme/g, 'gone')
      .replace(/userPoolId: .*/, 'userPoolId: us-east-1_Gone');
    files.set('configs/a-gone.yaml', gone);
    own.clock = START + 5 * HOUR;
    const { code, out } = await poolward(`users restore-mfa --due configs/a-gone.yaml ${FILE}`);
    expect([code, out]).toEqual([
      3,
      expect.stringMatching(/^configs\/a-gone\.yaml: .*\n.*acme\.yaml: suspension 1: restored/),
    ]);
    expect(await settingsOf('ada')).toEqual(BY_MAIL);
    expect((await poolward(`users restore-mfa --due --journal x.jsonl configs/a-gone.yaml ${FILE}`)).code).toBe(2);
  });

  it('gives the user back what he had, once', async () => {
    const { poolward, settingsOf, changes } = await bench();
    await poolward(`${SUSPEND} --yes`);
    const { code, out } = await poolward(RESTORE);
    expect([code, out, await settingsOf('ada')]).toEqual([
      0,
      'ada@example.com: restored, and read back (e-mail; e-mail preferred)\n',
      BY_MAIL,
    ]);
    const sent = changes().length;
    const again = await poolward(RESTORE);
    expect([again.code, again.out]).toEqual([0, 'ada@example.com: no suspension is open; nothing was changed.\n']);
    expect(changes().length).toBe(sent);
  });

  it('with --due ends what is over, quietly, and --list shows what is open', async () => {
    const own = await bench();
    const { poolward, settingsOf, call } = own;
    await user({ call }, 'bea', [['email', 'bea@example.com']]);
    await call('AdminSetUserMFAPreference', { Username: 'bea', EmailMfaSettings: { Enabled: true } });
    expect(await poolward(DUE)).toMatchObject({ code: 0, out: '' });
    await poolward(`${SUSPEND} --yes`);
    await poolward(`users suspend-mfa bea ${FILE} --for 1d --reason later --yes`);
    expect(await poolward(DUE)).toMatchObject({ code: 0, out: '', err: '' });
    expect(await poolward(LIST)).toMatchObject({ code: 0 });
    own.clock = START + 5 * HOUR;
    const listed = await poolward(LIST);
    expect([listed.code, listed.out]).toEqual([
      1,
      [
        'configs/acme.yaml: suspension 2: until 2026-01-03T03:00:00Z; had e-mail; later\n',
        'configs/acme.yaml: suspension 1: over since 2026-01-02T07:00:00Z; had e-mail; e-mail preferred; ticket 4711\n',
      ].join(''),
    ]);
    expect((await poolward(`${LIST} --show-personal`)).out).toContain('acme.yaml: ada: over since');
    const due = await poolward(`${DUE} --quiet`);
    expect([due.code, due.out, due.err]).toEqual([
      0,
      'configs/acme.yaml: suspension 1: restored, and read back (e-mail; e-mail preferred)\n',
      '',
    ]);
    expect([await settingsOf('ada'), await settingsOf('bea')]).toEqual([BY_MAIL, NOTHING]);
  });

  it('leaves who was changed since, tells it, and closes the suspension', async () => {
    const own = await bench();
    const { poolward, settingsOf, call } = own;
    await user({ call }, 'bea', [['email', 'bea@example.com']]);
    await poolward(`${SUSPEND} --yes`);
    await call('AdminUpdateUserAttributes', {
      Username: 'ada',
      UserAttributes: [{ Name: 'phone_number', Value: '+4915112345678' }],
    });
    await call('AdminSetUserMFAPreference', { Username: 'ada', SMSMfaSettings: { Enabled: true } });
    own.clock = START + 5 * HOUR;
    const { code, out } = await poolward(DUE);
    expect([code, out]).toEqual([1, expect.stringContaining('somebody else has changed the user since')]);
    expect(await settingsOf('ada')).toEqual({ enabled: ['SMS_MFA'], preferred: undefined });
    expect(await poolward(DUE)).toMatchObject({ code: 0, out: '' });
  });

  it('sends nothing where the user has put it back himself', async () => {
    const { poolward, call, changes } = await bench();
    await poolward(`${SUSPEND} --yes`);
    await call('AdminSetUserMFAPreference', {
      Username: 'ada',
      EmailMfaSettings: { Enabled: true, PreferredMfa: true },
    });
    const sent = changes().length;
    expect((await poolward(RESTORE)).out).toContain('restored, and read back');
    expect(changes().length).toBe(sent);
  });

  it('tells of a user who was deleted, and closes the suspension', async () => {
    const own = await bench();
    const { poolward, call } = own;
    await poolward(`${SUSPEND} --yes`);
    await call('AdminDeleteUser', { Username: 'ada' });
    own.clock = START + 5 * HOUR;
    expect(await poolward(DUE)).toMatchObject({
      code: 0,
      out: expect.stringContaining('the user does not exist any more'),
    });
    expect(await poolward(DUE)).toMatchObject({ code: 0, out: '' });
    expect(await poolward(`users restore-mfa ada ${FILE}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('has no user ada'),
    });
  });

  it('keeps open what AWS refuses, and what the pool does not offer any more', async () => {
    const { poolward, call, sandbox, settingsOf } = await bench();
    await poolward(`${SUSPEND} --yes`);
    sandbox.inject([
      { operation: 'AdminSetUserMFAPreference', error: { type: 'AccessDeniedException', message: 'no' } },
    ]);
    expect(await poolward(RESTORE)).toMatchObject({
      code: 1,
      out: expect.stringContaining('still open: AccessDeniedException: no'),
    });
    sandbox.inject([{ operation: 'AdminGetUserAuthFactors', error: { type: 'AccessDeniedException', message: 'no' } }]);
    expect((await poolward(RESTORE)).code).toBe(3);
    sandbox.inject([]);
    await call('SetUserPoolMfaConfig', { MfaConfiguration: 'OPTIONAL', ...totp });
    expect(await poolward(RESTORE)).toMatchObject({
      code: 1,
      out: expect.stringContaining('does not offer e-mail any more'),
    });
    await call('SetUserPoolMfaConfig', mfaWith('OPTIONAL'));
    expect((await poolward(RESTORE)).code).toBe(0);
    expect(await settingsOf('ada')).toEqual(BY_MAIL);
  });

  it('needs a journal, and a user or --due', async () => {
    const { poolward } = await bench();
    expect(await poolward(RESTORE)).toMatchObject({
      code: 2,
      err: expect.stringContaining('nothing is known of a suspension'),
    });
    expect(await poolward(`${DUE} --journal no.jsonl`)).toMatchObject({ code: 2 });
    expect(await poolward('users restore-mfa')).toMatchObject({
      code: 2,
      err: expect.stringContaining('A user is needed'),
    });
    expect(await poolward(`${DUE} --list`)).toMatchObject({ code: 2 });
  });
});

describe('a user who has forgotten the password', () => {
  it('is refused a code, gets one while suspended, and is asked for the second factor again in the end', async () => {
    const own = await bench();
    const { poolward, call, refusal, sandbox } = own;
    const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH'];
    const { UserPoolClient } = await call('CreateUserPoolClient', { ClientName: 'web', ExplicitAuthFlows });
    const { ClientId } = UserPoolClient;
    const forgot = { ClientId, Username: 'ada' };
    expect((await refusal('ForgotPassword', forgot)).type).toBe('InvalidParameterException');

    expect((await poolward(`${SUSPEND} --yes`)).code).toBe(0);
    await call('ForgotPassword', forgot);
    const mail = sandbox.messages.at(-1);
    expect(mail).toMatchObject({ medium: 'EMAIL', to: 'ada@example.com' });
    await call('ConfirmForgotPassword', { ...forgot, ConfirmationCode: mail?.code, Password: 'Abcdefg2!' });
    const signIn = () =>
      call('InitiateAuth', {
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'ada', PASSWORD: 'Abcdefg2!' },
      });
    expect(await signIn()).toHaveProperty('AuthenticationResult.AccessToken');

    own.clock = START + 5 * HOUR;
    expect((await poolward(DUE)).code).toBe(0);
    expect(await signIn()).toMatchObject({ ChallengeName: 'EMAIL_OTP' });
    expect((await refusal('ForgotPassword', forgot)).type).toBe('InvalidParameterException');
  });

  it('is helped by the first way that remains where MFA is required', async () => {
    const { poolward, call, sandbox } = await bench(mfaWith('ON', totp));
    const { UserPoolClient } = await call('CreateUserPoolClient', { ClientName: 'web' });
    expect((await poolward(SUSPEND)).out).toContain('1. Give the user a phone number');
    const UserAttributes = [
      { Name: 'phone_number', Value: '+4915112345678' },
      { Name: 'phone_number_verified', Value: 'true' },
    ];
    await call('AdminUpdateUserAttributes', { Username: 'ada', UserAttributes });
    expect((await poolward(SUSPEND)).out).toContain(
      'Reset      a code goes to the phone number; nothing has to be suspended',
    );
    await call('ForgotPassword', { ClientId: UserPoolClient.ClientId, Username: 'ada' });
    expect(sandbox.messages.at(-1)).toMatchObject({ medium: 'SMS', to: '+4915112345678' });
  });

  it('is helped by the last way that remains where MFA is required', async () => {
    const { poolward, call, refusal, poolId, sandbox } = await bench(mfaWith('ON', totp));
    const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH'];
    const { UserPoolClient } = await call('CreateUserPoolClient', { ClientName: 'web', ExplicitAuthFlows });
    const { ClientId } = UserPoolClient;
    expect((await refusal('ForgotPassword', { ClientId, Username: 'ada' })).type).toBe('InvalidParameterException');
    expect((await poolward(SUSPEND)).out).toContain(
      `admin-set-user-password --region us-east-1 --user-pool-id ${poolId} --username ada --no-permanent`,
    );
    await call('AdminSetUserPassword', { Username: 'ada', Password: 'Abcdefg3!', Permanent: false });
    const AuthParameters = { USERNAME: 'ada', PASSWORD: 'Abcdefg3!' };
    let asked = await call('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
    const challenges = [];
    while (asked.ChallengeName !== undefined) {
      challenges.push(asked.ChallengeName);
      const { ChallengeName, Session } = asked;
      const own =
        ChallengeName === 'EMAIL_OTP'
          ? { EMAIL_OTP_CODE: sandbox.messages.at(-1)?.code }
          : { NEW_PASSWORD: 'Abcdefg4!' };
      const ChallengeResponses = { USERNAME: 'ada', ...own };
      asked = await call('RespondToAuthChallenge', { ClientId, ChallengeName, Session, ChallengeResponses });
    }
    expect(challenges.sort()).toEqual(['EMAIL_OTP', 'NEW_PASSWORD_REQUIRED']);
  });
});
