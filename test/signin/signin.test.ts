// The command, from its words to its exit code, against the sandbox with the real SDK and the real SRP.
import { describe, expect, it, vi } from 'vitest';
import { policyFor } from '../../src/iam/policy.js';
import { totp } from '../../src/signin/totp.js';
import { MINIMAL } from '../harness/specs.js';
import { APP, type Bench, bench, CLIENT, FILE, PASSWORD, type Ran, sms, USER } from './bench.js';

const FACTORS = `mfa:
  mode: required
  sms: true
smsSender:
  role: create
accountRecovery:
  mechanisms: [email, phone]
`;
const EMAIL_FIRST = {
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Name: 'verified_email', Priority: 1 },
      { Name: 'verified_phone_number', Priority: 2 },
    ],
  },
};
/** The pool asks for SMS, and so does the spec. */
const REQUIRED = { pool: EMAIL_FIRST, mfa: sms('ON'), spec: FACTORS };
const WITH_APP = {
  mfa: sms('ON', APP),
  pool: EMAIL_FIRST,
  spec: FACTORS.replace('sms: true', 'sms: true\n  totp: true'),
};
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
/** The clock of a world in memory stands still, so a code is only good for the sandbox of the same time. */
const NOW = { now: () => new Date() };

/** Whatever happens, none of it is printed. */
function expectNoSecrets({ out, err }: Ran, { sandbox, poolId }: Bench): void {
  const { refreshTokens, users } = sandbox.peek(poolId);
  const app = users.get(USER)?.totpSecret;
  const sent = sandbox.messages.map(({ code }) => code);
  const secrets = [
    PASSWORD,
    ...(app ? [app] : []),
    ...sent,
    ...refreshTokens.keys(),
    '+4915112345678',
    'ada@example.com',
  ];
  for (const secret of secrets) expect(out + err).not.toContain(secret);
  expect(out + err).not.toMatch(/eyJ/);
}

