import { CreateUserPoolClientCommand, UpdateUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { auditPool, type PoolAudit } from '../../src/audit/audit.js';
import type { PoolReader } from '../../src/audit/ports.js';
import { RECOMMENDED, type RuleChoice } from '../../src/model/config.js';
import { cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';

const POOL = 'pool:\n  id: acme\n  name: acme\n  region: us-east-1\n  account: "123456789012"\n';
const only = (...rules: string[]): RuleChoice => ({
  sets: [],
  severity: Object.fromEntries(rules.map((rule) => [rule, 'warning' as const])),
});

/** A live pool with one client, and its audit by a few rules alone. */
async function live(input: object, client: object = {}) {
  const aws = await cloud();
  const UserPoolId = await aws.pool({ PoolName: 'acme', ...input });
  const made = await aws.client.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'web' }));
  const ClientId = made.UserPoolClient?.ClientId;
  if (Object.keys(client).length > 0)
    await aws.client.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId, ...client }));
  return (spec: string, choice: RuleChoice, reader: PoolReader = aws.reader): Promise<PoolAudit> =>
    auditPool({ ...subjectOf(`${POOL}${spec}`, { userPoolId: UserPoolId }), choice }, reader);
}

const briefly = ({ findings }: PoolAudit) => findings.map(({ rule, setting }) => `${rule} ${setting}`);

describe('the rules on a live pool', () => {
  const rule = only('deletion-protection-off');

  it('say nothing twice: what the spec is found fault with is said of the spec', async () => {
    const audit = await live({});
    expect(briefly(await audit('clients:\n  web: {}\n', rule))).toEqual([]);
  });

  it('are broken by a drift, which says so and weighs as much', async () => {
    const audit = await live({});
    const { findings } = await audit('  deletionProtection: true\nclients:\n  web: {}\n', rule);
    expect(findings).toMatchObject([
      {
        rule: 'drift/changed',
        setting: 'pool.deletionProtection',
        cause: expect.stringContaining('deletion-protection-off'),
      },
    ]);
  });

  it('are broken by the drift of another setting that they look at', async () => {
    const audit = await live({ UserPoolTier: 'PLUS' });
    const { findings } = await audit('clients:\n  web: {}\n', only('plus-tier-unused'));
    expect(findings).toMatchObject([{ setting: 'pool.tier', cause: expect.stringContaining('plus-tier-unused') }]);
  });

  it('do not judge what the spec leaves to somebody else', async () => {
    const audit = await live({});
    const unmanaged = 'unmanaged:\n  - path: pool.deletionProtection\n    owner: ops\n    reason: theirs\n';
    const spec = `  deletionProtection: true\nclients:\n  web: {}\n${unmanaged}`;
    expect(briefly(await audit(spec, rule))).toEqual([]);
  });

  it('do not run on a pool that was not read', async () => {
    const audit = await live({});
    const aws = await cloud();
    const reader: PoolReader = {
      ...aws.reader,
      read: async () => ({ pool: { ok: false, reason: 'AccessDeniedException: no' } }),
    };
    const { coverage } = await audit('clients:\n  web: {}\n', rule, reader);
    expect(coverage.unchecked.length).toBeGreaterThan(0);
  });

  it('that lack a section are unchecked by name', async () => {
    const audit = await live({});
    const aws = await cloud();
    const userPoolId = await aws.pool({ PoolName: 'acme' });
    const reader: PoolReader = {
      ...aws.reader,
      read: async (request) => ({
        ...(await aws.reader.read({ ...request, poolId: userPoolId })),
        clients: { ok: false, reason: 'AccessDeniedException: no' },
      }),
    };
    const { coverage, findings } = await audit('clients:\n  web: {}\n', only('user-existence-revealed'), reader);
    expect(coverage.unchecked).toContainEqual({
      target: 'configs/acme.yaml',
      setting: 'rule user-existence-revealed',
      reason: 'AccessDeniedException: no',
    });
    expect(findings.filter(({ rule: id }) => id === 'user-existence-revealed')).toEqual([]);
  });

  it('find fault with an undeclared client in the finding about it', async () => {
    const audit = await live({});
    const { findings } = await audit('', RECOMMENDED);
    const extra = findings.filter(({ setting = '' }) => setting.startsWith('clients.web'));
    expect(extra).toMatchObject([{ rule: 'drift/extra', cause: expect.stringContaining('user-existence-revealed') }]);
  });
});
