import { describe, expect, it } from 'vitest';
import { type Cloud, cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';
import { CASES, type Case } from './federation-cases.js';

async function made({ pool, call }: Cloud, { made: [first, ...rest], spec }: Case) {
  const userPoolId = await pool(first?.[1]);
  for (const [operation, input] of rest) await call(operation, input);
  return subjectOf(spec, { userPoolId });
}

describe.each(CASES.map((one) => [one.name, one]))('%s', (_name, one) => {
  it('audits clean', async () => {
    const sandbox = await cloud();
    const { findings, coverage } = await sandbox.audit(await made(sandbox, one));
    expect(findings).toEqual([]);
    expect(coverage.unchecked).toEqual([]);
  });

  it.each(one.mutations.map((mutation) => [`${mutation.finds[0]}: ${mutation.done[0]}`, mutation]))(
    '%s',
    async (_title, { done, finds }) => {
      const sandbox = await cloud();
      const subject = await made(sandbox, one);
      await sandbox.call(...done);
      const { findings } = await sandbox.audit(subject);
      const [setting, kind, convergedBy] = finds;
      expect(findings.map((found) => [found.setting, found.change?.kind, found.convergedBy])).toEqual([
        [setting, kind, convergedBy],
      ]);
      expect(JSON.stringify(findings)).not.toContain('hunter2');
      const deletions = kind === 'extra' ? findings.map(({ change }) => change?.address ?? '') : [];
      const fixed = await sandbox.fix(subject, deletions);
      expect(fixed.findings).toEqual([]);
      expect(fixed.audit.findings).toHaveLength(convergedBy === 'fix' ? 0 : 1);
      expect(JSON.stringify(sandbox.sent)).not.toContain('redacted');
    },
  );
});

describe('groups that Cognito makes for a provider', () => {
  const spec = `identityProviders:
  Corporate:
    type: saml
    details:
      MetadataURL: https://idp.example.com/metadata
`;
  const ProviderDetails = { MetadataURL: 'https://idp.example.com/metadata' };

  async function withGroup(name: (pool: string) => string, input: object = {}) {
    const sandbox = await cloud();
    const userPoolId = await sandbox.pool({ PoolName: 'acme' });
    await sandbox.call('CreateIdentityProvider', { ProviderName: 'Corporate', ProviderType: 'SAML', ProviderDetails });
    await sandbox.call('CreateGroup', { GroupName: name(userPoolId), ...input });
    const { findings } = await sandbox.audit(subjectOf(spec, { userPoolId }));
    return findings.map(({ rule }) => rule);
  }

  it('are expected without a role', async () => {
    expect(await withGroup((pool) => `${pool}_Corporate`)).toEqual([]);
  });

  it('are reported with a role', async () => {
    const RoleArn = 'arn:aws:iam::123456789012:role/eve';
    expect(await withGroup((pool) => `${pool}_Corporate`, { RoleArn })).toEqual(['drift/extra']);
  });

  it('are reported for a provider that the spec does not declare, and for another pool', async () => {
    expect(await withGroup((pool) => `${pool}_Rogue`)).toEqual(['drift/extra']);
    expect(await withGroup(() => 'us-east-1_other_Corporate')).toEqual(['drift/extra']);
  });
});

it('a group with precedence 0 as Terraform makes it, without one, is converged by fix', async () => {
  const sandbox = await cloud();
  const userPoolId = await sandbox.pool({ PoolName: 'acme' });
  await sandbox.call('CreateGroup', { GroupName: 'first' });
  const { audit, steps } = await sandbox.fix(subjectOf('groups:\n  first:\n    precedence: 0\n', { userPoolId }));
  expect(steps.map(({ call }) => call.operation)).toEqual(['UpdateGroup']);
  expect(audit.findings).toEqual([]);
});