describe('challenges', () => {
  it('none: nothing is left behind', async () => {
    const own = await bench({});
    const ran = await own.signin();
    expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('1 sign-in looked at')]);
    expect(ran.err).toContain(
      'access token 60 min; ID token 60 min; groups none; scopes aws.cognito.signin.user.admin',
    );
    expect(ran.err).toContain('the refresh token was revoked');
    expect([...own.sandbox.peek(own.poolId).refreshTokens.values()].filter(({ revoked }) => !revoked)).toEqual([]);
    expectNoSecrets(ran, own);
  });

  it('SMS_MFA', async () => {
    const own = await bench(REQUIRED);
    const ran = await own.signin('', { typed: ['000000', 'code'] });
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('asks     SMS_MFA (a code by SMS)')]);
    expect(ran.err).toContain('refused  CodeMismatchException');
    expect(ran.err).toContain('signed in');
    expectNoSecrets(ran, own);
  });

  it('EMAIL_OTP, preferred', async () => {
    const own = await bench(REQUIRED);
    own.sandbox.seed(own.poolId, ({ mfa }) => Object.assign(mfa, { email: {} }));
    own.user({ settings: ['SMS_MFA', 'EMAIL_OTP'], preferred: 'EMAIL_OTP' });
    const ran = await own.signin('--expect EMAIL_OTP', { typed: ['code'] });
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('asks     EMAIL_OTP')]);
    expectNoSecrets(ran, own);
  });

  it('SOFTWARE_TOKEN_MFA, answered without anybody', async () => {
    const own = await bench(WITH_APP);
    own.user({
      totpRegistered: true,
      totpSecret: SECRET,
      settings: ['SOFTWARE_TOKEN_MFA'],
      preferred: 'SOFTWARE_TOKEN_MFA',
    });
    const about = { env: { POOLWARD_TOTP_SECRET: SECRET }, world: NOW };
    const ran = await own.signin('', about);
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('answers  with a code of POOLWARD_TOTP_SECRET')]);
    expect(ran.err).toContain('signed in');
    expectNoSecrets(ran, own);
    // A code is good for one sign-in: what was asked for is known, and that it failed, too.
    const again = await own.signin('', about);
    expect([again.code, again.err]).toEqual([3, expect.stringContaining('wait half a minute')]);
  });

  it('SELECT_MFA_TYPE: the app where its secret is known, else as somebody says', async () => {
    const own = await bench(WITH_APP);
    own.user({ totpRegistered: true, totpSecret: SECRET, settings: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] });
    const ran = await own.signin('', { typed: ['9', '1', 'code'] });
    expect([ran.code, ran.asked[0]]).toEqual([0, expect.stringContaining('1 SMS_MFA, 2 SOFTWARE_TOKEN_MFA')]);
    expect(ran.err).toContain('asks     SMS_MFA');
    const { code, err } = await own.signin('', { env: { POOLWARD_TOTP_SECRET: SECRET }, world: NOW });
    expect([code, err]).toEqual([0, expect.stringContaining('answers  with SOFTWARE_TOKEN_MFA')]);
  });

  it('MFA_SETUP of an app, for a person only', async () => {
    const own = await bench({ ...WITH_APP, attributes: {} });
    const alone = await own.signin();
    expect([alone.code, alone.err]).toEqual([0, expect.stringContaining('stopped  at MFA_SETUP: nobody answered it')]);
    expect(own.sandbox.requests.some(({ operation }) => operation === 'AssociateSoftwareToken')).toBe(false);
    const typed: string[] = [];
    const ask = async (text: string) => {
      typed.push(text);
      const secret = /secret: (\S+)/.exec(text)?.[1];
      return secret ? (totp(secret, new Date()) ?? '') : 'SOFTWARE_TOKEN_MFA';
    };
    const ran = await own.signin('', { world: { ask } });
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('signed in')]);
    expect(typed[1]).toContain('otpauth://totp/');
    expectNoSecrets(ran, own);
  });

  it('NEW_PASSWORD_REQUIRED, typed twice', async () => {
    const own = await bench(REQUIRED);
    await own.call('AdminSetUserPassword', { Username: USER, Password: PASSWORD, Permanent: false });
    const alone = await own.signin();
    expect([alone.code, alone.out]).toEqual([3, expect.stringContaining('it stopped at NEW_PASSWORD_REQUIRED')]);
    const differ = await own.signin('', { typed: ['Another-Horse-2', 'Another-Horse-3'] });
    expect([differ.code, differ.err]).toEqual([2, expect.stringContaining('The two passwords differ')]);
    const ran = await own.signin('', { typed: ['Another-Horse-2', 'Another-Horse-2', 'code'] });
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('asks     SMS_MFA')]);
    expect(ran.out + ran.err).not.toContain('Another-Horse-2');
  });

  it('CUSTOM_CHALLENGE, with and without a password', async () => {
    const arn = 'arn:aws:lambda:us-east-1:123456789012:function:f';
    const LambdaConfig = { DefineAuthChallenge: arn, CreateAuthChallenge: arn, VerifyAuthChallengeResponse: arn };
    const own = await bench({ pool: { LambdaConfig }, sandbox: { invoke } });
    const plain = await own.signin('--flow custom --expect CUSTOM_CHALLENGE', {
      env: { POOLWARD_PASSWORD: '' },
      typed: ['', 'wrong', '42'],
    });
    expect([plain.code, plain.asked[1]]).toEqual([
      0,
      expect.stringContaining('Answer (hint: "six times \\u001b seven")'),
    ]);
    expect(plain.err).toContain('signed in');
    expect(plain.err).not.toContain('hint');
    const withPassword = await own.signin('--flow custom', { typed: ['42'] });
    expect(withPassword.err).toContain('asks     PASSWORD_VERIFIER');
    expect([withPassword.code, withPassword.out]).toEqual([3, expect.stringContaining('say it with --expect')]);
  });

  it('CUSTOM_CHALLENGE of functions that the spec makes', async () => {
    const arn = 'arn:aws:lambda:us-east-1:123456789012:function:f';
    const LambdaConfig = { DefineAuthChallenge: arn, CreateAuthChallenge: arn, VerifyAuthChallengeResponse: arn };
    const spec =
      'emailChallenge:\n  from: no-reply@example.com\n  identity: arn:aws:ses:us-east-1:123456789012:identity/example.com\n';
    const minutes = `${CLIENT}    authSessionMinutes: 10\n`;
    const own = await bench({ pool: { LambdaConfig }, sandbox: { invoke }, spec: minutes + spec });
    expect(await own.signin('--flow custom')).toMatchObject({
      code: 0,
      err: expect.stringContaining('CUSTOM_CHALLENGE'),
    });
    const open = async (arn: string, event: any) => {
      const said: any = await invoke(arn, event);
      const proven = event.request.session?.at(-1)?.challengeName === 'PASSWORD_VERIFIER';
      return proven ? { ...said, response: { issueTokens: true, failAuthentication: false } } : said;
    };
    const lax = await bench({ pool: { LambdaConfig }, sandbox: { invoke: open }, spec: minutes + spec });
    const { code, out } = await lax.signin('--flow custom');
    expect([code, out]).toEqual([1, expect.stringContaining('emailChallenge.from  signin/other-challenge')]);
  });

  it('a choice of the first factor', async () => {
    const own = await bench({
      pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] } } },
    });
    own.user({ passkeys: 1 });
    const mail = await own.signin('--first-factor emailOtp', { typed: ['code'] });
    expect([mail.code, mail.err]).toEqual([0, expect.stringContaining('asks     EMAIL_OTP')]);
    expectNoSecrets(mail, own);
    const passkey = await own.signin('--flow choice', { env: { POOLWARD_PASSWORD: '' } });
    expect(passkey.err).toContain('stopped  at SELECT_CHALLENGE');
    const password = await own.signin('--flow choice --format json');
    expect([password.code, password.err]).toEqual([1, expect.stringContaining('answers  with PASSWORD_SRP')]);
    expect(JSON.parse(password.out).findings).toMatchObject([
      {
        rule: 'signin/other-first-factor',
        message: 'Cognito offers EMAIL_OTP, WEB_AUTHN as a first factor, which signIn.firstFactors does not list.',
      },
    ]);
  });
});

