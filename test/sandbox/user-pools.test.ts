import { describe, expect, it } from 'vitest';
import { defaultWorld } from '../../src/sandbox/index.js';
import type { PoolSetting } from '../../src/sandbox/world.js';
import { developer, lambda, session, sms } from './support.js';

const describePool = async (call: (operation: string) => Promise<any>) => (await call('DescribeUserPool')).UserPool;

describe('a new pool', () => {
  it('with a name only has AWS’s defaults', async () => {
    const now = new Date('2026-01-02T03:04:05Z');
    const { call, pool } = await session({ now: () => now });
    const Id = await pool();
    const { SchemaAttributes, ...rest } = await describePool(call);
    expect(rest).toEqual({
      Id,
      Name: 'p',
      Arn: `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${Id}`,
      Policies: {
        PasswordPolicy: {
          MinimumLength: 8,
          RequireUppercase: true,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 7,
        },
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
      },
      DeletionProtection: 'INACTIVE',
      LambdaConfig: {},
      CreationDate: now,
      LastModifiedDate: now,
      VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
      MfaConfiguration: 'OFF',
      EstimatedNumberOfUsers: 0,
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
      UserPoolTags: {},
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'verified_email', Priority: 1 },
          { Name: 'verified_phone_number', Priority: 2 },
        ],
      },
      UserPoolTier: 'ESSENTIALS',
      KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' },
      IssuerConfiguration: { Type: 'ORIGINAL' },
    });
    expect(SchemaAttributes).toHaveLength(21);
  });

  it.each([
    [
      'sub',
      {
        AttributeDataType: 'String',
        Mutable: false,
        Required: true,
        StringAttributeConstraints: { MinLength: '1', MaxLength: '2048' },
      },
    ],
    [
      'birthdate',
      {
        AttributeDataType: 'String',
        Mutable: true,
        Required: false,
        StringAttributeConstraints: { MinLength: '10', MaxLength: '10' },
      },
    ],
    ['identities', { AttributeDataType: 'String', Mutable: true, Required: false, StringAttributeConstraints: {} }],
    [
      'updated_at',
      { AttributeDataType: 'Number', Mutable: true, Required: false, NumberAttributeConstraints: { MinValue: '0' } },
    ],
    ['email_verified', { AttributeDataType: 'Boolean', Mutable: true, Required: false }],
    ['custom:tier', { AttributeDataType: 'String', Mutable: true, Required: false, StringAttributeConstraints: {} }],
    [
      'dev:custom:flag',
      { AttributeDataType: 'Number', Mutable: false, Required: false, NumberAttributeConstraints: { MinValue: '1' } },
    ],
    [
      'email',
      {
        AttributeDataType: 'String',
        Mutable: true,
        Required: true,
        StringAttributeConstraints: { MinLength: '0', MaxLength: '2048' },
      },
    ],
  ])('has the attribute %s', async (Name, expected) => {
    const { call, pool } = await session();
    await pool({
      Schema: [
        { Name: 'tier', AttributeDataType: 'String' },
        {
          Name: 'flag',
          AttributeDataType: 'Number',
          DeveloperOnlyAttribute: true,
          Mutable: false,
          NumberAttributeConstraints: { MinValue: '1' },
        },
        { Name: 'email', Required: true },
      ],
    });
    const { SchemaAttributes } = await describePool(call);
    const found = SchemaAttributes.find((attribute: { Name: string }) => attribute.Name === Name);
    expect(found).toEqual({ Name, DeveloperOnlyAttribute: Name === 'dev:custom:flag', ...expected });
  });

  it('has 20 standard attributes in a world without identities, and [] in one with empty lists', async () => {
    const { call, pool } = await session({ world: { identitiesAttribute: false, unsetPoolLists: 'empty' } });
    await pool();
    const read = await describePool(call);
    expect(read.SchemaAttributes).toHaveLength(20);
    expect(read).toMatchObject({ AutoVerifiedAttributes: [], AliasAttributes: [], UsernameAttributes: [] });
  });

  it.each([
    [
      'partial policy: the rest is false',
      { Policies: { PasswordPolicy: { MinimumLength: 12, RequireNumbers: true } } },
      {
        MinimumLength: 12,
        RequireUppercase: false,
        RequireLowercase: false,
        RequireNumbers: true,
        RequireSymbols: false,
        TemporaryPasswordValidityDays: 7,
      },
    ],
    [
      '0 days are 7',
      { Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 0 } } },
      {
        MinimumLength: 8,
        RequireUppercase: false,
        RequireLowercase: false,
        RequireNumbers: false,
        RequireSymbols: false,
        TemporaryPasswordValidityDays: 7,
      },
    ],
  ])('password policy, %s', async (_name, settings, expected) => {
    const { call, pool } = await session();
    await pool(settings);
    expect((await describePool(call)).Policies.PasswordPolicy).toEqual(expected);
  });

  it('has one number of days under two names', async () => {
    const { call, pool } = await session();
    await pool({ Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 3 } } });
    expect((await describePool(call)).AdminCreateUserConfig.UnusedAccountValidityDays).toBe(3);
    await call('UpdateUserPool', { AdminCreateUserConfig: { UnusedAccountValidityDays: 5 } });
    expect((await describePool(call)).Policies.PasswordPolicy.TemporaryPasswordValidityDays).toBe(5);
  });

  it.each([
    [
      'legacy',
      { EmailVerificationMessage: 'M {####}', EmailVerificationSubject: 'S', SmsVerificationMessage: 'T {####}' },
    ],
    [
      'template',
      { VerificationMessageTemplate: { EmailMessage: 'M {####}', EmailSubject: 'S', SmsMessage: 'T {####}' } },
    ],
  ])('shows its messages under both names, written as %s', async (_name, settings) => {
    const { call, pool } = await session();
    await pool(settings);
    expect(await describePool(call)).toMatchObject({
      EmailVerificationMessage: 'M {####}',
      EmailVerificationSubject: 'S',
      SmsVerificationMessage: 'T {####}',
      VerificationMessageTemplate: {
        DefaultEmailOption: 'CONFIRM_WITH_CODE',
        EmailMessage: 'M {####}',
        EmailSubject: 'S',
        SmsMessage: 'T {####}',
      },
    });
  });

  it('shows recovery by priority, keeps other lists as written, and completes its senders', async () => {
    const { call, pool } = await session();
    await pool({
      AliasAttributes: ['preferred_username', 'email'],
      EmailConfiguration: { ReplyToEmailAddress: 'r@example.com' },
      SmsConfiguration: sms,
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true },
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'verified_phone_number', Priority: 2 },
          { Name: 'verified_email', Priority: 1 },
        ],
      },
    });
    expect(await describePool(call)).toMatchObject({
      AliasAttributes: ['preferred_username', 'email'],
      EmailConfiguration: { ReplyToEmailAddress: 'r@example.com', EmailSendingAccount: 'COGNITO_DEFAULT' },
      SmsConfiguration: { ...sms, SnsRegion: 'us-east-1' },
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false },
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'verified_email', Priority: 1 },
          { Name: 'verified_phone_number', Priority: 2 },
        ],
      },
    });
  });

  it('can have the recovery of an old pool: an empty setting', async () => {
    const { call, pool } = await session();
    await pool({ AccountRecoverySetting: {} });
    expect((await describePool(call)).AccountRecoverySetting).toEqual({});
  });
});

