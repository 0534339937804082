import { CreateUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { type DeployedState, deployedState } from '../../src/audit/deployed-state.js';
import { diff } from '../../src/audit/diff.js';
import { observe } from '../../src/audit/observe.js';
import { type Origin, originOf } from '../../src/audit/three-way.js';
import type { ConvergedBy } from '../../src/model/finding.js';
import { desired, identityOf } from '../../src/spec/desired.js';
import { cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';
import { SECTIONS } from '../harness/twin.js';

/** How the drift of one live pool came about, by setting. */
async function origins(yaml: string, live: object, state: DeployedState, convergedBy: ConvergedBy = 'terraform') {
  const aws = await cloud();
  const poolId = await aws.pool({ PoolName: 'acme', ...live });
  const { spec } = subjectOf(yaml);
  const wanted = desired(spec);
  const seen = observe(await aws.reader.read({ poolId, sections: SECTIONS, users: [] }), wanted, new Map());
  const deployed = { state, identity: identityOf(spec), desired: wanted, live: seen };
  const { changes } = diff(wanted, seen);
  return Object.fromEntries(
    changes.map((one) => [
      one.setting ? `${one.address}.${one.setting}` : one.address,
      originOf(one, convergedBy, deployed),
    ]),
  );
}

const pool = (attributes: object): DeployedState => new Map([['aws_cognito_user_pool.pool', attributes as never]]);
const PASSWORDS = (minimum_length: number) => ({ password_policy: [{ minimum_length }] });
const LIVE = (MinimumLength: number) => ({ Policies: { PasswordPolicy: { MinimumLength, RequireLowercase: true } } });
const SPEC = 'passwordPolicy:\n  minimumLength: 12\n';

describe('a drift', () => {
  it.each<[string, number, number, ConvergedBy, Origin]>([
    ['deployed as the spec says, and changed since', 12, 8, 'terraform', 'changed'],
    ['not deployed yet', 9, 9, 'terraform', 'undeployed'],
    ['that Terraform took over', 9, 9, 'fix', 'absorbed'],
    ['changed since, and not deployed either', 10, 9, 'terraform', 'both'],
  ])('%s', async (_name, state, live, convergedBy, origin) => {
    const found = await origins(SPEC, LIVE(live), pool(PASSWORDS(state)), convergedBy);
    expect(found['passwordPolicy.minimumLength']).toBe(origin);
  });

  it('of which the state says nothing', async () => {
    const found = await origins(SPEC, LIVE(9), new Map());
    expect(found['passwordPolicy.minimumLength']).toBeUndefined();
  });

  it('of what Terraform lost on the way is nobody’s change', async () => {
    const aws = await cloud();
    const UserPoolId = await aws.pool({ PoolName: 'acme' });
    await aws.call('CreateGroup', { GroupName: 'admins' });
    const { document, spec, outputs, today } = subjectOf('groups:\n  admins:\n    precedence: 0\n', {
      userPoolId: UserPoolId,
    });
    const state = new Map([['aws_cognito_user_group.admins', { name: 'admins', precedence: 0 }]]);
    const { findings } = await aws.audit({ document, spec, outputs: { ...outputs, state }, today });
    expect(findings).toMatchObject([{ setting: 'groups.admins.precedence', convergedBy: 'fix' }]);
    expect(findings[0]?.cause).toMatch(/^Terraform takes 0 for none/);
  });

  it('of a list, whatever its order', async () => {
    const live = { AliasAttributes: ['email', 'preferred_username'] };
    const state = pool({ alias_attributes: ['preferred_username', 'email'] });
    expect((await origins('', live, state))['signIn.aliasAttributes']).toBe('undeployed');
  });

  it('of an object: never deployed, or deleted since', async () => {
    const client = new Map([['aws_cognito_user_pool_client.web', {}]]);
    expect((await origins('clients:\n  web: {}\n', {}, client))['clients/web']).toBe('changed');
    expect((await origins('clients:\n  web: {}\n', {}, new Map()))['clients/web']).toBe('undeployed');
  });
});

it('an object that nobody declares is of the last deploy, or of nobody that the state knows', async () => {
  const aws = await cloud();
  const poolId = await aws.pool({ PoolName: 'acme' });
  const { UserPoolClient } = await aws.client.send(
    new CreateUserPoolClientCommand({ UserPoolId: poolId, ClientName: 'old' }),
  );
  const { spec } = subjectOf('');
  const wanted = desired(spec);
  const live = observe(await aws.reader.read({ poolId, sections: SECTIONS, users: [] }), wanted, new Map());
  const [extra] = diff(wanted, live).changes.filter(({ kind }) => kind === 'extra');
  if (!extra) throw new Error('the client is no change');
  const by = (state: DeployedState) =>
    originOf(extra, 'fix', { state, identity: identityOf(spec), desired: wanted, live });
  expect(by(new Map([['aws_cognito_user_pool_client.old', { id: UserPoolClient?.ClientId }]]))).toBe('undeployed');
  expect(by(new Map())).toBeUndefined();
});

describe('a Terraform state', () => {
  const attributes = { name: 'acme' };
  const known = [['aws_cognito_user_pool.pool', attributes]];

  it.each<[string, unknown, unknown]>([
    [
      'in a file',
      {
        version: 4,
        resources: [{ mode: 'managed', type: 'aws_cognito_user_pool', name: 'pool', instances: [{ attributes }] }],
      },
      known,
    ],
    [
      'as shown',
      {
        values: {
          root_module: {
            resources: [{ mode: 'managed', type: 'aws_cognito_user_pool', name: 'pool', values: attributes }],
          },
        },
      },
      known,
    ],
    ['without resources', { version: 4, resources: [] }, []],
    ['that is none', { outputs: {} }, undefined],
    ['that is no JSON', undefined, undefined],
  ])('%s', (_name, value, expected) => {
    const state = deployedState(value === undefined ? '{' : JSON.stringify(value));
    expect(state && [...state]).toEqual(expected);
  });
});
