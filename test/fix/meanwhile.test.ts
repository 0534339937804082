// Between the audit and the write, and during the write, anything may happen to the pool and to the line.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PoolReader, PoolWriter } from '../../src/audit/ports.js';
import { poolWriter } from '../../src/aws/writes.js';
import { converge, type Fixed, steps } from '../../src/fix/converge.js';
import { FULL_CALL } from '../../src/fix/full-call.js';
import { callFrom, type Step, sectionsOf } from '../../src/fix/plan.js';
import type { SectionName, Snapshot, WriteOperation } from '../../src/model/facet.js';
import type { FaultRule } from '../../src/sandbox/faults.js';
import { type Cloud, cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';
import { emptySnapshot } from '../harness/twin.js';
import { clientFor } from '../sandbox/support.js';

const SPEC = 'clients:\n  web:\n  api:\n';
const subject = subjectOf(SPEC);
type Deed = (sandbox: Cloud) => Promise<unknown>;

/** A pool whose verification mail and whose client `web` only fix brings back. */
async function drifted(faults: readonly FaultRule[] = []): Promise<Cloud> {
  const sandbox = await cloud({ faults });
  await sandbox.pool({ PoolName: 'acme' });
  await sandbox.call('CreateUserPoolClient', { ClientName: 'api' });
  await sandbox.call('CreateUserPoolClient', { ClientName: 'web', LogoutURLs: ['https://eve.example'] });
  await sandbox.call('UpdateUserPool', { VerificationMessageTemplate: { EmailSubject: 'Hello' } });
  return sandbox;
}

/** Fixes a pool to which something happens after its audit; `reader` may spoil what is read from then on. */
async function fixAfter(
  sandbox: Cloud,
  deed: Deed,
  aws: { reader?: (real: PoolReader) => PoolReader; writer?: (real: PoolWriter) => PoolWriter } = {},
): Promise<Fixed> {
  const before = await sandbox.audit(subject);
  const { steps: planned } = steps(subject, before, new Set());
  expect(planned.map(({ call }) => call.operation)).toEqual(['UpdateUserPool', 'UpdateUserPoolClient']);
  await deed(sandbox);
  const { reader = (real) => real, writer = (real) => real } = aws;
  return converge(subject, before, planned, { reader: reader(sandbox.reader), writer: writer(sandbox.writer) });
}

const operations = (sandbox: Cloud): string[] => sandbox.sent.map(({ operation }) => operation);
const briefly = ({ findings }: Fixed): string[] =>
  findings.map(({ rule, severity, setting }) => `${rule} ${severity} ${setting}`);
const clientOf = async ({ call }: Cloud, name: string): Promise<string> => {
  const { UserPoolClients } = await call('ListUserPoolClients');
  return UserPoolClients.find(({ ClientName }: { ClientName: string }) => ClientName === name).ClientId;
};

describe('a pool that somebody changes after the audit', () => {
  it('keeps that change: the call that would take it back is not sent, the other one is', async () => {
    const sandbox = await drifted();
    const fixed = await fixAfter(sandbox, ({ call }) =>
      call('UpdateUserPool', { DeletionProtection: 'ACTIVE', VerificationMessageTemplate: { EmailSubject: 'Hello' } }),
    );
    expect(briefly(fixed)).toEqual(['fix/changed-meanwhile error verification.emailSubject']);
    expect(fixed.findings[0]?.message).toContain('pool.DeletionProtection from "INACTIVE" to "ACTIVE"');
    expect(operations(sandbox)).toEqual(['UpdateUserPoolClient']);
    expect((await sandbox.call('DescribeUserPool')).UserPool.DeletionProtection).toBe('ACTIVE');
    expect(fixed.proved.map(({ call }) => call.operation)).toEqual(['UpdateUserPoolClient']);
  });

  it('is written where only the members of the call itself moved, from what is live now', async () => {
    const sandbox = await drifted();
    const fixed = await fixAfter(sandbox, ({ call }) =>
      call('UpdateUserPool', { VerificationMessageTemplate: { EmailSubject: 'Other' } }),
    );
    expect(briefly(fixed)).toEqual([]);
    expect(fixed.proved).toHaveLength(2);
  });

  it('by another fix needs no second call', async () => {
    const sandbox = await drifted();
    const fixed = await fixAfter(sandbox, async () => {
      await sandbox.fix(subject);
      expect(operations(sandbox)).toHaveLength(2);
    });
    expect(briefly(fixed)).toEqual([
      'fix/changed-meanwhile note verification.emailSubject',
      'fix/changed-meanwhile note clients.web.logoutUrls',
    ]);
    expect(operations(sandbox)).toHaveLength(2);
    expect(fixed.audit.findings).toEqual([]);
  });

  it('whose client moved is not written over', async () => {
    const sandbox = await drifted();
    const fixed = await fixAfter(sandbox, async ({ call }) =>
      call('UpdateUserPoolClient', {
        ClientId: await clientOf(sandbox, 'web'),
        ClientName: 'web',
        LogoutURLs: ['https://eve.example'],
        AuthSessionValidity: 9,
      }),
    );
    expect(briefly(fixed)).toEqual(['fix/changed-meanwhile error clients.web.logoutUrls']);
    expect(operations(sandbox)).toEqual(['UpdateUserPool']);
  });
});

describe('a read right before the write that is not whole', () => {
  const spoiled =
    (section: SectionName, value: unknown) =>
    (real: PoolReader): PoolReader => ({
      ...real,
      read: async (request) => ({ ...(await real.read(request)), [section]: value }) as Snapshot,
    });

  it.each<[string, unknown]>([
    ['failed', { ok: false, reason: 'AccessDeniedException: no.' }],
    ['lacks a member', { ok: true, value: {} }],
  ])('that %s sends nothing about that object', async (_title, value) => {
    const sandbox = await drifted();
    const fixed = await fixAfter(sandbox, async () => {}, { reader: spoiled('pool', value) });
    expect(operations(sandbox)).not.toContain('UpdateUserPool');
    expect(briefly(fixed)[0]).toMatch(/^fix\/(not-read|changed-meanwhile) error verification.emailSubject$/);
  });
});

describe('each call of a fix', () => {
  it('repeats what the one before it left, not what was audited', async () => {
    const sandbox = await cloud();
    await sandbox.pool({ PoolName: 'acme' });
    const totp = { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } };
    const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' };
    await sandbox.call('SetUserPoolMfaConfig', { ...totp, SmsMfaConfiguration: { SmsConfiguration } });
    await sandbox.call('UpdateUserPool', {
      SmsConfiguration,
      MfaConfiguration: 'OPTIONAL',
      EmailVerificationSubject: 'Hello',
    });
    const fixed = await sandbox.fix(subjectOf('mfa:\n  mode: optional\n  totp: true\n'));
    expect(operations(sandbox)).toEqual(['SetUserPoolMfaConfig', 'UpdateUserPool']);
    expect(sandbox.sent[1]?.input).not.toHaveProperty('SmsConfiguration');
    expect(fixed).toMatchObject({ findings: [], audit: { findings: [] } });
  });

  it('that deletes looks first, too', async () => {
    const sandbox = await cloud();
    await sandbox.pool({ PoolName: 'acme' });
    await sandbox.call('CreateUserPoolClient', { ClientName: 'rogue' });
    const none = subjectOf('');
    const before = await sandbox.audit(none);
    const { steps: planned } = steps(none, before, new Set(['clients/rogue']));
    const reader: PoolReader = {
      ...sandbox.reader,
      read: async (request) => ({
        ...(await sandbox.reader.read(request)),
        clients: { ok: false, reason: 'AccessDeniedException: no.' },
      }),
    };
    const fixed = await converge(none, before, planned, { reader, writer: sandbox.writer });
    expect(briefly(fixed)).toEqual(['fix/not-read error clients.rogue']);
    expect(operations(sandbox)).toEqual([]);
  });
});

