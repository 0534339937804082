// Reading and writing again changes nothing, whatever AWS does with what a call leaves out.
import { describe, expect, it } from 'vitest';
import { SECTIONS } from '../../src/audit/audit.js';
import { COGNITO } from '../../src/aws/answers/cognito.js';
import { FULL_CALL, NotRead } from '../../src/fix/full-call.js';
import type { WriteOperation } from '../../src/model/facet.js';
import { defaultWorld, type WorldOptions } from '../../src/sandbox/index.js';
import type { Omission } from '../../src/sandbox/world.js';
import { cloud } from '../harness/cloud.js';
import { emptySnapshot } from '../harness/twin.js';
import { writableMembers } from '../harness/writable-members.js';
import { MFA, richPool, SmsConfiguration } from './rich-pool.js';

const every = <T extends object>(table: T, omission: Omission): Record<keyof T, Omission> =>
  Object.fromEntries(Object.keys(table).map((key) => [key, omission])) as Record<keyof T, Omission>;

const worldOf = (omission: Omission): WorldOptions => ({
  poolUpdateOmission: every(defaultWorld.poolUpdateOmission, omission),
  clientUpdateOmission: every(defaultWorld.clientUpdateOmission, omission),
});

describe.each([
  ['resets all that is left out', worldOf('reset')],
  ['keeps all that is left out', worldOf('kept')],
  ['does what was measured', {}],
])('where AWS %s', (_title, world) => {
  it.each(Object.keys(FULL_CALL) as WriteOperation[])('%s without a piece changes nothing', async (operation) => {
    const sandbox = await cloud({ world });
    const { poolId, target, everything } = await richPool(sandbox);
    const before = await everything();
    const snapshot = await sandbox.reader.read({ poolId, sections: SECTIONS, users: [] });
    await sandbox.writer.send({ operation, input: { ...FULL_CALL[operation](snapshot, poolId, target(operation)) } });
    expect(await everything()).toEqual(before);
  });
});

describe('with MFA off', () => {
  it('SetUserPoolMfaConfig takes no factor, and keeps the passkeys', async () => {
    const sandbox = await cloud({ world: { smsConfigurationOnOmit: 'kept' } });
    const poolId = await sandbox.pool({ SmsConfiguration });
    await sandbox.call('SetUserPoolMfaConfig', { WebAuthnConfiguration: MFA.WebAuthnConfiguration });
    const before = await sandbox.call('GetUserPoolMfaConfig');
    const snapshot = await sandbox.reader.read({ poolId, sections: SECTIONS, users: [] });
    const input = FULL_CALL.SetUserPoolMfaConfig(snapshot, poolId, '');
    expect(Object.keys(input).sort()).toEqual(['MfaConfiguration', 'UserPoolId', 'WebAuthnConfiguration']);
    await sandbox.writer.send({ operation: 'SetUserPoolMfaConfig', input: { ...input } });
    expect(await sandbox.call('GetUserPoolMfaConfig')).toEqual(before);
  });
});

