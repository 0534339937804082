import { describe, expect, it } from 'vitest';
import type { WorldOptions } from '../../src/sandbox/index.js';
import { developer, session, sms, totp } from './support.js';

const withRegion = { ...sms, SnsRegion: 'us-east-1' };

describe('SetUserPoolMfaConfig', () => {
  it('replaces everything: a bare call turns MFA off and drops the factors', async () => {
    const { call, pool } = await session();
    await pool({ EmailConfiguration: developer });
    const body = {
      MfaConfiguration: 'OPTIONAL',
      ...totp,
      SmsMfaConfiguration: { SmsConfiguration: sms, SmsAuthenticationMessage: 'Code {####}' },
      EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Code' },
      WebAuthnConfiguration: { RelyingPartyId: 'example.com', UserVerification: 'required' },
    };
    const answer = await call('SetUserPoolMfaConfig', body);
    const read = await call('GetUserPoolMfaConfig');
    expect(answer).toEqual(read);
    expect(read).toEqual({
      ...body,
      SmsMfaConfiguration: { SmsConfiguration: withRegion, SmsAuthenticationMessage: 'Code {####}' },
      WebAuthnConfiguration: { ...body.WebAuthnConfiguration, FactorConfiguration: 'SINGLE_FACTOR' },
    });
    await call('SetUserPoolMfaConfig');
    expect(await call('GetUserPoolMfaConfig')).toEqual({ MfaConfiguration: 'OFF' });
  });

  it('takes an empty email block for email MFA with default texts', async () => {
    const { call, pool } = await session();
    await pool({ EmailConfiguration: developer });
    await call('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', EmailMfaConfiguration: {} });
    expect(await call('GetUserPoolMfaConfig')).toEqual({ MfaConfiguration: 'ON', EmailMfaConfiguration: {} });
  });

  it('accepts passkeys while MFA is off', async () => {
    const { call, pool } = await session();
    await pool();
    const WebAuthnConfiguration = {
      RelyingPartyId: 'example.com',
      FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
    };
    await call('SetUserPoolMfaConfig', { WebAuthnConfiguration });
    expect(await call('GetUserPoolMfaConfig')).toEqual({ MfaConfiguration: 'OFF', WebAuthnConfiguration });
  });

  it('shows the sender of a pool whose MFA is off', async () => {
    const { call, pool } = await session();
    await pool({ SmsConfiguration: sms });
    expect(await call('GetUserPoolMfaConfig')).toEqual({
      MfaConfiguration: 'OFF',
      SmsMfaConfiguration: { SmsConfiguration: withRegion },
    });
  });
});

interface SmsCase {
  readonly world: WorldOptions;
  readonly reads: 'sms' | 'nothing';
  /** The hidden truth: whether SMS is a second factor. */
  readonly factor: boolean;
}

describe('the SMS question: the block is left out of SetUserPoolMfaConfig', () => {
  const cases: SmsCase[] = [
    { world: {}, reads: 'nothing', factor: false },
    { world: { smsConfigurationOnOmit: 'dropped', smsMfaSeparable: true }, reads: 'nothing', factor: false },
    { world: { smsConfigurationOnOmit: 'kept' }, reads: 'sms', factor: true },
    { world: { smsConfigurationOnOmit: 'kept', smsMfaSeparable: true }, reads: 'sms', factor: false },
  ];

  it.each(cases)('$world: reads $reads, SMS is a factor: $factor', async ({ world, reads, factor }) => {
    const { call, pool, sandbox } = await session({ world });
    const id = await pool({ SmsConfiguration: sms });
    await call('SetUserPoolMfaConfig', {
      MfaConfiguration: 'ON',
      ...totp,
      SmsMfaConfiguration: { SmsConfiguration: sms },
    });
    expect(sandbox.peek(id).mfa.sms).toBe(true);
    await call('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', ...totp });
    const read = await call('GetUserPoolMfaConfig');
    expect('SmsMfaConfiguration' in read).toBe(reads === 'sms');
    expect('SmsConfiguration' in (await call('DescribeUserPool')).UserPool).toBe(reads === 'sms');
    expect(sandbox.peek(id).mfa.sms).toBe(factor);
  });

  it('in a world that refuses: MFA can still be turned off, and the sender stays', async () => {
    const { call, pool, sandbox } = await session({ world: { smsConfigurationOnOmit: 'refused' } });
    const id = await pool({ SmsConfiguration: sms });
    await call('SetUserPoolMfaConfig', { MfaConfiguration: 'OFF' });
    expect((await call('DescribeUserPool')).UserPool.SmsConfiguration).toEqual(withRegion);
    expect(sandbox.peek(id).mfa.sms).toBe(false);
  });

  it.each(['dropped', 'kept', 'refused'] as const)(
    'phone auto-verification refuses it in every world: %s',
    async (fate) => {
      const { pool, refusal } = await session({ world: { smsConfigurationOnOmit: fate, smsMfaSeparable: true } });
      await pool({ SmsConfiguration: sms, AutoVerifiedAttributes: ['phone_number'] });
      const { words } = await refusal('SetUserPoolMfaConfig', { MfaConfiguration: 'OFF' });
      expect(words).toBe('SMS configuration is required when phone_number is selected for auto verification');
    },
  );
});

describe('passkey factor configuration', () => {
  it.each([
    ['reset', 'SINGLE_FACTOR'],
    ['kept', 'MULTI_FACTOR_WITH_USER_VERIFICATION'],
  ] as const)('left out of a call, in a world where it is %s', async (passkeyFactorOnOmit, expected) => {
    const { call, pool } = await session({ world: { passkeyFactorOnOmit } });
    await pool();
    const multi = { RelyingPartyId: 'example.com', FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' };
    await call('SetUserPoolMfaConfig', { WebAuthnConfiguration: multi });
    await call('SetUserPoolMfaConfig', { WebAuthnConfiguration: { RelyingPartyId: 'example.com' } });
    expect((await call('GetUserPoolMfaConfig')).WebAuthnConfiguration.FactorConfiguration).toBe(expected);
  });

  it('is shown of a pool with MFA and no passkeys in a world that shows it', async () => {
    const { call, pool } = await session({ world: { passkeyFactorShown: 'mfaOn' } });
    await pool();
    expect(await call('GetUserPoolMfaConfig')).toEqual({ MfaConfiguration: 'OFF' });
    await call('SetUserPoolMfaConfig', { MfaConfiguration: 'OPTIONAL', ...totp });
    expect((await call('GetUserPoolMfaConfig')).WebAuthnConfiguration).toEqual({
      FactorConfiguration: 'SINGLE_FACTOR',
    });
  });
});

describe('MFA by UpdateUserPool', () => {
  it('can be turned off, which drops the factors', async () => {
    const { call, pool } = await session();
    await pool();
    await call('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', ...totp });
    await call('UpdateUserPool', { MfaConfiguration: 'OFF' });
    expect(await call('GetUserPoolMfaConfig')).toEqual({ MfaConfiguration: 'OFF' });
  });

  it('is kept when it is left out', async () => {
    const { call, pool } = await session();
    await pool();
    await call('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', ...totp });
    await call('UpdateUserPool');
    expect(await call('GetUserPoolMfaConfig')).toEqual({ MfaConfiguration: 'ON', ...totp });
  });
});
