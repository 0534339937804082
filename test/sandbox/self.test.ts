import { describe, expect, it } from 'vitest';
import { appCode, PASSWORD, type SignIn, type Stage, signIn } from './signing-in.js';
import { clientFor, send, sms, totp } from './support.js';

const attributes = { email: 'ann@example.com', email_verified: 'true', 'custom:tier': 'gold' };
const Schema = [{ Name: 'tier', AttributeDataType: 'String', Mutable: true }];

/** A user who is signed in, and his calls. */
async function signedIn(stage: Stage = {}): Promise<SignIn & { as(operation: string, input?: object): Promise<any> }> {
  const s = await signIn({ user: { attributes }, ...stage, pool: { Schema, ...stage.pool } });
  const { AccessToken } = (await s.password()).AuthenticationResult;
  return { ...s, as: (operation, input = {}) => s.call(operation, { AccessToken, ...input }) };
}

describe('a user who is signed in', () => {
  it('reads himself, as far as his client may', async () => {
    const s = await signedIn({ client: { ReadAttributes: ['email'] } });
    expect(await s.as('GetUser')).toEqual({
      Username: 'ann',
      UserAttributes: [
        { Name: 'sub', Value: expect.any(String) },
        { Name: 'email', Value: 'ann@example.com' },
      ],
    });
    expect(await s.as('GetUserAuthFactors')).toEqual({
      Username: 'ann',
      UserMFASettingList: [],
      ConfiguredUserAuthFactors: ['PASSWORD'],
    });
  });

  it('changes an address and verifies it', async () => {
    const s = await signedIn({ pool: { AutoVerifiedAttributes: ['email'] } });
    const UserAttributes = [{ Name: 'email', Value: 'new@example.com' }];
    expect(await s.as('UpdateUserAttributes', { UserAttributes })).toEqual({
      CodeDeliveryDetailsList: [{ Destination: 'n***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' }],
    });
    const shown = async () =>
      Object.fromEntries((await s.as('GetUser')).UserAttributes.map((one: any) => [one.Name, one.Value]));
    expect(await shown()).toMatchObject({ email: 'new@example.com', email_verified: 'false' });
    expect(await s.words(s.as('VerifyUserAttribute', { AttributeName: 'email', Code: '1' }))).toMatch(/^CodeMismatch/);
    await s.as('VerifyUserAttribute', { AttributeName: 'email', Code: s.code() });
    expect(await shown()).toMatchObject({ email_verified: 'true' });
    await s.as('GetUserAttributeVerificationCode', { AttributeName: 'email' });
    expect(s.sandbox.messages).toHaveLength(2);
  });

  it('keeps his address until the new one is verified, where the pool says so', async () => {
    const s = await signedIn({
      pool: {
        AutoVerifiedAttributes: ['email'],
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      },
    });
    await s.as('UpdateUserAttributes', { UserAttributes: [{ Name: 'email', Value: 'new@example.com' }] });
    const mail = async () =>
      (await s.as('GetUser')).UserAttributes.find((one: { Name: string }) => one.Name === 'email').Value;
    expect(await mail()).toBe('ann@example.com');
    expect(s.sandbox.messages.at(-1)?.to).toBe('new@example.com');
    await s.as('VerifyUserAttribute', { AttributeName: 'email', Code: s.code() });
    expect(await mail()).toBe('new@example.com');
  });

  it.each([
    ['UpdateUserAttributes', { UserAttributes: [{ Name: 'email_verified', Value: 'true' }] }],
    ['UpdateUserAttributes', { UserAttributes: [{ Name: 'name', Value: 'Ann' }] }],
    ['DeleteUserAttributes', { UserAttributeNames: ['name'] }],
  ])('does not write what his client may not: %s', async (operation, input) => {
    const s = await signedIn({ client: { WriteAttributes: ['email'] } });
    expect(await s.words(s.as(operation, input))).toBe(
      'NotAuthorizedException: A client attempted to write unauthorized attribute',
    );
  });

  it('deletes an attribute, and himself', async () => {
    const s = await signedIn();
    await s.as('DeleteUserAttributes', { UserAttributeNames: ['custom:tier'] });
    expect(JSON.stringify(await s.as('GetUser'))).not.toContain('tier');
    await s.as('DeleteUser');
    expect(await s.words(s.as('GetUser'))).toBe('UserNotFoundException: User does not exist.');
  });

  it('changes his password', async () => {
    const s = await signedIn();
    const change = (PreviousPassword: string) =>
      s.as('ChangePassword', { PreviousPassword, ProposedPassword: 'Newpass1!' });
    expect(await s.words(change('Wrong1!xx'))).toBe('NotAuthorizedException: Incorrect username or password.');
    await change(PASSWORD);
    expect((await s.password('Newpass1!')).AuthenticationResult).toBeDefined();
  });

  it('registers an app and says that it be asked for', async () => {
    const s = await signedIn({ mfa: { MfaConfiguration: 'OPTIONAL', ...totp } });
    const prefer = () =>
      s.as('SetUserMFAPreference', { SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });
    expect(await s.words(prefer())).toBe(
      'InvalidParameterException: User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA',
    );
    const { SecretCode } = await s.as('AssociateSoftwareToken');
    expect(await s.words(s.as('VerifySoftwareToken', { UserCode: '000000' }))).toBe(
      'EnableSoftwareTokenMFAException: Code mismatch',
    );
    expect(await s.as('VerifySoftwareToken', { UserCode: appCode(SecretCode) })).toEqual({ Status: 'SUCCESS' });
    await prefer();
    expect(await s.as('GetUser')).toMatchObject({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    });
    const asked = await s.password();
    expect(
      (await s.answer(asked, { SOFTWARE_TOKEN_MFA_CODE: appCode(SecretCode) })).AuthenticationResult,
    ).toBeDefined();
    await s.as('SetUserMFAPreference', { SoftwareTokenMfaSettings: { Enabled: false } });
    expect((await s.password()).AuthenticationResult).toBeDefined();
  });

  it('registers no app where the pool offers none', async () => {
    const s = await signedIn();
    expect(await s.words(s.as('AssociateSoftwareToken'))).toBe(
      'SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool',
    );
  });

  it('is signed out everywhere', async () => {
    const s = await signedIn();
    const { RefreshToken } = (await s.password()).AuthenticationResult;
    await s.as('GlobalSignOut');
    expect(await s.words(s.as('GetUser'))).toBe('NotAuthorizedException: Access Token has been revoked');
    const refresh = s.initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken });
    expect(await s.words(refresh)).toBe('NotAuthorizedException: Refresh Token has been revoked');
    const fresh = (await s.password()).AuthenticationResult;
    expect((await s.call('GetUser', { AccessToken: fresh.AccessToken })).Username).toBe('ann');
    await s.call('AdminUserGlobalSignOut', { Username: 'ann' });
    expect(await s.words(s.call('GetUser', { AccessToken: fresh.AccessToken }))).toContain('revoked');
  });

  it('revokes one sign-in and not the other', async () => {
    const s = await signedIn();
    const other = (await s.password()).AuthenticationResult;
    await s.call('RevokeToken', { Token: other.RefreshToken, ClientId: s.clientId });
    expect(await s.words(s.call('GetUser', { AccessToken: other.AccessToken }))).toContain('revoked');
    expect((await s.as('GetUser')).Username).toBe('ann');
  });

  it('has a token that is his, and not for ever', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z');
    const s = await signedIn({ options: { now: () => new Date(now) } });
    expect(await s.words(s.call('GetUser', { AccessToken: 'a.b.c' }))).toBe(
      'NotAuthorizedException: Invalid Access Token',
    );
    now += 3_600_000;
    expect(await s.words(s.as('GetUser'))).toBe('NotAuthorizedException: Access Token has expired');
  });

  it('is found in his region, though his calls are not signed', async () => {
    const s = await signIn();
    const europe = clientFor(s.sandbox.url, 'eu-west-1');
    const { UserPool } = await send(europe, ['CreateUserPool', { PoolName: 'p' }]);
    const pool = { UserPoolId: UserPool.Id };
    const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH'];
    const made = await send(europe, ['CreateUserPoolClient', { ...pool, ClientName: 'c', ExplicitAuthFlows }]);
    s.sandbox.seedUsers(UserPool.Id, [{ username: 'ann', password: PASSWORD }]);
    const { ClientId } = made.UserPoolClient;
    const AuthParameters = { USERNAME: 'ann', PASSWORD };
    const begin = { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters };
    const { AuthenticationResult } = await send(europe, ['InitiateAuth', begin]);
    const { AccessToken } = AuthenticationResult;
    expect((await send(europe, ['GetUser', { AccessToken }])).Username).toBe('ann');
    europe.destroy();
  });
});

describe('a factor that the pool requires', () => {
  const off = { Username: 'ann', SMSMfaSettings: { Enabled: false, PreferredMfa: false } };
  const stage = {
    mfa: { MfaConfiguration: 'ON', SmsMfaConfiguration: { SmsConfiguration: sms } },
    user: { attributes: { phone_number: '+15550100' }, settings: ['SMS_MFA'], preferred: 'SMS_MFA' },
  };

  it('cannot be turned off', async () => {
    const s = await signIn(stage);
    expect(await s.words(s.call('AdminSetUserMFAPreference', off))).toMatch(/^InvalidParameterException/);
    const ignoring = await signIn({ ...stage, options: { world: { disablingRequiredFactor: 'ignored' } } });
    await ignoring.call('AdminSetUserMFAPreference', off);
    expect((await ignoring.call('AdminGetUser', { Username: 'ann' })).UserMFASettingList).toEqual(['SMS_MFA']);
  });
});