describe('an object that is to be deleted', () => {
  const none = subjectOf('');
  const deleting = async (deed: (call: Cloud['call'], ClientId: string) => Promise<unknown>) => {
    const sandbox = await cloud();
    await sandbox.pool({ PoolName: 'acme' });
    await sandbox.call('CreateUserPoolClient', { ClientName: 'rogue' });
    const before = await sandbox.audit(none);
    const { steps: planned } = steps(none, before, new Set(['clients/rogue']));
    await deed(sandbox.call, await clientOf(sandbox, 'rogue'));
    return { sandbox, fixed: await converge(none, before, planned, sandbox) };
  };

  it('and was changed after the audit stays, and is told', async () => {
    const { sandbox, fixed } = await deleting((call, ClientId) =>
      call('UpdateUserPoolClient', { ClientId, ClientName: 'rogue', AuthSessionValidity: 9 }),
    );
    expect(briefly(fixed)).toEqual(['fix/changed-meanwhile error clients.rogue']);
    expect(fixed.findings[0]?.message).toMatch(/what it would delete changed .*AuthSessionValidity from 3 to 9/);
    expect(operations(sandbox)).toEqual([]);
  });

  it('and was deleted after the audit needs no call', async () => {
    const { sandbox, fixed } = await deleting((call, ClientId) => call('DeleteUserPoolClient', { ClientId }));
    expect(briefly(fixed)).toEqual(['fix/changed-meanwhile note clients.rogue']);
    expect(operations(sandbox)).toEqual([]);
  });

  it('and is as it was is deleted', async () => {
    const { sandbox, fixed } = await deleting(async () => {});
    expect(briefly(fixed)).toEqual([]);
    expect(operations(sandbox)).toEqual(['DeleteUserPoolClient']);
  });
});