describe('the members of a call', () => {
  const operations = Object.keys(FULL_CALL) as WriteOperation[];
  const members = [...writableMembers(operations).keys()].map((path) => path.split(/[.[]/));
  const topMembers = (operation: string): string[] => [
    ...new Set(members.flatMap(([owner, member = '']) => (owner === operation ? [member] : []))),
  ];
  const NOT_REPEATED: Readonly<Record<string, readonly string[]>> = {
    // Legacy twins of the template's texts: AWS refuses a pair that disagrees, so only the template is repeated.
    UpdateUserPool: ['EmailVerificationMessage', 'EmailVerificationSubject', 'SmsVerificationMessage'],
    // They hold the secret, and an update without them keeps them.
    UpdateIdentityProvider: ['ProviderDetails'],
    // AWS never returns it: the rows send the spec's.
    SetUICustomization: ['ImageFile'],
  };

  it.each(operations)('%s carries every one that the SDK has', (operation) => {
    const names = topMembers(operation);
    const texts = { SmsMessage: '', EmailMessage: '', EmailSubject: '' };
    const said = Object.fromEntries(names.map((name) => [name, name === 'Assets' ? [] : {}]));
    const session = { ok: true, value: said };
    const item = { ok: true, value: { ...said, CustomDomainConfig: { CertificateArn: 'x' }, session } } as const;
    const lists = Object.entries(emptySnapshot()).flatMap(([section, { value }]: [string, any]) =>
      Array.isArray(value) ? [[section, { ok: true, value: [{ name: 'x', id: 'x', item }] }]] : [],
    );
    const snapshot = {
      ...emptySnapshot(),
      ...Object.fromEntries(lists),
      logs: { ok: true, value: said },
      pool: {
        ok: true,
        value: {
          ...said,
          Name: 'x',
          Policies: { PasswordPolicy: {} },
          VerificationMessageTemplate: texts,
          SmsConfiguration: {},
        },
      },
      mfa: { ok: true, value: { ...said, MfaConfiguration: 'ON' } },
      sessions: { ok: true, value: said },
    };
    const carried = Object.keys(FULL_CALL[operation](snapshot as never, 'pool', 'x'));
    const left = names.filter((name) => !carried.includes(name));
    expect(left.sort()).toEqual(NOT_REPEATED[operation] ?? []);
  });
});

describe('a member that AWS always answers', () => {
  /** The section that holds an answer, and where in it. */
  const PLACES: Readonly<Record<string, readonly [section: string, root: readonly string[]]>> = {
    DescribeUserPool: ['pool', ['UserPool']],
    GetUserPoolMfaConfig: ['mfa', []],
    DescribeUserPoolClient: ['clients', ['UserPoolClient']],
    ListResourceServers: ['resourceServers', ['ResourceServers[]']],
    ListGroups: ['groups', ['Groups[]']],
    GetLogDeliveryConfiguration: ['logs', []],
    GetUserPoolSessionConfiguration: ['sessions', []],
    DescribeTerms: ['terms', ['Terms']],
    ListUserPoolReplicas: ['replicas', ['UserPoolReplicas[]']],
  };
  /** Marked as required by the SDK, or by the call that must repeat them, beside what the table of answers has. */
  const MORE: readonly (readonly [answer: string, member: string])[] = [
    ['GetLogDeliveryConfiguration', 'LogConfigurations'],
    ['GetUserPoolSessionConfiguration', 'UserSessionTracking'],
    ['GetUserPoolSessionConfiguration', 'TokenSession'],
    ['DescribeTerms', 'Terms.TermsName'],
    ['DescribeTerms', 'Terms.TermsSource'],
    ['DescribeTerms', 'Terms.Enforcement'],
    ['DescribeTerms', 'Terms.Links'],
    ['ListUserPoolReplicas', 'UserPoolReplicas[].Status'],
  ];
  const members = [
    ...Object.keys(PLACES).flatMap((answer) => (COGNITO[answer]?.always ?? []).map((one) => [answer, one] as const)),
    ...MORE,
  ].flatMap(([answer, member]) => {
    const [section, root] = PLACES[answer] as (typeof PLACES)[string];
    const path = member.split('.').slice(root.length);
    return path.length > 0 && !path.join('.').includes('[]') ? [[section, path.join('.')] as const] : [];
  });

  const dropped = (one: any, [name = '', ...rest]: readonly string[]): any => {
    if (rest.length > 0) return one?.[name] === undefined ? one : { ...one, [name]: dropped(one[name], rest) };
    const { [name]: _, ...others } = one;
    return others;
  };

  /** What was read, without one member of the object or of all objects of a section. */
  const without = (snapshot: object, section: string, path: readonly string[]): any => {
    const { value } = (snapshot as any)[section];
    const less = Array.isArray(value)
      ? value.map((one) => ({ ...one, item: { ok: true, value: dropped(one.item.value, path) } }))
      : dropped(value, path);
    return { ...snapshot, [section]: { ok: true, value: less } };
  };

  it('is never left out of a call, nor made up, when it was not read', async () => {
    const sandbox = await cloud();
    const { poolId, target } = await richPool(sandbox);
    const snapshot = await sandbox.reader.read({ poolId, sections: SECTIONS, users: [] });
    const needing: string[] = [];
    for (const operation of Object.keys(FULL_CALL) as WriteOperation[])
      for (const [section, path] of members) {
        const build = (from: typeof snapshot) => FULL_CALL[operation](from, poolId, target(operation));
        try {
          expect([operation, path, build(without(snapshot, section, path.split('.')))]).toEqual([
            operation,
            path,
            build(snapshot),
          ]);
        } catch (error) {
          if (!(error instanceof NotRead)) throw error;
          needing.push(`${operation} ${path}`);
        }
      }
    expect(needing).toEqual(
      expect.arrayContaining([
        'UpdateUserPool Policies.PasswordPolicy',
        'UpdateUserPool UserPoolTags',
        'SetLogDeliveryConfiguration LogConfigurations',
        'SetUserPoolSessionConfiguration TokenSession',
      ]),
    );
  });
});
