import { describe, expect, it } from 'vitest';
import { functions, PASSWORD, type SignIn, type Stage, signIn } from './signing-in.js';
import { developer, lambda, sms } from './support.js';

const verified = {
  email: 'ann@example.com',
  email_verified: 'true',
  phone_number: '+15550123456',
  phone_number_verified: 'true',
};
const { email, email_verified } = verified;
const mailOnly = { email, email_verified };
const recover = (...Names: string[]) => ({
  AccountRecoverySetting: { RecoveryMechanisms: Names.map((Name, index) => ({ Name, Priority: index + 1 })) },
});
const noChannel =
  'InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number';

const forgot = (s: SignIn, Username = 'ann') => s.call('ForgotPassword', { ClientId: s.clientId, Username });
const confirm = (s: SignIn, ConfirmationCode: string, Password = 'Newpass1!', Username = 'ann') =>
  s.call('ConfirmForgotPassword', { ClientId: s.clientId, Username, ConfirmationCode, Password });

describe('a forgotten password', () => {
  it('is replaced with the code that was mailed', async () => {
    const s = await signIn({ user: { attributes: verified } });
    expect(await forgot(s)).toEqual({
      CodeDeliveryDetails: { Destination: 'a***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
    });
    expect(s.sandbox.messages).toMatchObject([{ to: email, purpose: 'resetPassword', medium: 'EMAIL' }]);
    expect(await s.words(confirm(s, '000'))).toBe(
      'CodeMismatchException: Invalid verification code provided, please try again.',
    );
    expect(await s.words(confirm(s, s.code(), 'short'))).toMatch(/^InvalidPasswordException/);
    await confirm(s, s.code());
    expect((await s.password('Newpass1!')).AuthenticationResult).toBeDefined();
    expect(await s.words(confirm(s, s.code()))).toBe(
      'ExpiredCodeException: Invalid code provided, please request a code again.',
    );
  });

  it('has a code for an hour', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z');
    const s = await signIn({ user: { attributes: verified }, options: { now: () => new Date(now) } });
    await forgot(s);
    now += 3_600_000;
    expect(await s.words(confirm(s, s.code()))).toMatch(/^ExpiredCodeException/);
  });

  it('is told to the function that the pool has for it, with the sign-in open already', async () => {
    const invoke = functions({
      confirmed: () => {
        throw new Error('policy not applied');
      },
    });
    const pool = { LambdaConfig: { PostConfirmation: lambda('confirmed') } };
    const s = await signIn({ pool, user: { attributes: verified }, options: { invoke } });
    await forgot(s);
    expect(await s.words(confirm(s, s.code()))).toBe(
      'UserLambdaValidationException: PostConfirmation failed with error policy not applied.',
    );
    expect(invoke.events).toMatchObject([
      {
        triggerSource: 'PostConfirmation_ConfirmForgotPassword',
        userName: 'ann',
        userPoolId: s.poolId,
        callerContext: { clientId: s.clientId },
        request: { userAttributes: { email, email_verified: 'true', 'cognito:user_status': 'CONFIRMED' } },
      },
    ]);
    expect((await s.password('Newpass1!')).AuthenticationResult).toBeDefined();
  });

  const smsMfa = { MfaConfiguration: 'OPTIONAL', SmsMfaConfiguration: { SmsConfiguration: sms } };
  const mailMfa = { MfaConfiguration: 'OPTIONAL', EmailMfaConfiguration: {} };
  const both = ['verified_email', 'verified_phone_number'];
  const rows: Record<string, [Stage, string]> = {
    'the first mechanism': [
      { pool: recover('verified_phone_number', 'verified_email'), user: { attributes: verified } },
      'SMS',
    ],
    'the second, without the first address': [
      { pool: recover('verified_phone_number', 'verified_email'), user: { attributes: mailOnly } },
      'EMAIL',
    ],
    'the phone, in an old pool': [{ pool: { AccountRecoverySetting: {} }, user: { attributes: verified } }, 'SMS'],
    'nothing, unverified': [{ user: { attributes: { email } } }, noChannel],
    'nothing, where administrators do it': [
      { pool: recover('admin_only'), user: { attributes: verified } },
      'NotAuthorizedException: Contact administrator to reset password.',
    ],
    'the mail, as the phone is the second factor': [
      {
        pool: recover(...both.toReversed()),
        mfa: smsMfa,
        user: { attributes: verified, settings: ['SMS_MFA'], preferred: 'SMS_MFA' },
      },
      'EMAIL',
    ],
    'the phone, as the mail is the second factor': [
      {
        pool: { ...recover(...both), EmailConfiguration: developer },
        mfa: mailMfa,
        user: { attributes: verified, settings: ['EMAIL_OTP'] },
      },
      'SMS',
    ],
    'nothing, as the only address is the second factor': [
      {
        pool: { ...recover(...both), EmailConfiguration: developer },
        mfa: mailMfa,
        user: { attributes: mailOnly, settings: ['EMAIL_OTP'], preferred: 'EMAIL_OTP' },
      },
      noChannel,
    ],
    'nothing, with a temporary password': [
      { user: { attributes: verified, status: 'FORCE_CHANGE_PASSWORD' } },
      'NotAuthorizedException: User password cannot be reset in the current state.',
    ],
    'nothing, for who is disabled': [
      { user: { attributes: verified, enabled: false } },
      'NotAuthorizedException: User is disabled.',
    ],
  };
  it.each(Object.entries(rows))('goes to %s', async (_what, [stage, expected]) => {
    const s = await signIn(stage);
    const medium = forgot(s).then((answer) => answer.CodeDeliveryDetails.DeliveryMedium);
    expect(await medium.catch((error: Error) => `${error.name}: ${error.message}`)).toBe(expected);
  });

  it('of nobody is told, or not', async () => {
    const open = await signIn();
    expect(await open.words(forgot(open, 'nobody'))).toBe(
      'UserNotFoundException: Username/client id combination not found.',
    );
    const closed = await signIn({ client: { PreventUserExistenceErrors: 'ENABLED' } });
    expect((await forgot(closed, 'nobody')).CodeDeliveryDetails.DeliveryMedium).toBe('EMAIL');
    expect(closed.sandbox.messages).toEqual([]);
    expect(await closed.words(confirm(closed, '123456', 'Newpass1!', 'nobody'))).toMatch(/^CodeMismatchException/);
  });

  it('may be asked for by an administrator', async () => {
    const s = await signIn({ user: { attributes: verified } });
    await s.call('AdminResetUserPassword', { Username: 'ann' });
    expect(await s.words(s.srp())).toBe('PasswordResetRequiredException: Password reset required for the user');
    await confirm(s, s.code());
    expect((await s.srp('Newpass1!')).AuthenticationResult).toBeDefined();
  });

  it('opens a locked account', async () => {
    const s = await signIn({ user: { attributes: verified }, options: { now: () => new Date(0) } });
    for (let tries = 0; tries < 5; tries += 1) await s.words(s.password('Wrong1!xx'));
    expect(await s.words(s.password())).toContain('Password attempts exceeded');
    await forgot(s);
    await confirm(s, s.code());
    expect((await s.password('Newpass1!')).AuthenticationResult).toBeDefined();
  });
});

