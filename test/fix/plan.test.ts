// What a fix sends, what it leaves alone, and what it does when it could not look.
import { describe, expect, it } from 'vitest';
import { auditPool } from '../../src/audit/audit.js';
import type { PoolReader } from '../../src/audit/ports.js';
import { converge, steps } from '../../src/fix/converge.js';
import type { Step } from '../../src/fix/plan.js';
import type { SectionName, Snapshot } from '../../src/model/facet.js';
import { cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';

const SmsConfiguration = {
  SnsCallerArn: 'arn:aws:iam::123456789012:role/sms',
  ExternalId: 'x',
  SnsRegion: 'us-east-1',
};
const NO = 'AccessDeniedException: not authorized.';

/** The real reader, of which one section fails. */
function without(reader: PoolReader, section: SectionName): PoolReader {
  const read = async (request: Parameters<PoolReader['read']>[0]): Promise<Snapshot> => ({
    ...(await reader.read(request)),
    [section]: { ok: false, reason: NO },
  });
  return { ...reader, read };
}

const briefly = ({ call, changes }: Step): unknown => [
  call.operation,
  ...changes.map(({ address, setting }) => `${address}.${setting}`),
];

describe('plan', () => {
  const subject = subjectOf('mfa:\n  mode: optional\n  totp: true\nclients:\n  web:\n');

  async function drifted() {
    const sandbox = await cloud();
    await sandbox.pool({ PoolName: 'acme' });
    const totp = { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } };
    await sandbox.call('SetUserPoolMfaConfig', { ...totp, SmsMfaConfiguration: { SmsConfiguration } });
    await sandbox.call('UpdateUserPool', {
      MfaConfiguration: 'OPTIONAL',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true, InviteMessageTemplate: { EmailSubject: 'Hello' } },
      EmailVerificationSubject: 'Hello',
    });
    const { UserPoolClient } = await sandbox.call('CreateUserPoolClient', {
      ClientName: 'web',
      LogoutURLs: ['https://eve.example'],
      AuthSessionValidity: 9,
    });
    await sandbox.call('CreateUserPoolClient', { ClientName: 'rogue' });
    return { sandbox, audit: await sandbox.audit(subject), web: UserPoolClient.ClientId };
  }

  it('sends what only fix converges, one call for each object', async () => {
    const { audit, web } = await drifted();
    const terraform = audit.findings.filter(({ convergedBy }) => convergedBy === 'terraform');
    expect(terraform.map(({ setting }) => setting)).toEqual([
      'signUp.selfSignUp',
      'signUp.invitationEmailSubject',
      'clients.web.authSessionMinutes',
    ]);
    const { steps: planned, findings } = steps(subject, audit, new Set());
    expect(findings).toEqual([]);
    expect(planned.map(briefly)).toEqual([
      ['SetUserPoolMfaConfig', 'mfa.sms'],
      ['UpdateUserPool', 'verification.emailSubject'],
      ['UpdateUserPoolClient', 'clients/web.logoutUrls'],
    ]);
    expect(planned[1]?.call.input).toMatchObject({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });
    expect(planned[2]?.call.input).toMatchObject({ ClientId: web, LogoutURLs: [], AuthSessionValidity: 9 });
  });

  it('deletes only what is named', async () => {
    const { audit } = await drifted();
    const deleted = (...addresses: string[]): readonly string[] =>
      steps(subject, audit, new Set(addresses)).steps.flatMap(({ call }) =>
        call.operation.startsWith('Delete') ? [call.operation] : [],
      );
    expect(deleted()).toEqual([]);
    expect(deleted('clients/web', 'clients/other')).toEqual([]);
    expect(deleted('clients/rogue')).toEqual(['DeleteUserPoolClient']);
  });
});

describe('a section that was not read', () => {
  it('stops the fix with a finding, and nothing is sent', async () => {
    const sandbox = await cloud();
    await sandbox.pool({ PoolName: 'acme', SmsConfiguration });
    await sandbox.call('UpdateUserPool', { SmsConfiguration, EmailVerificationSubject: 'Hello' });
    const subject = subjectOf('');
    const audit = await auditPool(subject, without(sandbox.reader, 'mfa'));
    const { steps: planned, findings } = steps(subject, audit, new Set());
    expect(planned).toEqual([]);
    expect(findings).toMatchObject([
      {
        rule: 'fix/not-read',
        severity: 'error',
        setting: 'smsSender.role',
        fingerprint: 'acme:fix/not-read:smsSender.role',
        message: `Nothing was sent: SetUserPoolMfaConfig must repeat what is live beside smsSender.role, and that was not read: mfa could not be read: ${NO.replace(/\.$/, '')}.`,
      },
    ]);
  });

  it('is no reason to send nothing where no call needs it', async () => {
    const sandbox = await cloud();
    await sandbox.pool({ PoolName: 'acme' });
    await sandbox.call('UpdateUserPool', { EmailVerificationSubject: 'Hello' });
    const subject = subjectOf('');
    const reader = without(sandbox.reader, 'mfa');
    const audit = await auditPool(subject, reader);
    const { steps: planned } = steps(subject, audit, new Set());
    const { findings, audit: after } = await converge(subject, audit, planned, { reader, writer: sandbox.writer });
    expect(findings).toEqual([]);
    expect(after.findings.map(({ rule, setting }) => [rule, setting])).toEqual([['drift/unchecked', 'mfa']]);
  });

  it('is nothing to plan from where the pool itself was not read', async () => {
    const sandbox = await cloud();
    await sandbox.pool({ PoolName: 'acme', SmsConfiguration });
    const subject = subjectOf('');
    const audit = await auditPool(subject, without(sandbox.reader, 'pool'));
    expect(audit.findings.map(({ rule }) => rule)).toEqual(['drift/unchecked']);
    expect(steps(subject, audit, new Set())).toEqual({ steps: [], findings: [] });
  });
});
