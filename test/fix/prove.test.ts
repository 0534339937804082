// A fix proves that nothing moved beside what it meant.
import { describe, expect, it } from 'vitest';
import { converge, steps } from '../../src/fix/converge.js';
import type { Finding } from '../../src/model/finding.js';
import { type Cloud, cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';

type Meddling = (sandbox: Cloud) => Promise<unknown>;

const subject = subjectOf('clients:\n  web:\n  api:\n');

/** Fixes a pool while AWS, or somebody else, does more than the call says. */
async function fixWhile(meddling: Meddling): Promise<{ findings: readonly Finding[]; api: string }> {
  const sandbox = await cloud();
  await sandbox.pool({ PoolName: 'acme' });
  await sandbox.call('CreateUserPoolClient', { ClientName: 'web', LogoutURLs: ['https://eve.example'] });
  const { UserPoolClient } = await sandbox.call('CreateUserPoolClient', { ClientName: 'api' });
  await sandbox.call('UpdateUserPool', { VerificationMessageTemplate: { EmailSubject: 'Hello' } });
  const before = await sandbox.audit(subject);
  const { steps: planned } = steps(subject, before, new Set());
  expect(planned.map(({ call }) => call.operation).sort()).toEqual(['UpdateUserPool', 'UpdateUserPoolClient']);
  let calls = 0;
  const send: Cloud['writer']['send'] = async (call) => {
    await sandbox.writer.send(call);
    calls += 1;
    if (calls === planned.length) await meddling(sandbox);
  };
  const { findings } = await converge(subject, before, planned, { reader: sandbox.reader, writer: { send } });
  return { findings, api: UserPoolClient.ClientId };
}

const changed = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, severity, message }) => `${rule} ${severity}: ${message.split(' changed ')[0]}`);

describe('a fix', () => {
  it('that moved only what it meant says nothing', async () => {
    expect((await fixWhile(async () => {})).findings).toEqual([]);
  });

  it.each<[string, Meddling, string]>([
    [
      'a setting that a row covers',
      ({ call }) => call('SetUserPoolMfaConfig', { WebAuthnConfiguration: { RelyingPartyId: 'a.example' } }),
      'WebAuthnConfiguration',
    ],
    [
      'a setting that no row covers',
      ({ call }) => call('UpdateUserPool', { DcrConfiguration: { EnableStatus: 'Enabled' } }),
      'DcrConfiguration',
    ],
    [
      'a sibling of what it meant',
      ({ call }) => call('UpdateUserPool', { VerificationMessageTemplate: { EmailSubjectByLink: 'Click' } }),
      'VerificationMessageTemplate.EmailSubjectByLink',
    ],
  ])('that moved %s says so', async (_title, meddling, member) => {
    const { findings } = await fixWhile(meddling);
    expect(changed(findings)).toContain(`fix/unexpected-change error: ${member}`);
  });

  it('that moved the same member of another object says so', async () => {
    const { findings, api } = await fixWhile(async ({ call }) => {
      const { UserPoolClients } = await call('ListUserPoolClients');
      const { ClientId } = UserPoolClients.find(({ ClientName }: { ClientName: string }) => ClientName === 'api');
      await call('UpdateUserPoolClient', { ClientId, LogoutURLs: ['https://app.example.com'] });
    });
    expect(changed(findings)).toEqual([`fix/unexpected-change error: ${api}.item.value.LogoutURLs`]);
  });

  it('beside which an object appeared says so', async () => {
    const { findings } = await fixWhile(({ call }) => call('CreateUserPoolDomain', { Domain: 'rogue' }));
    expect(changed(findings)).toEqual(['fix/unexpected-change error: rogue']);
  });
});