describe('an invitation', () => {
  it('brings a password that has to be changed', async () => {
    const invite = { EmailSubject: 'Welcome', EmailMessage: 'You are {username}, say {####}' };
    const s = await signIn({ pool: { AdminCreateUserConfig: { InviteMessageTemplate: invite } } });
    const UserAttributes = [{ Name: 'email', Value: 'bob@example.com' }];
    await s.call('AdminCreateUser', { Username: 'bob', UserAttributes });
    const [mail] = s.sandbox.messages;
    expect(mail).toMatchObject({ purpose: 'invitation', to: 'bob@example.com', subject: 'Welcome' });
    expect(mail?.text).toBe(`You are bob, say ${mail?.code}`);
    const asked = await s.initiate('USER_PASSWORD_AUTH', { USERNAME: 'bob', PASSWORD: mail?.code });
    expect(asked.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    expect((await s.answer(asked, { USERNAME: 'bob', NEW_PASSWORD: PASSWORD })).AuthenticationResult).toBeDefined();
  });

  it('is sent again, or not at all', async () => {
    const s = await signIn();
    const bob = { Username: 'bob', UserAttributes: [{ Name: 'phone_number', Value: '+15550199' }] };
    await s.call('AdminCreateUser', { ...bob, MessageAction: 'SUPPRESS' });
    expect(s.sandbox.messages).toEqual([]);
    await s.call('AdminCreateUser', { ...bob, MessageAction: 'RESEND', DesiredDeliveryMediums: ['SMS', 'EMAIL'] });
    expect(s.sandbox.messages).toMatchObject([{ medium: 'SMS', to: '+15550199' }]);
  });
});