describe('a call of which nothing says what came', () => {
  it.each<[string, FaultRule, string, string]>([
    ['the line broke after it arrived', { line: 'reset' }, 'warning', 'is as the spec says'],
    [
      'AWS failed over it',
      { error: { type: 'InternalErrorException', message: 'x', status: 500 } },
      'error',
      'is not as the spec says',
    ],
  ])('%s: it is looked at, and sent once', async (_title, fault, severity, found) => {
    const sandbox = await drifted([{ operation: 'UpdateUserPool', after: 1, ...fault }]);
    const fixed = await fixAfter(sandbox, async () => {});
    expect(briefly(fixed)).toEqual([`fix/not-known ${severity} verification.emailSubject`]);
    expect(fixed.findings[0]?.message).toContain(found);
    expect(operations(sandbox)).toEqual(['UpdateUserPool', 'UpdateUserPoolClient']);
  });

  it('is not sent again by the SDK, which would repeat what may have changed since', async () => {
    let arrived = 0;
    const counted = (operation: string): boolean => {
      if (operation === 'UpdateUserPool') arrived += 1;
      return operation === 'UpdateUserPool' && arrived > 1;
    };
    const sandbox = await drifted([{ when: counted, line: 'reset' }]);
    const client = clientFor(sandbox.sandbox.url, 'us-east-1', 4);
    onTestFinished(() => client.destroy());
    await fixAfter(sandbox, async () => {}, { writer: () => poolWriter(client) });
    // The first one made the drift.
    expect(arrived).toBe(2);
  });
});

describe('after a call that AWS refused', () => {
  const REFUSED = { error: { type: 'InvalidParameterException', message: 'no' } };

  it('those about other objects are sent', async () => {
    const sandbox = await drifted([{ operation: 'UpdateUserPool', after: 1, ...REFUSED }]);
    const fixed = await fixAfter(sandbox, async () => {});
    expect(briefly(fixed)).toEqual(['fix/refused error verification.emailSubject']);
    expect(operations(sandbox)).toEqual(['UpdateUserPool', 'UpdateUserPoolClient']);
    expect(fixed.proved.map(({ call }) => call.operation)).toEqual(['UpdateUserPoolClient']);
  });

  it('those about the same one, and deletions, are named as not sent', async () => {
    const sandbox = await cloud({ faults: [{ operation: 'SetUserPoolMfaConfig', after: 1, ...REFUSED }] });
    await sandbox.pool({ PoolName: 'acme' });
    const totp = { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } };
    const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' };
    await sandbox.call('SetUserPoolMfaConfig', { ...totp, SmsMfaConfiguration: { SmsConfiguration } });
    await sandbox.call('UpdateUserPool', {
      SmsConfiguration,
      MfaConfiguration: 'OPTIONAL',
      EmailVerificationSubject: 'Hello',
    });
    await sandbox.call('CreateUserPoolClient', { ClientName: 'rogue' });
    const spec = subjectOf('mfa:\n  mode: optional\n  totp: true\n');
    const fixed = await sandbox.fix(spec, ['clients/rogue']);
    expect(fixed.steps).toHaveLength(3);
    expect(briefly(fixed)).toEqual([
      'fix/refused error mfa.sms',
      'fix/not-sent error verification.emailSubject',
      'fix/not-sent error clients.rogue',
    ]);
    expect(operations(sandbox)).toEqual(['SetUserPoolMfaConfig']);
  });
});

describe('every call that repeats what is live', () => {
  const NAMED = /^(Update|Set)/;

  it.each(Object.keys(FULL_CALL) as WriteOperation[])('%s cannot be made of answers that say nothing', (operation) => {
    expect(operation).toMatch(NAMED);
    const item = { ok: false, reason: 'gone' } as const;
    const empty = Object.fromEntries(
      Object.entries(emptySnapshot()).map(([section, one]: [string, any]) => [
        section,
        Array.isArray(one.value) ? { ok: true, value: [{ name: 'x', id: 'x', item }] } : one,
      ]),
    ) as Snapshot;
    expect(() => FULL_CALL[operation](empty, 'pool', 'x')).toThrow();
  });

  it.each(Object.keys(FULL_CALL) as WriteOperation[])('%s is checked in each section that it repeats', (operation) => {
    const touched = new Set<string>();
    const noted = new Proxy({} as Snapshot, { get: (_target, name) => void touched.add(String(name)) });
    const step: Step = { call: { operation, input: {} }, repeats: 'x', piece: {}, changes: [] };
    expect(() => callFrom(step, noted, 'pool')).toThrow();
    expect(touched.size).toBeGreaterThan(0);
    expect(() => sectionsOf(step, {}, 'pool')).toThrow();
  });
});
