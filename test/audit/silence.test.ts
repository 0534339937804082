// What AWS leaves out is compared as what its silence means, and never as what the spec happens to want.
import { describe, expect, it } from 'vitest';
import { cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';

interface Case {
  readonly pool?: object;
  /** Puts the stored pool into a state that no call reaches any more. */
  readonly change?: (stored: any) => void;
  readonly client?: object;
  readonly spec: string;
  readonly drift: readonly string[];
}

const mechanisms = (...ways: string[]) => `accountRecovery:\n  mechanisms: [${ways.join(', ')}]\n`;
const without = (stored: any) => void delete stored.pool.AccountRecoverySetting;
const caseSensitive = (said: string) => `signIn:\n  caseSensitive: ${said}\n`;
const unsaid = { UsernameConfiguration: undefined };
const newer = 'terraform:\n  providerVersion: ">= 6.6.0, < 7.0.0"\n';

describe('a pool', () => {
  it.each<[string, Case]>([
    [
      'without the case of user names, and a spec silent',
      { pool: unsaid, spec: '', drift: ['warning nobody signIn.caseSensitive'] },
    ],
    [
      'without it, and false',
      { pool: unsaid, spec: caseSensitive('false'), drift: ['warning nobody signIn.caseSensitive'] },
    ],
    [
      'without it, and true',
      { pool: unsaid, spec: caseSensitive('true'), drift: ['warning nobody signIn.caseSensitive'] },
    ],
    [
      'without recovery, and a spec silent',
      { change: without, spec: '', drift: ['error terraform accountRecovery.mechanisms'] },
    ],
    ['without recovery, and legacy', { change: without, spec: mechanisms('legacy'), drift: [] }],
    ['with recovery, and legacy', { spec: mechanisms('legacy'), drift: ['error nobody accountRecovery.mechanisms'] }],
    [
      'whose client had an empty list',
      { client: { WriteAttributes: [], ExplicitAuthFlows: [] }, spec: 'clients:\n  web:\n', drift: [] },
    ],
    ['of another name', { pool: { PoolName: 'old' }, spec: '', drift: ['error fix pool.name'] }],
    [
      'of another name, and a provider that renames',
      { pool: { PoolName: 'old' }, spec: newer, drift: ['note terraform pool.name'] },
    ],
  ])('%s', async (_what, { pool = {}, change, client, spec, drift }) => {
    const aws = await cloud();
    const userPoolId = await aws.pool({ PoolName: 'acme', ...pool });
    if (change) aws.sandbox.seed(userPoolId, change);
    if (client) await aws.call('CreateUserPoolClient', { ClientName: 'web', ...client });
    const { findings } = await aws.audit(subjectOf(spec, { userPoolId }));
    expect(findings.map(({ severity, convergedBy, setting }) => `${severity} ${convergedBy} ${setting}`)).toEqual(
      drift,
    );
  });

  it('is renamed by fix, in place', async () => {
    const aws = await cloud();
    const userPoolId = await aws.pool({ PoolName: 'old' });
    const { audit } = await aws.fix(subjectOf('', { userPoolId }));
    expect(audit.findings).toEqual([]);
    expect(aws.sandbox.peek(userPoolId).pool.Name).toBe('acme');
  });
});
