import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/finding.js';
import { settingName } from '../../src/model/state.js';
import { type Cloud, cloud } from '../harness/cloud.js';
import type { Mutation } from '../harness/mutation.js';
import { subjectOf } from '../harness/specs.js';
import { MUTATIONS } from './mutations.js';

async function made({ pool, call }: Cloud, calls: Mutation['made'] = []): Promise<string> {
  const [[, input] = ['', { PoolName: 'acme' }], ...rest] = calls;
  await pool(input);
  let client = '';
  for (const [operation, said] of rest) client = (await call(operation, said)).UserPoolClient?.ClientId ?? client;
  return client;
}

const names = (changes: readonly Change[]): string[] =>
  changes.flatMap((one) => [settingName(one.address, one.setting), ...names(one.derived)]);

describe.each(MUTATIONS.map((mutation) => [mutation.name, mutation]))('%s', (_name, mutation) => {
  const mutated = async (): Promise<{ sandbox: Cloud; subject: ReturnType<typeof subjectOf> }> => {
    const sandbox = await cloud();
    const subject = subjectOf(mutation.spec, { userPoolId: '' });
    const client = await made(sandbox, mutation.made);
    const { UserPools } = await sandbox.call('ListUserPools', { UserPoolId: undefined, MaxResults: 1 });
    const known = { ...subject, outputs: { ...subject.outputs, userPoolId: UserPools[0].Id } };
    expect((await sandbox.audit(known)).findings, 'before').toEqual([]);
    for (const [operation, input] of mutation.done(client)) await sandbox.call(operation, input);
    return { sandbox, subject: known };
  };

  it('is one finding, with what follows from it', async () => {
    const { sandbox, subject } = await mutated();
    const { findings } = await sandbox.audit(subject);
    expect(findings.map((one) => [one.rule, one.setting, one.severity, one.convergedBy])).toEqual([mutation.finds]);
    expect(names(findings[0]?.change?.derived ?? [])).toEqual(mutation.derived ?? []);
  });

  const [rule, , , convergedBy] = mutation.finds;
  it(convergedBy === 'fix' ? 'is gone after fix, and nothing else moved' : 'is left alone by fix', async () => {
    const { sandbox, subject } = await mutated();
    const { findings: before } = await sandbox.audit(subject);
    const deletions = before.flatMap(({ change }) => (rule === 'drift/extra' && change ? [change.address] : []));
    const { audit, findings, steps } = await sandbox.fix(subject, deletions);
    expect(findings).toEqual([]);
    expect(steps).toHaveLength(convergedBy === 'fix' ? 1 : 0);
    expect(audit.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      convergedBy === 'fix' ? [] : before.map(({ fingerprint }) => fingerprint),
    );
  });

  if (rule === 'drift/extra')
    it('is left alone by a fix that does not name it', async () => {
      const { sandbox, subject } = await mutated();
      await sandbox.fix(subject);
      expect(sandbox.sent).toEqual([]);
    });
});