/** Something else than the default for every setting of UpdateUserPool. */
const changed: Record<PoolSetting, unknown> = {
  Policies: {
    PasswordPolicy: { MinimumLength: 20 },
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] },
  },
  DeletionProtection: 'ACTIVE',
  LambdaConfig: { PreSignUp: lambda('f') },
  AutoVerifiedAttributes: ['email'],
  VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_LINK', EmailSubject: 'S' },
  SmsAuthenticationMessage: 'Code {####}',
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
  MfaConfiguration: 'OPTIONAL',
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
  EmailConfiguration: developer,
  SmsConfiguration: { ...sms, SnsRegion: 'us-east-1' },
  UserPoolTags: { a: 'b' },
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
  UserPoolTier: 'PLUS',
  KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY' },
  IssuerConfiguration: { Type: 'UPDATED' },
  DcrConfiguration: { EnableStatus: 'Enabled' },
  AcrConfiguration: { Level1: { AcrValue: 'urn:a' } },
};

/** A reset of these is refused while others depend on them, or has no visible effect. */
const entangled = ['MfaConfiguration', 'UserAttributeUpdateSettings', 'SmsConfiguration', 'UserPoolTier'];

describe('UpdateUserPool', () => {
  it('sets every setting', async () => {
    const { call, pool } = await session();
    await pool({ SmsConfiguration: sms });
    await call('UpdateUserPool', { PoolName: 'renamed', ...changed });
    expect(await describePool(call)).toMatchObject({ Name: 'renamed', ...changed });
  });

  const settings = (Object.keys(changed) as PoolSetting[]).filter((name) => !entangled.includes(name));
  it.each(settings.flatMap((name) => [[name, 'kept'] as const, [name, 'reset'] as const]))(
    'that leaves %s out, in a world where it is %s',
    async (setting, fate) => {
      const { call, pool } = await session({ world: { poolUpdateOmission: { [setting]: fate } } });
      const { UserPoolAddOns: _plus, ...fresh } = changed;
      const id = await pool({ ...fresh, UserPoolTier: 'PLUS', UserPoolAddOns: changed.UserPoolAddOns });
      const before = await describePool(call);
      const { [setting]: _omitted, ...others } = changed;
      await call('UpdateUserPool', others);
      const after = await describePool(call);
      if (fate === 'kept') expect(after[setting]).toEqual(before[setting]);
      else expect(after[setting]).not.toEqual(before[setting]);
      expect(after).toMatchObject({ Id: id, Name: 'p' });
    },
  );

  it('resets by default what AWS is known or said to reset, and keeps the rest', () => {
    const reset = Object.entries(defaultWorld.poolUpdateOmission).filter(([, fate]) => fate === 'reset');
    expect(reset.map(([name]) => name).sort()).toEqual([
      'AcrConfiguration',
      'AdminCreateUserConfig',
      'AutoVerifiedAttributes',
      'DeviceConfiguration',
      'LambdaConfig',
      'SmsAuthenticationMessage',
      'UserAttributeUpdateSettings',
      'UserPoolAddOns',
    ]);
  });

  it('sets one policy and keeps the other', async () => {
    const { call, pool } = await session();
    await pool({ Policies: changed.Policies });
    await call('UpdateUserPool', { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } } });
    expect((await describePool(call)).Policies).toMatchObject({
      PasswordPolicy: { MinimumLength: 20 },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
    });
  });

  it('replaces the triggers as a whole', async () => {
    const { call, pool } = await session();
    await pool({ LambdaConfig: { PreSignUp: lambda('a'), PostConfirmation: lambda('b') } });
    await call('UpdateUserPool', { LambdaConfig: { PreSignUp: lambda('c') } });
    expect((await describePool(call)).LambdaConfig).toEqual({ PreSignUp: lambda('c') });
  });

  it('takes the template where a legacy text says something else', async () => {
    const { call, pool } = await session();
    await pool({ EmailVerificationMessage: 'Old {####}' });
    await call('UpdateUserPool', {
      EmailVerificationMessage: 'Old {####}',
      VerificationMessageTemplate: { EmailMessage: 'New {####}' },
    });
    expect((await describePool(call)).EmailVerificationMessage).toBe('New {####}');
  });

  it('with everything that a read shows changes nothing', async () => {
    const { call, pool } = await session();
    await pool({ ...changed, MfaConfiguration: 'OPTIONAL' });
    const before = await describePool(call);
    const { Id: _id, Name: PoolName, AdminCreateUserConfig, ...settings } = before;
    const { UnusedAccountValidityDays: _twin, ...config } = AdminCreateUserConfig;
    await call('UpdateUserPool', { ...settings, PoolName, AdminCreateUserConfig: config });
    expect({ ...(await describePool(call)), LastModifiedDate: before.LastModifiedDate }).toEqual(before);
  });

  it('changes nothing when it is refused', async () => {
    const { call, pool, refusal } = await session();
    await pool();
    const before = await describePool(call);
    await refusal('UpdateUserPool', { PoolName: 'other', EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' } });
    expect(await describePool(call)).toEqual(before);
  });
});