async function invoke(_arn: string, event: any): Promise<object> {
  const { session = [], challengeAnswer } = event.request;
  const last = session.at(-1);
  const done = last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult;
  const answers: Readonly<Record<string, object>> = {
    Define: {
      challengeName: last?.challengeName === 'SRP_A' ? 'PASSWORD_VERIFIER' : 'CUSTOM_CHALLENGE',
      issueTokens: done,
      failAuthentication: false,
    },
    Create: { publicChallengeParameters: { hint: 'six times \u001b seven' }, privateChallengeParameters: { a: '42' } },
    Verify: { answerCorrect: challengeAnswer === '42' },
  };
  const kind = Object.keys(answers).find((name) => event.triggerSource.startsWith(name)) ?? '';
  return { ...event, response: answers[kind] };
}

describe('what was asked for is held against the spec', () => {
  it('and compared without anybody who gives the code', async () => {
    const { signin } = await bench(REQUIRED);
    const { code, err, out } = await signin();
    expect([code, err]).toEqual([0, expect.stringContaining('stopped  at SMS_MFA: nobody answered it')]);
    expect(out).toContain('no findings');
  });

  it('a difference is a finding at its line, in every format', async () => {
    const { signin } = await bench({ ...REQUIRED, spec: 'mfa:\n  mode: required\n  totp: true\n  sms: false\n' });
    const { code, out } = await signin();
    expect([code, out]).toEqual([1, expect.stringContaining('signin/other-challenge')]);
    expect(out).toContain('A sign-in was asked for SMS_MFA; with the spec it is MFA_SETUP.');
    expect(out).toContain(`${FILE}:14:8  mfa.sms`);
    expect(out).not.toContain(USER);
    for (const format of ['json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html'])
      expect((await signin(`--format ${format}`)).out).toContain('signin/other-challenge');
  });

  it('--expect takes its place', async () => {
    const { signin } = await bench(REQUIRED);
    expect((await signin('--expect SMS_MFA')).code).toBe(0);
    const { code, out } = await signin('--expect none --format json');
    expect([code, JSON.parse(out).findings[0].message]).toEqual([
      1,
      'A sign-in was asked for SMS_MFA; --expect says no second factor.',
    ]);
    expect((await signin('--expect sms')).code).toBe(2);
  });

  it('a user whom the spec locks out', async () => {
    const attributes = { phone_number: '+4915112345678' };
    const own = await bench({ ...REQUIRED, spec: FACTORS.replace('[email, phone]', '[phone, email]'), attributes });
    const { code, out } = await own.signin();
    expect([code, out]).toEqual([1, expect.stringContaining('with the spec it is an error: the user is locked out')]);
    const RecoveryMechanisms = [{ Name: 'verified_phone_number', Priority: 1 }];
    own.sandbox.seed(own.poolId, ({ pool }) => Object.assign(pool, { AccountRecoverySetting: { RecoveryMechanisms } }));
    const refused = await own.signin();
    expect([refused.code, refused.out]).toEqual([3, expect.stringContaining('users/locked-out')]);
  });
});

