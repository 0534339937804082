import { createSrpSession, signSrpSession, wrapAuthChallenge, wrapInitiateAuth } from 'cognito-srp-helper';
import { describe, expect, it } from 'vitest';
import { appCode, functions, PASSWORD, type SignIn, signIn } from './signing-in.js';
import { developer, lambda, sms, totp } from './support.js';

const both = { email: 'ann@example.com', phone_number: '+15550123456' };
const isSignedIn = (answer: any) =>
  expect(answer.AuthenticationResult).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 });
const claims = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
const phoneFirst = {
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Name: 'verified_phone_number', Priority: 1 },
      { Name: 'verified_email', Priority: 2 },
    ],
  },
};
const mails = { EmailMfaConfiguration: { Message: 'Mail code {####}', Subject: 'Your code' } };
const texts = { SmsMfaConfiguration: { SmsAuthenticationMessage: 'Text code {####}', SmsConfiguration: sms } };
const mfaOf = (MfaConfiguration: string, ...factors: object[]) => Object.assign({ MfaConfiguration }, ...factors);

describe('a password', () => {
  it('signs in by every flow', async () => {
    const s = await signIn({ user: { attributes: both } });
    isSignedIn(await s.password());
    isSignedIn(await s.srp());
    const admin = { ClientId: s.clientId, AuthParameters: { USERNAME: 'ann', PASSWORD } };
    isSignedIn(await s.call('AdminInitiateAuth', { ...admin, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' }));
    isSignedIn(await s.call('AdminInitiateAuth', { ...admin, AuthFlow: 'ADMIN_NO_SRP_AUTH' }));
    isSignedIn(await s.initiate('USER_AUTH', { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD }));
  });

  it('signs in a client that has a secret', async () => {
    const s = await signIn({ client: { GenerateSecret: true } });
    isSignedIn(await s.password());
    isSignedIn(await s.srp());
    const plain = { ClientId: s.clientId, AuthFlow: 'USER_PASSWORD_AUTH' };
    const without = s.call('InitiateAuth', { ...plain, AuthParameters: { USERNAME: 'ann', PASSWORD } });
    expect(await s.words(without)).toBe(
      `NotAuthorizedException: Client ${s.clientId} is configured with secret but SECRET_HASH was not received`,
    );
    const wrong = s.initiate('USER_PASSWORD_AUTH', { PASSWORD, SECRET_HASH: 'bm8=' });
    expect(await s.words(wrong)).toBe(`NotAuthorizedException: Unable to verify secret hash for client ${s.clientId}`);
  });

  it('signs in by e-mail, in whatever case', async () => {
    const s = await signIn({
      pool: { UsernameAttributes: ['email'], UsernameConfiguration: { CaseSensitive: false } },
      user: { username: 'a7c5e1d2-0000-4000-8000-000000000000', attributes: both },
    });
    isSignedIn(await s.srp(PASSWORD, 'a7c5e1d2-0000-4000-8000-000000000000'));
    isSignedIn(await s.initiate('USER_PASSWORD_AUTH', { USERNAME: 'Ann@Example.com', PASSWORD }));
  });

  it.each(['password', 'srp'] as const)('that is wrong is refused (%s), and soon not looked at', async (flow) => {
    let now = Date.parse('2026-01-01T00:00:00Z');
    const s = await signIn({ options: { now: () => new Date(now) } });
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await s.words(s[flow]('Wrong1!xx'))).toBe('NotAuthorizedException: Incorrect username or password.');
    }
    expect(await s.words(s[flow]())).toBe('NotAuthorizedException: Password attempts exceeded');
    now += 1000;
    isSignedIn(await s[flow]());
  });

  it.each([
    ['LEGACY', 'UserNotFoundException: User does not exist.'],
    ['ENABLED', 'NotAuthorizedException: Incorrect username or password.'],
  ])('of nobody is refused (PreventUserExistenceErrors %s)', async (PreventUserExistenceErrors, words) => {
    const s = await signIn({ client: { PreventUserExistenceErrors } });
    expect(await s.words(s.initiate('USER_PASSWORD_AUTH', { USERNAME: 'nobody', PASSWORD }))).toBe(words);
    expect(await s.words(s.srp(PASSWORD, 'nobody'))).toBe(words);
  });

  it.each([
    ['UNCONFIRMED', 'UserNotConfirmedException: User is not confirmed.'],
    ['RESET_REQUIRED', 'PasswordResetRequiredException: Password reset required for the user'],
  ] as const)('does not help a user who is %s', async (status, words) => {
    const s = await signIn({ user: { status } });
    expect(await s.words(s.password())).toBe(words);
    expect(await s.words(s.srp())).toBe(words);
  });

  it('does not help a user who is disabled', async () => {
    const s = await signIn({ user: { enabled: false } });
    expect(await s.words(s.password())).toBe('NotAuthorizedException: User is disabled.');
  });

  it('that is temporary must be changed, with the attributes that are missing', async () => {
    const s = await signIn({
      pool: { Schema: [{ Name: 'name', Required: true }] },
      user: { status: 'FORCE_CHANGE_PASSWORD', attributes: { email: 'ann@example.com' } },
    });
    const asked = await s.srp();
    expect(asked).toMatchObject({
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ChallengeParameters: {
        USER_ID_FOR_SRP: 'ann',
        requiredAttributes: '["userAttributes.name"]',
        userAttributes: '{"email":"ann@example.com"}',
      },
    });
    expect(await s.words(s.answer(asked, { NEW_PASSWORD: 'short', 'userAttributes.name': 'Ann' }))).toMatch(
      /^InvalidPasswordException: /,
    );
    isSignedIn(await s.answer(asked, { NEW_PASSWORD: 'Newpass1!', 'userAttributes.name': 'Ann' }));
    expect((await s.call('AdminGetUser', { Username: 'ann' })).UserStatus).toBe('CONFIRMED');
    isSignedIn(await s.srp('Newpass1!'));
  });

  it('that is temporary expires', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z');
    const s = await signIn({ user: { status: 'FORCE_CHANGE_PASSWORD' }, options: { now: () => new Date(now) } });
    now += 8 * 86_400_000;
    expect(await s.words(s.password())).toBe(
      'NotAuthorizedException: Temporary password has expired and must be reset by an administrator.',
    );
  });
});

