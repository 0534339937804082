// The founding case: SMS MFA that stays on the live pool after the code turned it off, in every world that AWS may be.
import { describe, expect, it } from 'vitest';
import type { World } from '../../src/sandbox/index.js';
import { type Cloud, cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';

const SmsConfiguration = {
  SnsCallerArn: 'arn:aws:iam::123456789012:role/sms',
  ExternalId: 'x',
  SnsRegion: 'us-east-1',
};
const SoftwareTokenMfaConfiguration = { Enabled: true };
const off = subjectOf('mfa:\n  mode: optional\n  totp: true\n  sms: false\n');
const LINE = off.document.locate(['mfa', 'sms']);

/** MFA with an authenticator app, and SMS that no code asks for. */
async function withSms({ pool, call }: Cloud, input: object = {}): Promise<void> {
  await pool({ PoolName: 'acme', SmsConfiguration, ...input });
  await call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration,
    SmsMfaConfiguration: { SmsConfiguration },
  });
}

const smsRules = (findings: readonly { rule: string; setting?: string; convergedBy?: string }[]): unknown[] =>
  findings.map(({ rule, setting, convergedBy }) => [rule, setting, convergedBy]);

describe.each([true, false])('with SMS MFA separable from the sender: %s', (smsMfaSeparable) => {
  const inWorld = (smsConfigurationOnOmit: World['smsConfigurationOnOmit']): Promise<Cloud> =>
    cloud({ world: { smsConfigurationOnOmit, smsMfaSeparable } });

  it('is found at its line, with the senders following from it', async () => {
    const sandbox = await inWorld('dropped');
    await withSms(sandbox);
    const { findings } = await sandbox.audit(off);
    expect(smsRules(findings)).toEqual([['drift/changed', 'mfa.sms', 'fix']]);
    expect(findings[0]).toMatchObject({ severity: 'error', at: LINE, confidence: 'documented' });
    expect(findings[0]?.help).toBe('poolward fix configs/acme.yaml --yes');
    expect(findings[0]?.deploy).toMatch(/changes nothing/);
    const { derived = [] } = findings[0]?.change ?? {};
    expect(derived.map(({ address, setting }) => `${address}.${setting}`)).toEqual(['smsSender.role']);
    expect(derived[0]?.derived.map(({ setting }) => setting)).toEqual(['externalId', 'region']);
  });

  it('dropped: one call, and it is gone', async () => {
    const sandbox = await inWorld('dropped');
    await withSms(sandbox);
    const fixed = await sandbox.fix(off);
    expect(fixed).toMatchObject({ findings: [], audit: { findings: [] } });
    expect(sandbox.sent.map(({ operation }) => operation)).toEqual(['SetUserPoolMfaConfig']);
    expect(sandbox.sent[0]?.input).not.toHaveProperty('SmsMfaConfiguration');
    expect(sandbox.sent[0]?.input).toMatchObject({ MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration });
    expect((await sandbox.call('DescribeUserPool')).UserPool).not.toHaveProperty('SmsConfiguration');
  });

  it('kept: it stays, and the finding names the longer way', async () => {
    const sandbox = await inWorld('kept');
    await withSms(sandbox);
    const { audit, findings } = await sandbox.fix(off);
    expect(findings).toEqual([]);
    expect(smsRules(audit.findings)).toEqual([['drift/changed', 'mfa.sms', 'fix']]);
    expect(audit.findings[0]).toMatchObject({ at: LINE, severity: 'error' });
    expect(audit.findings[0]?.message).toMatch(/AWS accepted the call .* and kept it/);
    expect(audit.findings[0]?.help).toMatch(/poolward fix configs\/acme\.yaml --restart-mfa$/);
  });

  it('phone verification: AWS’s refusal is shown, and the finding stays', async () => {
    const sandbox = await inWorld('dropped');
    await withSms(sandbox, { AutoVerifiedAttributes: ['phone_number'] });
    const phone = subjectOf(
      'mfa:\n  mode: optional\n  totp: true\n  sms: false\nverification:\n  autoVerify: [phone]\n',
    );
    const { audit, findings } = await sandbox.fix(phone);
    expect(smsRules(findings)).toEqual([['fix/refused', 'mfa.sms', undefined]]);
    expect(findings[0]?.message).toContain(
      'SMS configuration is required when phone_number is selected for auto verification',
    );
    expect(smsRules(audit.findings)).toEqual([['drift/changed', 'mfa.sms', 'fix']]);
  });
});

describe('with SMS MFA bound to the sender', () => {
  it('refused: AWS’s words are shown, nothing after it is sent, and the finding stays', async () => {
    const sandbox = await cloud({ world: { smsConfigurationOnOmit: 'refused' } });
    await withSms(sandbox, { UserPoolTier: 'PLUS' });
    const { audit, findings } = await sandbox.fix(off);
    expect(smsRules(findings)).toEqual([['fix/refused', 'mfa.sms', undefined]]);
    expect(findings[0]).toMatchObject({ severity: 'error', at: LINE });
    expect(findings[0]?.message).toContain("Can't turn off SMS_MFA when SMS configuration is set for the user pool");
    expect(findings[0]?.help).toMatch(/poolward fix configs\/acme\.yaml --restart-mfa$/);
    expect(sandbox.sent).toHaveLength(1);
    expect(smsRules(audit.findings)).toContainEqual(['drift/changed', 'mfa.sms', 'fix']);
  });
});

describe('with MFA off', () => {
  const silent = subjectOf('');

  it('an SMS sender that no code asks for is a difference of its own', async () => {
    const sandbox = await cloud();
    await sandbox.pool({ PoolName: 'acme', SmsConfiguration });
    const { findings } = await sandbox.audit(silent);
    expect(smsRules(findings)).toEqual([['drift/changed', 'smsSender.role', 'fix']]);
    expect(findings[0]?.change?.derived.map(({ setting }) => setting)).toEqual(['externalId', 'region']);
  });

  it.each([
    ['dropped', []],
    ['kept', [['drift/changed', 'smsSender.role', 'nobody']]],
  ] as const)('fix, where AWS has it %s', async (smsConfigurationOnOmit, left) => {
    const sandbox = await cloud({ world: { smsConfigurationOnOmit } });
    await sandbox.pool({ PoolName: 'acme', SmsConfiguration });
    const { audit, findings } = await sandbox.fix(silent);
    expect(findings).toEqual([]);
    expect(smsRules(audit.findings)).toEqual(left);
  });
});
