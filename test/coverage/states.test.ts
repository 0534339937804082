// Every member of AWS's answers that tells a state is a finding when it is a bad one, or excepted by name and with the reason.
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../scripts/coverage/operations.js';
import { auditPool } from '../../src/audit/audit.js';
import { cloud } from '../harness/cloud.js';
import { ROWS } from '../harness/registry.js';
import { subjectOf } from '../harness/specs.js';
import { readableMembers } from '../harness/writable-members.js';

const STATE = /(Status|State|Failure|Reason|Error|Health)$/;

/** Members that `audit/broken` looks at. */
const FINDINGS = [
  'DescribeUserPool.UserPool.SmsConfigurationFailure',
  'DescribeUserPool.UserPool.EmailConfigurationFailure',
  'DescribeUserPoolDomain.DomainDescription.Status',
];

/** What else ends so, and why it is no state that could be a bad one, or is told already. */
const EXCEPTED: Readonly<Record<string, string>> = {
  'DescribeUserPool.UserPool.Status': '“This parameter is no longer used”',
  'DescribeUserPool.UserPool.DcrConfiguration.EnableStatus': 'a setting: dynamicRegistration.enabled',
  'ListUserPoolReplicas.UserPoolReplicas[].Status': 'a setting: replicas.<region>.status',
};

const reads = Object.entries(OPERATIONS).filter(([, one]) => one.kind === 'configuration-read' && 'section' in one);
const states = [...readableMembers(reads.map(([name]) => name)).keys()].filter((member) => STATE.test(member));

it('knows every state in what it reads', () => {
  expect(states.filter((member) => !FINDINGS.includes(member) && !(member in EXCEPTED))).toEqual([]);
  expect([...FINDINGS, ...Object.keys(EXCEPTED)].filter((member) => !states.includes(member))).toEqual([]);
});

it('excepts as a setting only what a row covers', () => {
  const settings = Object.values(EXCEPTED).flatMap((why) => /^a setting: (\S+)/.exec(why)?.[1] ?? []);
  const rows = ROWS.map(({ facet, name }) =>
    facet.kind === 'single' ? `${facet.id}.${name}` : `${facet.id}.<region>.${name}`,
  );
  expect(settings.filter((name) => !rows.includes(name))).toEqual([]);
});

const SPEC = 'domains:\n  acme-login: {}\n';

/** Rule, severity and setting of what is found of a pool that AWS answers so. */
async function found(change: (own: Awaited<ReturnType<typeof cloud>>, poolId: string) => void): Promise<string[]> {
  const own = await cloud();
  const userPoolId = await own.pool({ PoolName: 'acme' });
  await own.call('CreateUserPoolDomain', { Domain: 'acme-login' });
  change(own, userPoolId);
  const { findings } = await auditPool(subjectOf(SPEC, { userPoolId }), own.reader);
  return findings
    .filter(({ rule }) => rule === 'audit/broken')
    .map(({ severity, setting }) => `${severity} ${setting}`);
}

describe('what AWS calls broken is a finding', () => {
  it.each<[string, object, string[]]>([
    ['nothing', {}, []],
    ['the role of SMS', { SmsConfigurationFailure: 'InvalidSmsRoleAccessPolicyException' }, ['error smsSender']],
    ['the SMS sandbox', { SmsConfigurationFailure: 'SNSSandbox' }, ['warning smsSender']],
    ['both', { SmsConfigurationFailure: 'InvalidSmsRoleAccessPolicyException, SNSSandbox' }, ['error smsSender']],
    ['mail', { EmailConfigurationFailure: 'Email address is not verified.' }, ['error emailSender']],
  ])('%s', async (_name, answer, expected) => {
    expect(await found(({ sandbox }, id) => void Object.assign(sandbox.peek(id).pool, answer))).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['ACTIVE', []],
    ['CREATING', ['note domains.acme-login']],
    ['UPDATING', ['note domains.acme-login']],
    ['DELETING', ['error domains.acme-login']],
    ['FAILED', ['error domains.acme-login']],
  ])('a domain that is %s', async (status, expected) => {
    const seed = ({ sandbox }: Awaited<ReturnType<typeof cloud>>) => {
      const stored = sandbox.store('us-east-1').domains.get('acme-login');
      if (stored) Object.assign(stored, { status });
    };
    expect(await found(seed)).toEqual(expected);
  });
});