describe('a flow', () => {
  const off = { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] };
  it.each([
    ['InitiateAuth', 'USER_SRP_AUTH', 'InvalidParameterException: USER_SRP_AUTH is not enabled for the client.'],
    ['InitiateAuth', 'CUSTOM_AUTH', 'InvalidParameterException: CUSTOM_AUTH is not enabled for the client.'],
    ['InitiateAuth', 'USER_AUTH', 'InvalidParameterException: USER_AUTH is not enabled for the client.'],
    [
      'InitiateAuth',
      'USER_PASSWORD_AUTH',
      'InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client',
    ],
    ['InitiateAuth', 'ADMIN_USER_PASSWORD_AUTH', 'InvalidParameterException: Initiate Auth method not supported.'],
    ['AdminInitiateAuth', 'USER_PASSWORD_AUTH', 'InvalidParameterException: Initiate Auth method not supported.'],
    [
      'AdminInitiateAuth',
      'ADMIN_USER_PASSWORD_AUTH',
      'InvalidParameterException: Auth flow not enabled for this client',
    ],
  ])('that the client does not allow is refused: %s %s', async (operation, AuthFlow, words) => {
    const s = await signIn({ client: off });
    const AuthParameters = { USERNAME: 'ann', PASSWORD };
    expect(await s.words(s.call(operation, { ClientId: s.clientId, AuthFlow, AuthParameters }))).toBe(words);
  });

  it('of a client that says nothing is SRP, custom or refreshing', async () => {
    const s = await signIn({ client: { ExplicitAuthFlows: undefined } });
    isSignedIn(await s.srp());
    expect(await s.words(s.password())).toContain('USER_PASSWORD_AUTH flow not enabled');
  });

  it('needs its parameters, and a client that exists', async () => {
    const s = await signIn();
    expect(await s.words(s.initiate('USER_PASSWORD_AUTH'))).toBe(
      'InvalidParameterException: Missing required parameter PASSWORD',
    );
    const nobody = s.call('InitiateAuth', { ClientId: 'nosuch', AuthFlow: 'USER_SRP_AUTH' });
    expect(await s.words(nobody)).toBe('ResourceNotFoundException: User pool client nosuch does not exist.');
  });
});

