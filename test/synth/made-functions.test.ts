// The functions that a stack makes: their names, what they may do, and what must exist before what.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PoolSpec } from '../../src/facets/index.js';
import { MADE, type MadeTrigger, madeArn, madeName } from '../../src/facets/kit/made-functions.js';
import { Expression } from '../../src/model/expression.js';
import type { TerraformResource } from '../../src/model/facet.js';
import { valueAt } from '../../src/model/state.js';
import { desired, identityOf } from '../../src/spec/desired.js';
import { resources } from '../../src/synth/resources.js';
import { MINIMAL } from '../harness/specs.js';

const TRIGGERS = Object.keys(MADE) as MadeTrigger[];
const CHALLENGE: PoolSpec = {
  ...MINIMAL,
  emailSender: { service: 'ses', identity: 'example.com', configurationSet: 'codes' },
  emailChallenge: { from: 'Acme <no-reply@example.com>' },
};
const BOTH: PoolSpec = {
  ...CHALLENGE,
  mfa: { mode: 'optional', totp: true },
  userMfa: { factors: ['totp'], restoreAfterReset: true },
};
const made = (spec: PoolSpec) => resources(desired(spec), identityOf(spec));
const find = (all: readonly TerraformResource[], address: string): any =>
  all.find(({ type, name }) => `${type}.${name}` === address);

describe('the name of a function', () => {
  const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,62}$/);

  it('is one that Lambda and IAM take', () => {
    fc.assert(
      fc.property(id, fc.constantFrom(...TRIGGERS), (one, trigger) => {
        expect(madeName({ id: one }, trigger)).toMatch(/^poolward-[a-z0-9-]{1,55}$/);
      }),
    );
  });

  it('is another one for another pool, however alike their ids begin', () => {
    fc.assert(
      fc.property(id, id, fc.constantFrom(...TRIGGERS), (one, other, trigger) => {
        const [a, b] = ['a'.repeat(40), 'a'.repeat(40)].map((start, index) =>
          `${start}${[one, other][index]}`.slice(0, 63),
        );
        if (a !== b) expect(madeName({ id: a ?? '' }, trigger)).not.toBe(madeName({ id: b ?? '' }, trigger));
      }),
    );
  });
});

describe('a spec that asks for functions', () => {
  const all = made(BOTH);
  const identity = identityOf(BOTH);

  it('means the triggers that name them, and no others', () => {
    const state = desired(BOTH);
    for (const trigger of TRIGGERS) {
      expect(valueAt(state, `triggers.${trigger}`)).toBe(madeArn(identity, trigger));
      expect(valueAt(desired(MINIMAL), `triggers.${trigger}`)).toBeUndefined();
    }
    expect(valueAt(desired(CHALLENGE), 'triggers.postConfirmation')).toBeUndefined();
    expect(valueAt(desired(CHALLENGE), 'emailChallenge.identity')).toBe(valueAt(state, 'emailSender.identity'));
  });

  it('has the pool refer to the functions, and no function nor its role to the pool', () => {
    const { lambdaConfig } = find(all, 'aws_cognito_user_pool.pool').arguments;
    for (const trigger of TRIGGERS) expect(lambdaConfig[trigger], trigger).toBeInstanceOf(Expression);
    const before = all.filter(
      ({ type, name }) => type !== 'aws_lambda_permission' && /_auth_challenge$|^restore_mfa$/.test(name),
    );
    expect(before).toHaveLength(16);
    expect(JSON.stringify(before)).not.toContain('aws_cognito_user_pool');
  });

  it('permits Cognito to call them, whatever triggers.permissions says', () => {
    const permitted = made({ ...BOTH, triggers: { permissions: false } }).filter(
      ({ type }) => type === 'aws_lambda_permission',
    );
    expect(permitted).toHaveLength(4);
    for (const { arguments: said } of permitted)
      expect(said).toMatchObject({
        principal: 'cognito-idp.amazonaws.com',
        sourceArn: new Expression('aws_cognito_user_pool.pool.arn'),
      });
  });

  it.each([
    ['define_auth_challenge', ['logs:CreateLogStream', 'logs:PutLogEvents']],
    ['create_auth_challenge', ['logs:CreateLogStream', 'logs:PutLogEvents', 'ses:SendEmail']],
    ['verify_auth_challenge', ['logs:CreateLogStream', 'logs:PutLogEvents']],
    ['restore_mfa', ['logs:CreateLogStream', 'logs:PutLogEvents']],
  ])('lets %s do no more than it must', (name, actions) => {
    const { Statement } = JSON.parse(find(all, `aws_iam_role_policy.${name}`).arguments.policy);
    expect(Statement.flatMap(({ Action }: any) => Action)).toEqual(actions);
    expect(JSON.stringify(Statement.map(({ Resource }: any) => Resource))).not.toContain('"*"');
  });

  it('lets codes be sent from one address of one identity', () => {
    const { Statement } = JSON.parse(find(all, 'aws_iam_role_policy.create_auth_challenge').arguments.policy);
    expect(Statement[1]).toEqual({
      Effect: 'Allow',
      Action: 'ses:SendEmail',
      Resource: ['identity/example.com', 'configuration-set/codes'].map(
        (one) => `arn:aws:ses:${identity.region}:${identity.account}:${one}`,
      ),
      Condition: { StringEquals: { 'ses:FromAddress': 'no-reply@example.com' } },
    });
  });

  it.each([
    [[], ['AdminGetUser', 'AdminSetUserMFAPreference']],
    [[{ group: 'staff', factors: [] }], ['AdminGetUser', 'AdminListGroupsForUser', 'AdminSetUserMFAPreference']],
  ] as const)('lets MFA be restored in this pool alone, with overrides %j', (overrides, operations) => {
    const spec = { ...BOTH, userMfa: { ...BOTH.userMfa, overrides } };
    const { policy } = find(made(spec), 'aws_iam_role_policy.restore_mfa_users').arguments;
    const actions = JSON.stringify(operations.map((one) => `cognito-idp:${one}`));
    expect(policy.terraform).toContain(`"Action":${actions},"Resource":aws_cognito_user_pool.pool.arn}`);
  });

  it('makes none for a trigger that somebody else keeps', () => {
    const spec = {
      ...BOTH,
      triggers: { postConfirmation: madeArn(identity, 'postConfirmation').replace('restore', 'other') },
    };
    expect(find(made(spec), 'aws_lambda_function.restore_mfa')).toBeUndefined();
  });
});