describe('a sign-in that AWS refuses says nothing about the pool', () => {
  it.each<[string, (own: Bench) => unknown, string, string]>([
    ['a wrong password', ({ user }) => user({ password: 'Other-Horse-9' }), 'Incorrect username or password', ''],
    ['a disabled user', ({ user }) => user({ enabled: false }), 'User is disabled', 'Enable the user'],
    [
      'an unconfirmed user',
      ({ user }) => user({ status: 'UNCONFIRMED' }),
      'UserNotConfirmedException',
      'Confirm the user',
    ],
    ['a reset', ({ user }) => user({ status: 'RESET_REQUIRED' }), 'PasswordResetRequired', 'sets a new one first'],
    [
      'a flow that the live client lacks',
      ({ call, clientId }) =>
        call('UpdateUserPoolClient', { ClientId: clientId, ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] }),
      'USER_SRP_AUTH is not enabled for the client',
      'does not allow this flow',
    ],
    [
      'too many calls',
      ({ sandbox }) =>
        sandbox.inject([{ operation: 'InitiateAuth', error: { type: 'TooManyRequestsException', message: 'slow' } }]),
      'TooManyRequestsException: slow',
      'try again',
    ],
    [
      'functions that quote what they should not',
      ({ sandbox }) =>
        sandbox.inject([
          {
            operation: 'InitiateAuth',
            error: {
              type: 'UserLambdaValidationException',
              message: `failed with ${PASSWORD} of AKIAIOSFODNN7EXAMPLE`,
            },
          },
        ]),
      'failed with <redacted> of <redacted>',
      '',
    ],
  ])('%s', async (_name, arrange, words, help) => {
    const own = await bench(REQUIRED);
    await arrange(own);
    const { code, out, err } = await own.signin();
    expect([code, out]).toEqual([3, expect.stringContaining(words)]);
    expect(err).toContain(help);
    expect(out + err).not.toContain(PASSWORD);
  });

  it('an answer that comes too late', async () => {
    let late = 0;
    const own = await bench({ ...REQUIRED, sandbox: { now: () => new Date(Date.now() + late) } });
    const ask = async () => {
      late = 3_600_000;
      return own.sandbox.messages.at(-1)?.code ?? '';
    };
    const { code, err } = await own.signin('', { world: { ask } });
    expect([code, err]).toEqual([3, expect.stringContaining('authSessionMinutes')]);
  });
});

describe('a client', () => {
  it('with a secret proves that it knows it', async () => {
    const spec = `${CLIENT}    secret: true\n`;
    const own = await bench({ client: { GenerateSecret: true }, spec });
    expect(await own.signin()).toMatchObject({ code: 2, err: expect.stringContaining('Set POOLWARD_CLIENT_SECRET') });
    const secret = own.sandbox.peek(own.poolId).clients.get(own.clientId)?.secrets[0]?.value ?? '';
    const env = { POOLWARD_CLIENT_SECRET: secret };
    const ran = await own.signin('', { env });
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('signed in')]);
    expect(ran.out + ran.err).not.toContain(secret);
    const wrong = await own.signin('', { env: { POOLWARD_CLIENT_SECRET: 'wrong' } });
    expect([wrong.code, wrong.out]).toEqual([3, expect.stringContaining('Unable to verify secret hash')]);
    const admin = await own.signin('--admin --flow password', { env });
    expect([admin.code, admin.err]).toEqual([0, expect.stringContaining('(password, as administrator)')]);
    expect(own.sandbox.requests.some(({ operation }) => operation === 'AdminInitiateAuth')).toBe(true);
  });

  it.each([
    ['--client app', 'The spec has no client app.', 'It has web.'],
    ['--flow password', 'does not let the client web sign in by password', 'Add password to clients.web.authFlows'],
    ['--admin --flow password', 'sign in by adminPassword', 'Add adminPassword'],
    ['--first-factor smsOtp', 'sign in by choice', 'Add choice'],
    ['--flow srp --first-factor smsOtp', '--first-factor goes with --flow choice', ''],
  ])('%s is refused before anything is sent', async (words, message, help) => {
    const own = await bench({ spec: 'clients:\n  web:\n    name: web\n' });
    const { code, err } = await own.signin(words);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(err).toContain(help);
    expect(own.sandbox.requests.some(({ operation }) => operation.endsWith('InitiateAuth'))).toBe(false);
  });

  it('that is not deployed', async () => {
    const { signin } = await bench({ spec: 'clients:\n  other:\n    name: other\n' });
    expect(await signin()).toMatchObject({ code: 2, err: expect.stringContaining('no such client: clients.other') });
  });
});