describe('a second factor', () => {
  const secret = 'JBSWY3DPEHPK3PXP';
  const prefer = (factor: string) => ({ settings: [factor], preferred: factor });
  const pool = { EmailConfiguration: developer, ...phoneFirst };

  it('comes as a text message', async () => {
    const s = await signIn({ mfa: mfaOf('OPTIONAL', texts), user: { attributes: both, ...prefer('SMS_MFA') } });
    const asked = await s.srp();
    expect(asked).toMatchObject({
      ChallengeName: 'SMS_MFA',
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
        CODE_DELIVERY_DESTINATION: '+*******3456',
        USER_ID_FOR_SRP: 'ann',
      },
    });
    expect(s.sandbox.messages).toEqual([
      {
        medium: 'SMS',
        to: '+15550123456',
        purpose: 'mfa',
        code: expect.stringMatching(/^\d{6}$/),
        text: `Text code ${s.code()}`,
        userName: 'ann',
        poolId: s.poolId,
        at: expect.any(Date),
      },
    ]);
    isSignedIn(await s.answer(asked, { SMS_MFA_CODE: s.code() }));
    const { UserAttributes } = await s.call('AdminGetUser', { Username: 'ann' });
    expect(UserAttributes).toContainEqual({ Name: 'phone_number_verified', Value: 'true' });
  });

  it('comes as a mail', async () => {
    const s = await signIn({ pool, mfa: mfaOf('OPTIONAL', mails), user: { attributes: both, ...prefer('EMAIL_OTP') } });
    const asked = await s.password();
    expect(asked).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL', CODE_DELIVERY_DESTINATION: 'a***@e***' },
    });
    expect(s.sandbox.messages.at(-1)).toMatchObject({
      to: both.email,
      subject: 'Your code',
      text: `Mail code ${s.code()}`,
    });
    isSignedIn(await s.answer(asked, { EMAIL_OTP_CODE: s.code() }));
  });

  it('comes from an app, whose codes are good once', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z');
    const user = { totpSecret: secret, ...prefer('SOFTWARE_TOKEN_MFA') };
    const s = await signIn({ mfa: mfaOf('OPTIONAL', totp), user, options: { now: () => new Date(now) } });
    const code = appCode(secret, now);
    isSignedIn(await s.answer(await s.srp(), { SOFTWARE_TOKEN_MFA_CODE: code }));
    const again = s.answer(await s.srp(), { SOFTWARE_TOKEN_MFA_CODE: code });
    expect(await s.words(again)).toBe('ExpiredCodeException: Your software token has already been used once.');
    now += 60_000;
    const old = s.answer(await s.srp(), { SOFTWARE_TOKEN_MFA_CODE: code });
    expect(await s.words(old)).toBe('CodeMismatchException: Invalid code received for user');
    isSignedIn(await s.answer(await s.srp(), { SOFTWARE_TOKEN_MFA_CODE: appCode(secret, now + 30_000) }));
  });

  it('is chosen by a user with several and no preference', async () => {
    const user = { attributes: both, totpSecret: secret, settings: ['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'] };
    const s = await signIn({ pool, mfa: mfaOf('OPTIONAL', texts, mails, totp), user });
    const asked = await s.password();
    expect(asked.ChallengeName).toBe('SELECT_MFA_TYPE');
    expect(JSON.parse(asked.ChallengeParameters.MFAS_CAN_CHOOSE)).toEqual(user.settings);
    const sent = await s.answer(asked, { ANSWER: 'EMAIL_MFA' });
    expect(sent.ChallengeName).toBe('EMAIL_OTP');
    isSignedIn(await s.answer(sent, { EMAIL_OTP_CODE: s.code() }));
    const chosen = await s.answer(await s.password(), { ANSWER: 'SOFTWARE_TOKEN_MFA' });
    isSignedIn(await s.answer(chosen, { SOFTWARE_TOKEN_MFA_CODE: appCode(secret) }));
    expect(await s.words(s.password().then((a) => s.answer(a, { ANSWER: 'WEB_AUTHN' })))).toMatch(/^InvalidParameter/);
  });

  it('is an app that is set up with the session', async () => {
    const s = await signIn({ mfa: mfaOf('ON', totp) });
    const asked = await s.srp();
    expect(asked).toMatchObject({
      ChallengeName: 'MFA_SETUP',
      ChallengeParameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
    });
    const { SecretCode, Session } = await s.call('AssociateSoftwareToken', { Session: asked.Session });
    expect(SecretCode).toMatch(/^[A-Z2-7]{52}$/);
    const wrong = s.call('VerifySoftwareToken', { Session, UserCode: '000000' });
    expect(await s.words(wrong)).toBe('EnableSoftwareTokenMFAException: Code mismatch');
    const early = s.answer({ ChallengeName: 'MFA_SETUP', Session });
    expect(await s.words(early)).toBe('NotAuthorizedException: Invalid session for the user.');
    const verified = await s.call('VerifySoftwareToken', { Session, UserCode: appCode(SecretCode) });
    expect(verified.Status).toBe('SUCCESS');
    isSignedIn(await s.answer({ ChallengeName: 'MFA_SETUP', Session: verified.Session }));
    expect((await s.srp()).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  });

  it('is a mail to an address that is set up', async () => {
    const s = await signIn({ pool, mfa: mfaOf('ON', texts, mails) });
    const asked = await s.srp();
    expect(asked.ChallengeParameters.MFAS_CAN_SETUP).toBe('["EMAIL_OTP"]');
    const sent = await s.answer(asked, { email: 'new@example.com' });
    expect(sent.ChallengeName).toBe('EMAIL_OTP');
    expect(s.sandbox.messages.at(-1)?.to).toBe('new@example.com');
    isSignedIn(await s.answer(sent, { EMAIL_OTP_CODE: s.code() }));
  });
});

