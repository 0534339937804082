import { describe, expect, it } from 'vitest';
import { type Session, session } from './support.js';

const attribute = (Name: string, Value: string) => ({ Name, Value });
const asMap = (attributes: { Name: string; Value: string }[]) =>
  Object.fromEntries(attributes.map(({ Name, Value }) => [Name, Value]));

const get = (s: Session, Username: string) => s.call('AdminGetUser', { Username });
const attributesOf = async (s: Session, name: string) => asMap((await get(s, name)).UserAttributes);

describe('a user', () => {
  it('is created with a temporary password and a sub', async () => {
    const s = await session();
    await s.pool();
    const { User } = await s.call('AdminCreateUser', {
      Username: 'alice',
      UserAttributes: [attribute('email', 'a@example.com'), attribute('email_verified', 'true')],
    });
    expect(User).toMatchObject({ Username: 'alice', Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' });
    const user = await get(s, 'alice');
    expect(asMap(user.UserAttributes)).toEqual({
      sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      email: 'a@example.com',
      email_verified: 'true',
    });
    expect(user).not.toHaveProperty('UserMFASettingList');
    expect((await s.call('DescribeUserPool')).UserPool.EstimatedNumberOfUsers).toBe(1);
    expect(await s.refusal('AdminCreateUser', { Username: 'alice' })).toEqual({
      type: 'UsernameExistsException',
      words: 'User account already exists',
    });
  });

  it('of a pool that signs in by email has its sub for a name, and can be found by both', async () => {
    const s = await session();
    await s.pool({ UsernameAttributes: ['email'], UsernameConfiguration: { CaseSensitive: false } });
    await s.call('AdminCreateUser', { Username: 'a@example.com' });
    const byEmail = await get(s, 'A@Example.com');
    expect(byEmail.Username).toBe(asMap(byEmail.UserAttributes)['sub']);
    expect(asMap(byEmail.UserAttributes)['email']).toBe('a@example.com');
    expect(await get(s, byEmail.Username)).toEqual(byEmail);
  });

  it('is found by an alias once that is verified', async () => {
    const s = await session();
    await s.pool({ AliasAttributes: ['email'] });
    await s.call('AdminCreateUser', { Username: 'alice', UserAttributes: [attribute('email', 'a@example.com')] });
    expect((await s.refusal('AdminGetUser', { Username: 'a@example.com' })).type).toBe('UserNotFoundException');
    await s.call('AdminUpdateUserAttributes', {
      Username: 'alice',
      UserAttributes: [attribute('email_verified', 'true')],
    });
    expect((await get(s, 'a@example.com')).Username).toBe('alice');
  });

  it('loses the verification of an address that changes or goes', async () => {
    const s = await session();
    await s.pool();
    await s.call('AdminCreateUser', {
      Username: 'alice',
      UserAttributes: [attribute('email', 'a@example.com'), attribute('email_verified', 'true')],
    });
    await s.call('AdminUpdateUserAttributes', {
      Username: 'alice',
      UserAttributes: [attribute('email', 'b@example.com')],
    });
    expect(await attributesOf(s, 'alice')).toMatchObject({ email: 'b@example.com', email_verified: 'false' });
    await s.call('AdminDeleteUserAttributes', { Username: 'alice', UserAttributeNames: ['email'] });
    expect(Object.keys(await attributesOf(s, 'alice'))).toEqual(['sub']);
  });

  it('is confirmed by a permanent password, disabled, enabled and deleted', async () => {
    const s = await session();
    await s.pool();
    await s.call('AdminCreateUser', { Username: 'alice', TemporaryPassword: 'Abcdefg1!' });
    await s.call('AdminSetUserPassword', { Username: 'alice', Password: 'Abcdefg2!', Permanent: true });
    await s.call('AdminDisableUser', { Username: 'alice' });
    expect(await get(s, 'alice')).toMatchObject({ UserStatus: 'CONFIRMED', Enabled: false });
    await s.call('AdminEnableUser', { Username: 'alice' });
    await s.call('AdminSetUserPassword', { Username: 'alice', Password: 'Abcdefg3!', Permanent: false });
    expect(await get(s, 'alice')).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true });
    expect((await s.refusal('AdminCreateUser', { Username: 'bob', TemporaryPassword: 'short' })).type).toBe(
      'InvalidPasswordException',
    );
    await s.call('AdminDeleteUser', { Username: 'alice' });
    expect(await s.refusal('AdminGetUser', { Username: 'alice' })).toEqual({
      type: 'UserNotFoundException',
      words: 'User does not exist.',
    });
  });
});

