import { describe, expect, it } from 'vitest';
import { functions, PASSWORD, type SignIn, signIn } from './signing-in.js';
import { lambda } from './support.js';

const mail = [{ Name: 'email', Value: 'bob@example.com' }];
const phone = { Name: 'phone_number', Value: '+15550199' };
const signUp = (s: SignIn, more: object = {}) =>
  s.call('SignUp', { ClientId: s.clientId, Username: 'bob', Password: PASSWORD, UserAttributes: mail, ...more });
const confirm = (s: SignIn, ConfirmationCode: string, more: object = {}) =>
  s.call('ConfirmSignUp', { ClientId: s.clientId, Username: 'bob', ConfirmationCode, ...more });
const bob = (s: SignIn) => s.call('AdminGetUser', { Username: 'bob' });
const asBob = (s: SignIn) => s.initiate('USER_PASSWORD_AUTH', { USERNAME: 'bob', PASSWORD });
const verifying = { AutoVerifiedAttributes: ['email'] };

describe('a sign-up', () => {
  it('is confirmed with the code that was mailed', async () => {
    const template = { EmailMessage: 'Hello, {####}!', EmailSubject: 'Confirm' };
    const s = await signIn({ pool: { ...verifying, VerificationMessageTemplate: template } });
    expect(await signUp(s)).toEqual({
      UserConfirmed: false,
      UserSub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      CodeDeliveryDetails: { Destination: 'b***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
    });
    expect(s.sandbox.messages).toMatchObject([{ purpose: 'signUp', subject: 'Confirm', text: `Hello, ${s.code()}!` }]);
    expect(await s.words(asBob(s))).toBe('UserNotConfirmedException: User is not confirmed.');
    expect(await s.words(confirm(s, 'wrong'))).toMatch(/^CodeMismatchException/);
    await confirm(s, s.code());
    expect((await asBob(s)).AuthenticationResult).toBeDefined();
    const user = await bob(s);
    expect(user.UserStatus).toBe('CONFIRMED');
    expect(user.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' });
    expect(await s.words(confirm(s, s.code()))).toBe(
      'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
    );
  });

  it('gets another code', async () => {
    const s = await signIn({ pool: verifying });
    await signUp(s);
    const first = s.code();
    const resend = () => s.call('ResendConfirmationCode', { ClientId: s.clientId, Username: 'bob' });
    expect((await resend()).CodeDeliveryDetails.DeliveryMedium).toBe('EMAIL');
    expect(await s.words(confirm(s, first))).toMatch(/^CodeMismatchException/);
    await confirm(s, s.code());
    expect(await s.words(resend())).toBe('InvalidParameterException: User is already confirmed.');
  });

  it('with both addresses to verify is confirmed by phone', async () => {
    const s = await signIn({
      pool: {
        AutoVerifiedAttributes: ['email', 'phone_number'],
        SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sns', ExternalId: 'x' },
      },
    });
    const { CodeDeliveryDetails } = await signUp(s, { UserAttributes: [...mail, phone] });
    expect(CodeDeliveryDetails).toEqual({
      Destination: '+****0199',
      DeliveryMedium: 'SMS',
      AttributeName: 'phone_number',
    });
  });

  it('may be confirmed by an administrator', async () => {
    const s = await signIn({ pool: verifying });
    await signUp(s);
    await s.call('AdminConfirmSignUp', { Username: 'bob' });
    expect((await asBob(s)).AuthenticationResult).toBeDefined();
  });

  it('is seen and judged by functions', async () => {
    const invoke = functions({
      before: ({ request, response }) => {
        if (request.validationData.invited !== 'yes') throw new Error('Not invited');
        response.autoConfirmUser = true;
        response.autoVerifyEmail = true;
      },
    });
    const LambdaConfig = { PreSignUp: lambda('before'), PostConfirmation: lambda('after') };
    const s = await signIn({ pool: { ...verifying, LambdaConfig }, options: { invoke } });
    expect(await s.words(signUp(s))).toBe('UserLambdaValidationException: PreSignUp failed with error Not invited.');
    const ValidationData = [{ Name: 'invited', Value: 'yes' }];
    expect(await signUp(s, { ValidationData })).toEqual({ UserConfirmed: true, UserSub: expect.any(String) });
    expect(s.sandbox.messages).toEqual([]);
    expect((await bob(s)).UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' });
    expect(invoke.events.map(({ triggerSource }) => triggerSource)).toEqual([
      'PreSignUp_SignUp',
      'PreSignUp_SignUp',
      'PostConfirmation_ConfirmSignUp',
    ]);
  });

  it.each([
    ['of a taken name', {}, { Username: 'ann' }, 'UsernameExistsException: User already exists'],
    [
      'of a taken address',
      { UsernameAttributes: ['email'] },
      { Username: 'ann@example.com', UserAttributes: [] },
      'UsernameExistsException: An account with the given email already exists.',
    ],
    [
      'where only administrators create users',
      { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } },
      {},
      'NotAuthorizedException: SignUp is not permitted for this user pool',
    ],
    [
      'without a required attribute',
      { Schema: [{ Name: 'name', Required: true }] },
      {},
      'InvalidParameterException: Attributes did not conform to the schema: name: The attribute is required\n',
    ],
    [
      'that verifies itself',
      {},
      { UserAttributes: [{ Name: 'email_verified', Value: 'true' }] },
      'NotAuthorizedException: A client attempted to write unauthorized attribute',
    ],
    ['with a weak password', {}, { Password: 'weak' }, /^InvalidPasswordException/],
    ['with a bad address', {}, { UserAttributes: [{ Name: 'email', Value: 'no' }] }, /Invalid email address format/],
  ])('%s is refused', async (_what, pool, more, words) => {
    const s = await signIn({ pool, user: { attributes: { email: 'ann@example.com' } } });
    const said = await s.words(signUp(s, more));
    if (typeof words === 'string') expect(said).toBe(words);
    else expect(said).toMatch(words);
  });

  it('does not take an alias from another user, unless told to', async () => {
    const attributes = { email: 'bob@example.com', email_verified: 'true' };
    const s = await signIn({ pool: { ...verifying, AliasAttributes: ['email'] }, user: { attributes } });
    await signUp(s);
    expect(await s.words(confirm(s, s.code()))).toBe('AliasExistsException: An account with the email already exists.');
    await confirm(s, s.code(), { ForceAliasCreation: true });
    expect((await s.call('AdminGetUser', { Username: 'bob@example.com' })).Username).toBe('bob');
  });

  it('of nobody is told, or not', async () => {
    const open = await signIn();
    expect(await open.words(confirm(open, '123456'))).toBe(
      'UserNotFoundException: Username/client id combination not found.',
    );
    const closed = await signIn({ client: { PreventUserExistenceErrors: 'ENABLED' } });
    expect(await closed.words(confirm(closed, '123456'))).toBe(
      'ExpiredCodeException: Invalid code provided, please request a code again.',
    );
  });
});