describe('a session', () => {
  const stage = (now?: () => Date) =>
    signIn({
      mfa: mfaOf('OPTIONAL', texts),
      user: { attributes: both, settings: ['SMS_MFA'], preferred: 'SMS_MFA' },
      client: { AuthSessionValidity: 5 },
      ...(now && { options: { now } }),
    });
  const wrong = { SMS_MFA_CODE: 'wrong' };

  it('is good for one right answer', async () => {
    const s = await stage();
    const asked = await s.password();
    const right = { SMS_MFA_CODE: s.code() };
    isSignedIn(await s.answer(asked, right));
    expect(await s.words(s.answer(asked, right))).toBe(
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
    );
  });

  it('survives two wrong answers', async () => {
    const s = await stage();
    const asked = await s.password();
    const right = { SMS_MFA_CODE: s.code() };
    const mismatch = 'CodeMismatchException: Invalid code or auth state for the user.';
    expect(await s.words(s.answer(asked, wrong))).toBe(mismatch);
    expect(await s.words(s.answer(asked, wrong))).toBe(mismatch);
    expect(await s.words(s.answer(asked, wrong))).toBe('NotAuthorizedException: Invalid session for the user.');
    expect(await s.words(s.answer(asked, right))).toMatch(/^NotAuthorizedException/);
  });

  it('expires when the client says', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z');
    const s = await stage(() => new Date(now));
    const [early, late] = [await s.password(), await s.password()];
    now += 5 * 60_000 - 1;
    expect(await s.words(s.answer(early, wrong))).toMatch(/^CodeMismatch/);
    now += 1;
    expect(await s.words(s.answer(late, wrong))).toBe(
      'NotAuthorizedException: Invalid session for the user, session is expired.',
    );
  });

  it('belongs to its challenge, its user and its client', async () => {
    const s = await stage();
    s.sandbox.seedUsers(s.poolId, [{ username: 'bob', password: PASSWORD }]);
    const invalid = 'NotAuthorizedException: Invalid session for the user.';
    const asked = await s.password();
    const right = { SMS_MFA_CODE: s.code() };
    expect(await s.words(s.answer({ ...asked, ChallengeName: 'SMS_OTP' }, { SMS_OTP_CODE: s.code() }))).toBe(invalid);
    expect(await s.words(s.answer(asked, { ...right, USERNAME: 'bob' }))).toBe(invalid);
    expect(await s.words(s.answer({ ...asked, Session: 'x'.repeat(40) }, right))).toBe(invalid);
    const other = await s.call('CreateUserPoolClient', { ClientName: 'other' });
    expect(await s.words(s.answer(asked, right, { ClientId: other.UserPoolClient.ClientId }))).toBe(invalid);
    isSignedIn(await s.answer(asked, right));
  });

  it('is spent by the first of two answers at once', async () => {
    const s = await stage();
    const asked = await s.password();
    const right = { SMS_MFA_CODE: s.code() };
    const answers = await Promise.all([s.words(s.answer(asked, right)), s.words(s.answer(asked, right))]);
    expect(answers.filter((words) => words === 'not refused')).toHaveLength(1);
  });
});