describe('AdminSetUserMFAPreference', () => {
  const both = [attribute('email', 'a@example.com'), attribute('phone_number', '+15550100')];
  const start = async () => {
    const s = await session();
    const id = await s.pool();
    await s.call('AdminCreateUser', { Username: 'alice', UserAttributes: both });
    s.sandbox.seed(id, ({ users }) => {
      const user = users.get('alice');
      if (user) user.totpRegistered = true;
    });
    const set = (settings: object) => s.call('AdminSetUserMFAPreference', { Username: 'alice', ...settings });
    const shown = async () => {
      const { UserMFASettingList, PreferredMfaSetting } = await get(s, 'alice');
      return [UserMFASettingList, PreferredMfaSetting];
    };
    return { s, set, shown };
  };

  it('sets each factor by itself, and one preference', async () => {
    const { s, set, shown } = await start();
    await set({ SMSMfaSettings: { Enabled: true, PreferredMfa: true } });
    expect(await shown()).toEqual([['SMS_MFA'], 'SMS_MFA']);
    await set({ SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });
    expect(await shown()).toEqual([['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], 'SOFTWARE_TOKEN_MFA']);
    await set({ SoftwareTokenMfaSettings: { Enabled: false }, EmailMfaSettings: { Enabled: true } });
    expect(await shown()).toEqual([['SMS_MFA', 'EMAIL_OTP'], undefined]);
    expect(await s.call('AdminGetUserAuthFactors', { Username: 'alice' })).toMatchObject({
      UserMFASettingList: ['SMS_MFA', 'EMAIL_OTP'],
      ConfiguredUserAuthFactors: ['PASSWORD'],
    });
  });

  it('does not show in ListUsers', async () => {
    const { s, set } = await start();
    await set({ SMSMfaSettings: { Enabled: true, PreferredMfa: true } });
    const [user] = (await s.call('ListUsers')).Users;
    expect(Object.keys(user).sort()).toEqual([
      'Attributes',
      'Enabled',
      'UserCreateDate',
      'UserLastModifiedDate',
      'UserStatus',
      'Username',
    ]);
  });
});

describe('ListUsers', () => {
  const start = async () => {
    const s = await session();
    await s.pool();
    for (const name of ['ann', 'anton', 'bob']) {
      await s.call('AdminCreateUser', {
        Username: name,
        UserAttributes: [attribute('email', `${name}@example.com`), attribute('name', `"${name}"`)],
      });
    }
    await s.call('AdminDisableUser', { Username: 'bob' });
    return s;
  };

  it.each([
    ['username = "bob"', ['bob']],
    ['username ^= "an"', ['ann', 'anton']],
    ['email = "ann@example.com"', ['ann']],
    ['email^="b"', ['bob']],
    [String.raw`name = "\"ann\""`, ['ann']],
    ['status = "Disabled"', ['bob']],
    ['cognito:user_status = "FORCE_CHANGE_PASSWORD"', ['ann', 'anton', 'bob']],
    ['', ['ann', 'anton', 'bob']],
    ['given_name = "x"', []],
  ])('filters by %s', async (Filter, expected) => {
    const s = await start();
    const { Users } = await s.call('ListUsers', { Filter });
    expect(Users.map((user: { Username: string }) => user.Username)).toEqual(expected);
  });

  it.each(['custom:tier = "x"', 'email', 'email > "x"'])('refuses the filter %s', async (Filter) => {
    const s = await start();
    expect((await s.refusal('ListUsers', { Filter })).type).toBe('InvalidParameterException');
  });

  it('pages, and gives only the attributes asked for', async () => {
    const s = await start();
    const first = await s.call('ListUsers', { Limit: 2, AttributesToGet: ['email'] });
    expect(first.Users.map((user: any) => user.Attributes)).toEqual([
      [attribute('email', 'ann@example.com')],
      [attribute('email', 'anton@example.com')],
    ]);
    const second = await s.call('ListUsers', { Limit: 2, PaginationToken: first.PaginationToken });
    expect(second.Users).toHaveLength(1);
    expect(second).not.toHaveProperty('PaginationToken');
    expect((await s.refusal('ListUsers', { AttributesToGet: ['custom:no'] })).type).toBe('InvalidParameterException');
    expect((await s.refusal('ListUsers', { Limit: 61 })).type).toBe('InvalidParameterException');
  });
});

describe('AdminDeleteSoftwareToken', () => {
  const app = { totpSecret: 'JBSWY3DPEHPK3PXP', settings: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] };

  it('takes the app and its preference, and no other factor', async () => {
    const s = await session();
    const id = await s.pool();
    const attributes = { phone_number: '+15550100' };
    s.sandbox.seedUsers(id, [{ username: 'alice', attributes, ...app, preferred: 'SOFTWARE_TOKEN_MFA' }]);
    await s.call('AdminDeleteSoftwareToken', { Username: 'alice' });
    const { UserMFASettingList, PreferredMfaSetting } = await get(s, 'alice');
    expect([UserMFASettingList, PreferredMfaSetting]).toEqual([['SMS_MFA'], undefined]);
    const enable = { Username: 'alice', SoftwareTokenMfaSettings: { Enabled: true } };
    expect((await s.refusal('AdminSetUserMFAPreference', enable)).type).toBe('InvalidParameterException');
  });

  it('is refused for whom there is not, or who is not confirmed', async () => {
    const s = await session();
    const id = await s.pool();
    s.sandbox.seedUsers(id, [{ username: 'new', status: 'UNCONFIRMED' }]);
    expect((await s.refusal('AdminDeleteSoftwareToken', { Username: 'new' })).type).toBe('UserNotConfirmedException');
    expect((await s.refusal('AdminDeleteSoftwareToken', { Username: 'x' })).type).toBe('UserNotFoundException');
    const elsewhere = { UserPoolId: 'us-east-1_nosuch', Username: 'x' };
    expect((await s.refusal('AdminDeleteSoftwareToken', elsewhere)).type).toBe('ResourceNotFoundException');
  });
});