it('sends with credentials what `iam --for signin` allows, and no more', async () => {
  const own = await bench(REQUIRED);
  const before = own.sandbox.requests.length;
  expect((await own.signin()).code).toBe(0);
  const unsigned = ['InitiateAuth', 'RespondToAuthChallenge', 'RevokeToken'];
  const sent = own.sandbox.requests.slice(before).map(({ operation }) => operation);
  const signed = [...new Set(sent)].filter((operation) => !unsigned.includes(operation));
  const { Statement } = policyFor([{ spec: MINIMAL, poolId: own.poolId }], ['signin']);
  const allowed = Statement.flatMap(({ Action }) => Action.map((one) => one.split(':')[1]));
  expect(signed.sort()).toEqual(allowed.filter((one) => one !== 'GetProvisionedLimit').sort());
});

describe('without credentials', () => {
  it('the outputs of the deploy and --expect are enough', async () => {
    const own = await bench(REQUIRED);
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, undefined);
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
    vi.stubEnv('AWS_CONFIG_FILE', '/nowhere');
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere');
    const outputs = { 'state.json': JSON.stringify(outputsOf(own)) };
    const run = (words: string) => own.signin(`--state state.json ${words}`, { files: outputs });
    expect(await run('--expect SMS_MFA')).toMatchObject({ code: 0, err: expect.stringContaining('asks     SMS_MFA') });
    const blind = await run('');
    expect([blind.code, blind.out]).toEqual([3, expect.stringContaining('say it with --expect')]);
    expect(own.sandbox.requests.some(({ operation }) => operation === 'ListUsers')).toBe(false);
  });

  it('a user who is not there is told before anything is sent', async () => {
    const own = await bench({});
    own.sandbox.seed(own.poolId, ({ users }) => void users.delete(USER));
    const { code, err } = await own.signin();
    expect([code, err]).toEqual([2, expect.stringContaining(`has no user ${USER}`)]);
    expect(own.sandbox.requests.some(({ operation }) => operation === 'InitiateAuth')).toBe(false);
  });

  it('a pool of another Region is not asked', async () => {
    const own = await bench({});
    const outputs = JSON.stringify({ acme: { userPoolId: 'eu-west-1_AbCdEfGhI', clientIds: { web: own.clientId } } });
    const files = { 'state.json': outputs };
    const ran = await own.signin('--state state.json', {
      files,
      spec: (yaml) => yaml.replace(/ {2}userPoolId.*\n/, ''),
    });
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('eu-west-1_AbCdEfGhI is a pool of eu-west-1')]);
  });

  it('no password, no sign-in', async () => {
    const own = await bench({});
    const { code, err } = await own.signin('', { env: { POOLWARD_PASSWORD: '' } });
    expect([code, err]).toEqual([2, expect.stringContaining('set POOLWARD_PASSWORD')]);
    const typed = await own.signin('', { env: { POOLWARD_PASSWORD: '' }, typed: [PASSWORD] });
    expect([typed.code, typed.asked]).toEqual([0, ['Password: ']]);
  });

  it('a secret of an app that is none is not repeated', async () => {
    const { code, err } = await (await bench({})).signin('', { env: { POOLWARD_TOTP_SECRET: 'not-base32!' } });
    expect([code, err]).toEqual([2, expect.stringContaining('POOLWARD_TOTP_SECRET is no secret')]);
    expect(err).not.toContain('not-base32!');
  });
});

function outputsOf({ poolId, clientId }: Bench) {
  return { acme: { userPoolId: poolId, clientIds: { web: clientId } } };
}