describe('choice-based sign-in', () => {
  const pool = {
    EmailConfiguration: developer,
    SmsConfiguration: sms,
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'] } },
  };
  const attributes = { ...both, email_verified: 'true' };

  it('offers what the pool allows and the user can do', async () => {
    const s = await signIn({ pool, user: { attributes } });
    const asked = await s.initiate('USER_AUTH');
    expect(asked).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: ['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP'],
    });
    const sent = await s.answer(asked, { ANSWER: 'EMAIL_OTP' });
    expect(sent.ChallengeName).toBe('EMAIL_OTP');
    isSignedIn(await s.answer(sent, { EMAIL_OTP_CODE: s.code() }));
    isSignedIn(await s.answer(await s.initiate('USER_AUTH'), { ANSWER: 'PASSWORD', PASSWORD }));
    const password = await s.initiate('USER_AUTH', { PREFERRED_CHALLENGE: 'PASSWORD' });
    expect(password.ChallengeName).toBe('PASSWORD');
    isSignedIn(await s.answer(password, { PASSWORD }));
  });

  it('takes a code by SMS from a user without a password', async () => {
    const s = await signIn({ pool, user: { attributes: { ...both, phone_number_verified: 'true' } } });
    s.sandbox.seed(s.poolId, ({ users }) => delete users.get('ann')?.password);
    expect((await s.initiate('USER_AUTH')).AvailableChallenges).toEqual(['SMS_OTP']);
    const sent = await s.initiate('USER_AUTH', { PREFERRED_CHALLENGE: 'SMS_OTP' });
    isSignedIn(await s.answer(sent, { SMS_OTP_CODE: s.code() }));
  });

  it('speaks SRP', async () => {
    const s = await signIn();
    const srp = createSrpSession('ann', PASSWORD, s.poolId, false);
    const asked = await s.initiate('USER_AUTH', { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: srp.largeA });
    expect(asked).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER', Session: expect.any(String) });
    const request = { ClientId: s.clientId, ChallengeName: asked.ChallengeName, Session: asked.Session };
    const signed = wrapAuthChallenge(signSrpSession(srp, asked), {
      ...request,
      ChallengeResponses: { USERNAME: 'ann' },
    });
    isSignedIn(await s.call('RespondToAuthChallenge', signed));
  });

  it('offers only the password where a second factor is to follow', async () => {
    const user = { attributes, settings: ['SMS_MFA'], preferred: 'SMS_MFA' };
    const s = await signIn({ pool, mfa: mfaOf('OPTIONAL', texts), user });
    expect((await s.initiate('USER_AUTH')).AvailableChallenges).toEqual(['PASSWORD', 'PASSWORD_SRP']);
  });
});