describe('pools', () => {
  it('are listed in pages', async () => {
    const { call } = await session();
    const names = Array.from({ length: 5 }, (_, index) => `p${index}`);
    for (const PoolName of names) await call('CreateUserPool', { PoolName });
    const seen: string[] = [];
    let NextToken: string | undefined;
    const sizes: number[] = [];
    do {
      const answer = await call('ListUserPools', { MaxResults: 2, NextToken });
      sizes.push(answer.UserPools.length);
      seen.push(...answer.UserPools.map((found: { Name: string }) => found.Name));
      NextToken = answer.NextToken;
    } while (NextToken);
    expect(seen).toEqual(names);
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('are gone once deleted', async () => {
    const { call, pool, refusal } = await session();
    const id = await pool();
    await call('DeleteUserPool');
    expect(await refusal('DescribeUserPool')).toEqual({
      type: 'ResourceNotFoundException',
      words: `User pool ${id} does not exist.`,
    });
  });

  it('take custom attributes, up to 50', async () => {
    const { call, pool, refusal } = await session();
    await pool();
    const attributes = (from: number) =>
      Array.from({ length: 25 }, (_, index) => ({ Name: `a${from + index}`, AttributeDataType: 'String' }));
    await call('AddCustomAttributes', { CustomAttributes: attributes(0) });
    await call('AddCustomAttributes', { CustomAttributes: attributes(25) });
    expect((await describePool(call)).SchemaAttributes).toHaveLength(71);
    const one = { CustomAttributes: [{ Name: 'last', AttributeDataType: 'String' }] };
    expect((await refusal('AddCustomAttributes', one)).type).toBe('LimitExceededException');
  });

  it('carry tags', async () => {
    const { call, pool, refusal } = await session();
    await pool({ UserPoolTags: { a: '1', b: '2' } });
    const ResourceArn = (await describePool(call)).Arn;
    await call('TagResource', { ResourceArn, Tags: { b: '3', c: '4' } });
    await call('UntagResource', { ResourceArn, TagKeys: ['a'] });
    expect(await call('ListTagsForResource', { ResourceArn })).toEqual({ Tags: { b: '3', c: '4' } });
    expect((await describePool(call)).UserPoolTags).toEqual({ b: '3', c: '4' });
    expect((await refusal('ListTagsForResource', { ResourceArn: `${ResourceArn}x` })).type).toBe(
      'ResourceNotFoundException',
    );
  });

  it('can be seeded into a state that no call reaches', async () => {
    const { call, pool, sandbox } = await session();
    const id = await pool();
    sandbox.seed(id, ({ pool: stored }) => {
      delete stored.AccountRecoverySetting;
      stored.UsernameConfiguration = { CaseSensitive: false };
    });
    const read = await describePool(call);
    expect(read).not.toHaveProperty('AccountRecoverySetting');
    expect(read.UsernameConfiguration).toEqual({ CaseSensitive: false });
  });
});