describe('custom challenges', () => {
  const LambdaConfig = {
    DefineAuthChallenge: lambda('define'),
    CreateAuthChallenge: lambda('create'),
    VerifyAuthChallengeResponse: lambda('verify'),
  };
  const asking = {
    create: ({ response }: any) => {
      response.publicChallengeParameters = { hint: 'capital of France' };
      response.privateChallengeParameters = { answer: 'Paris' };
      response.challengeMetadata = 'capital';
    },
    verify: ({ request, response }: any) => {
      response.answerCorrect = request.challengeAnswer === request.privateChallengeParameters.answer;
    },
  };
  const defineBy = (decide: (session: any[]) => object) => (event: any) => {
    Object.assign(event.response, decide(event.request.session));
  };
  const ask = { challengeName: 'CUSTOM_CHALLENGE' };

  it('are asked until the functions issue tokens', async () => {
    const invoke = functions({
      ...asking,
      define: defineBy((session) =>
        session.at(-1)?.challengeResult ? { issueTokens: true } : { ...ask, failAuthentication: session.length > 2 },
      ),
    });
    const s = await signIn({ pool: { LambdaConfig }, options: { invoke } });
    const asked = await s.initiate('CUSTOM_AUTH', {}, { ClientMetadata: { from: 'start' } });
    expect(asked).toMatchObject({
      ChallengeName: 'CUSTOM_CHALLENGE',
      ChallengeParameters: { USERNAME: 'ann', hint: 'capital of France' },
    });
    const again = await s.answer(asked, { ANSWER: 'Lyon' });
    expect(again.ChallengeName).toBe('CUSTOM_CHALLENGE');
    expect(await s.words(s.answer(asked, { ANSWER: 'Paris' }))).toContain('session can only be used once');
    isSignedIn(await s.answer(again, { ANSWER: 'Paris' }, { ClientMetadata: { from: 'answer' } }));
    expect(invoke.events.map(({ triggerSource }) => triggerSource.split('_')[0])).toEqual(
      ['Define', 'Create', 'Verify', 'Define', 'Create', 'Verify', 'Define'].map((name) =>
        name === 'Verify' ? 'VerifyAuthChallengeResponse' : `${name}AuthChallenge`,
      ),
    );
    expect(invoke.events[0]).toEqual({
      version: '1',
      region: 'us-east-1',
      userPoolId: s.poolId,
      userName: 'ann',
      callerContext: { awsSdkVersion: expect.any(String), clientId: s.clientId },
      triggerSource: 'DefineAuthChallenge_Authentication',
      request: {
        userAttributes: { sub: expect.any(String), 'cognito:user_status': 'CONFIRMED' },
        session: [],
      },
      response: { challengeName: 'CUSTOM_CHALLENGE', issueTokens: null, failAuthentication: false },
    });
    const wrong = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata: 'capital' };
    expect(invoke.events.at(-1).request).toMatchObject({
      session: [wrong, { ...wrong, challengeResult: true }],
      clientMetadata: { from: 'answer' },
    });
  });

  it('follow the password when the client begins with SRP', async () => {
    const invoke = functions({
      ...asking,
      define: defineBy((session) => {
        const last = session.at(-1);
        if (last?.challengeName === 'SRP_A') return { challengeName: 'PASSWORD_VERIFIER' };
        return last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult ? { issueTokens: true } : ask;
      }),
    });
    const s = await signIn({ pool: { LambdaConfig }, options: { invoke } });
    const sign = async (password: string) => {
      const srp = createSrpSession('ann', password, s.poolId, false);
      const request = { ClientId: s.clientId, AuthFlow: 'CUSTOM_AUTH' as const };
      const begun = { ...request, AuthParameters: { CHALLENGE_NAME: 'SRP_A', USERNAME: 'ann' } };
      const asked = await s.call('InitiateAuth', wrapInitiateAuth(srp, begun));
      const answer = { ClientId: s.clientId, ChallengeName: asked.ChallengeName, Session: asked.Session };
      const signed = { ...answer, ChallengeResponses: { USERNAME: 'ann' } };
      return s.call('RespondToAuthChallenge', wrapAuthChallenge(signSrpSession(srp, asked), signed));
    };
    const asked = await sign(PASSWORD);
    expect(asked.ChallengeName).toBe('CUSTOM_CHALLENGE');
    isSignedIn(await s.answer(asked, { ANSWER: 'Paris' }));
    expect(await s.words(sign('Wrong1!xx'))).toBe('NotAuthorizedException: Incorrect username or password.');
    const last = invoke.events.filter(({ triggerSource }) => triggerSource.startsWith('Define')).at(-2);
    expect(last.request.session.map((one: any) => one.challengeName)).toEqual([
      'SRP_A',
      'PASSWORD_VERIFIER',
      'CUSTOM_CHALLENGE',
    ]);
  });

  it.each([
    [
      'fails',
      { define: defineBy(() => ({ failAuthentication: true })) },
      'NotAuthorizedException: Incorrect username or password.',
    ],
    [
      'throws',
      {
        define: () => {
          throw new Error('no luck');
        },
      },
      'UserLambdaValidationException: DefineAuthChallenge failed with error no luck.',
    ],
    [
      'answers nonsense',
      { define: () => ({ answer: 1 }) },
      'InvalidLambdaResponseException: Unrecognizable lambda output',
    ],
    ['decides nothing', { define: () => undefined }, 'InvalidLambdaResponseException: Unrecognizable lambda output'],
  ])('end when a function %s', async (_what, by, words) => {
    const s = await signIn({ pool: { LambdaConfig }, options: { invoke: functions(by) } });
    expect(await s.words(s.initiate('CUSTOM_AUTH'))).toBe(words);
  });

  it('need functions, and the permission to invoke them', async () => {
    const bare = await signIn();
    expect(await bare.words(bare.initiate('CUSTOM_AUTH'))).toBe(
      'InvalidParameterException: Custom auth lambda trigger is not configured for the user pool.',
    );
    const forbidden = await signIn({ pool: { LambdaConfig } });
    expect(await forbidden.words(forbidden.initiate('CUSTOM_AUTH'))).toBe(
      'UnexpectedLambdaException: DefineAuthChallenge invocation failed due to error AccessDeniedException.',
    );
  });

  it('ask who does not exist as well, where the client is not to know', async () => {
    const invoke = functions({ ...asking, define: defineBy(() => ask) });
    const client = { PreventUserExistenceErrors: 'ENABLED' };
    const s = await signIn({ pool: { LambdaConfig }, client, options: { invoke } });
    expect((await s.initiate('CUSTOM_AUTH', { USERNAME: 'nobody' })).ChallengeName).toBe('CUSTOM_CHALLENGE');
    expect(invoke.events[0]).toMatchObject({ userName: 'nobody', request: { userAttributes: {}, userNotFound: true } });
  });
});

describe('functions around a sign-in', () => {
  const LambdaConfig = { PreAuthentication: lambda('before'), PostAuthentication: lambda('after') };

  it('hear of it before and after', async () => {
    const invoke = functions({});
    const s = await signIn({ pool: { LambdaConfig }, options: { invoke } });
    isSignedIn(await s.initiate('USER_PASSWORD_AUTH', { PASSWORD }, { ClientMetadata: { page: 'home' } }));
    expect(invoke.events).toMatchObject([
      { triggerSource: 'PreAuthentication_Authentication', request: { validationData: { page: 'home' } } },
      { triggerSource: 'PostAuthentication_Authentication', request: { newDeviceUsed: false } },
    ]);
  });

  it('can forbid it', async () => {
    const invoke = functions({
      before: () => {
        throw new Error('Not today');
      },
    });
    const s = await signIn({ pool: { LambdaConfig }, options: { invoke } });
    expect(await s.words(s.srp())).toBe(
      'UserLambdaValidationException: PreAuthentication failed with error Not today.',
    );
  });
});

describe('tokens', () => {
  it('say who the user is, what he may and how long', async () => {
    const client = { AccessTokenValidity: 10, TokenValidityUnits: { AccessToken: 'minutes' } };
    const attributes = { ...both, email_verified: 'true' };
    const s = await signIn({ client, user: { attributes, groups: ['staff', 'admins'] } });
    for (const [GroupName, Precedence] of [
      ['staff', 5],
      ['admins', 1],
    ] as const) {
      await s.call('CreateGroup', { GroupName, Precedence });
    }
    const { AccessToken, IdToken, ExpiresIn } = (await s.srp()).AuthenticationResult;
    expect(ExpiresIn).toBe(600);
    const common = {
      iss: `https://cognito-idp.us-east-1.amazonaws.com/${s.poolId}`,
      'cognito:groups': ['admins', 'staff'],
      sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
    };
    const access = claims(AccessToken);
    expect(access).toMatchObject({
      ...common,
      token_use: 'access',
      client_id: s.clientId,
      username: 'ann',
      scope: 'aws.cognito.signin.user.admin',
    });
    expect(access.exp - access.iat).toBe(600);
    expect(claims(IdToken)).toMatchObject({
      ...common,
      token_use: 'id',
      aud: s.clientId,
      'cognito:username': 'ann',
      email: 'ann@example.com',
      email_verified: true,
    });
  });

  it('are signed with the key that the pool publishes', async () => {
    const s = await signIn();
    const [head = '', body = '', signature = ''] = (await s.srp()).AuthenticationResult.AccessToken.split('.');
    const answer = await fetch(`${s.sandbox.url}/${s.poolId}/.well-known/jwks.json`);
    const { keys } = (await answer.json()) as { keys: any[] };
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString());
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const jwk = keys.find((one) => one.kid === kid);
    const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify']);
    const signed = new TextEncoder().encode(`${head}.${body}`);
    expect(await crypto.subtle.verify(algorithm, key, Buffer.from(signature, 'base64url'), signed)).toBe(true);
    expect((await fetch(`${s.sandbox.url}/us-east-1_nosuch/.well-known/jwks.json`)).status).toBe(404);
  });

  const refresh = (s: SignIn, REFRESH_TOKEN: string) => s.initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN });

  it('are refreshed until the refresh token expires', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z');
    const s = await signIn({ client: { RefreshTokenValidity: 2 }, options: { now: () => new Date(now) } });
    const { RefreshToken } = (await s.srp()).AuthenticationResult;
    now += 47 * 3_600_000;
    const fresh = (await refresh(s, RefreshToken)).AuthenticationResult;
    expect(fresh).toMatchObject({ AccessToken: expect.any(String), IdToken: expect.any(String) });
    expect(fresh).not.toHaveProperty('RefreshToken');
    now += 3_600_000;
    expect(await s.words(refresh(s, RefreshToken))).toBe('NotAuthorizedException: Refresh Token has expired');
    expect(await s.words(refresh(s, 'nonsense'))).toBe('NotAuthorizedException: Invalid Refresh Token');
  });
});
