import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import type { PoolSpec } from '../../src/facets/index.js';
import { type Policy, policyFor } from '../../src/iam/policy.js';
import { PURPOSES, type Purpose } from '../../src/iam/purposes.js';
import { FIND, LEARN_QUOTAS, READS, REVEALING } from '../../src/iam/reads.js';
import { CHECKS } from '../../src/preflight/checks/index.js';
import type { Answer } from '../../src/sandbox/wire.js';
import { USER_OPERATIONS } from '../../src/users/operations.js';
import { makeBase, NAMES } from '../detection/base.js';
import { bench } from '../detection/bench.js';
import { SOURCES } from '../harness/sources.js';
import { MINIMAL } from '../harness/specs.js';

const ID = 'us-east-1_AbCdEfGhI';
const policy = (purposes: readonly Purpose[], spec: PoolSpec = MINIMAL, poolId: string | undefined = ID) =>
  policyFor([{ spec, poolId }], purposes);
const actionsOf = ({ Statement }: Policy) => Statement.flatMap(({ Action }) => Action).sort();
const cognito = (operations: readonly string[]) => [...new Set(operations)].map((one) => `cognito-idp:${one}`).sort();

describe('the policy of an audit', () => {
  it('holds the operations of docs/faults.md, each of which leaves something unchecked when it is denied, and no more', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/faults.md'), 'utf8');
    const [, ...rows] = page.split('\n').filter((line) => line.startsWith('| '));
    const denied = rows.map((row) => row.split('|').map((cell) => cell.trim()));
    expect(denied.every(([, , cell]) => cell === 'unchecked')).toBe(true);
    const needed = denied.map(([, operation = '']) => operation);
    const spec = { ...MINIMAL, users: { ada: {} } };
    const own = actionsOf(policyFor([{ spec, poolId: undefined }], ['audit']));
    expect(own).toEqual(cognito([...needed, LEARN_QUOTAS]));
  });

  it('lists no users where none are declared, and no pools where the id is known', () => {
    const own = actionsOf(policy(['audit']));
    expect(own).not.toContain('cognito-idp:ListUsers');
    expect(own).not.toContain(`cognito-idp:${FIND}`);
  });

  it('is about this pool, but for what IAM cannot limit', () => {
    expect(policy(['audit']).Statement.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      ['Pools', [`arn:aws:cognito-idp:us-east-1:123456789012:userpool/${ID}`]],
      ['Account', ['*']],
    ]);
    const elsewhere = { pool: { ...MINIMAL.pool, region: 'cn-north-1' } };
    expect(policyFor([{ spec: elsewhere, poolId: undefined }], ['audit']).Statement[0]?.Resource).toEqual([
      'arn:aws-cn:cognito-idp:cn-north-1:123456789012:userpool/*',
    ]);
  });

  it('writes nothing', () => {
    for (const action of actionsOf(policy(['audit', 'who', 'preflight'])))
      expect(action.split(':')[1]).toMatch(/^(Get|List|Describe|Lookup)/);
  });
});

describe('the policy of pull requests', () => {
  it('leaves out the reads whose answers hold a secret or people, and nothing else', async () => {
    const own = await bench('test/detection/base.yaml', makeBase, NAMES);
    const answers = new Map<string, string>();
    const listen = (operation: string) => ({
      operation,
      alter: (answer: Answer): Answer => {
        answers.set(operation, `${answers.get(operation) ?? ''}${answer.body}`);
        return answer;
      },
    });
    own.sandbox.inject(Object.values(READS).flat().map(listen));
    const [client] = own.stored.clients.values();
    const secrets = ['hidden', ...(client?.secrets.map(({ value }) => value) ?? [])];
    await own.audit();
    await own.close();
    const revealing = [...answers].filter(([, text]) => secrets.some((secret) => text.includes(secret)));
    expect(revealing.map(([operation]) => operation).sort()).toEqual(
      [...REVEALING].filter((one) => one !== 'ListUsers').sort(),
    );
    const [all, few] = [actionsOf(policy(['audit'])), actionsOf(policy(['pull-request']))];
    expect(all.filter((action) => !few.includes(action))).toEqual(cognito(revealing.map(([name]) => name)));
  });
});

describe('the policy of a fix', () => {
  it('holds what src/aws/writes.ts can send, and what an audit reads', () => {
    const source = readFileSync(join(import.meta.dirname, '../../src/aws/writes.ts'), 'utf8');
    const sendable = [...new Set(source.match(/\b[A-Z]\w+(?=Command\b)/g))];
    expect(sendable.length).toBeGreaterThan(20);
    const reads = actionsOf(policy(['audit']));
    expect(actionsOf(policy(['fix', 'delete']))).toEqual([...reads, ...cognito(sendable)].sort());
    expect(actionsOf(policy(['fix'])).filter((action) => action.includes(':Delete'))).toEqual([]);
  });

  it('passes the roles that the spec names, and no others', () => {
    const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
    const spec = {
      ...MINIMAL,
      smsSender: { role: role('sms'), externalId: 'x' },
      groups: { admins: { role: role('admins') } },
    } as PoolSpec;
    const roles = policy(['fix'], spec).Statement.find(({ Sid }) => Sid === 'Roles');
    expect(roles).toMatchObject({ Action: ['iam:PassRole'], Resource: [role('admins'), role('sms')] });
    expect(roles?.Condition).toEqual({
      StringEquals: { 'iam:PassedToService': ['cognito-identity.amazonaws.com', 'cognito-idp.amazonaws.com'] },
    });
    expect(policy(['audit'], spec).Statement.some(({ Sid }) => Sid === 'Roles')).toBe(false);
  });
});

describe('the policy of what looks at users and changes them', () => {
  const { list, settings, groups, change, phones, resetTotp } = USER_OPERATIONS;

  it('lists groups only where userMfa names some', () => {
    expect(actionsOf(policy(['users']))).toEqual(cognito([...list, ...settings, LEARN_QUOTAS]));
    const spec = { ...MINIMAL, userMfa: { overrides: [{ group: 'admins', factors: ['totp'] }] } } as PoolSpec;
    expect(actionsOf(policy(['users'], spec))).toEqual(cognito([...list, ...settings, ...groups, LEARN_QUOTAS]));
  });

  it('holds what src/aws/user-writes.ts can send besides', () => {
    const source = readFileSync(join(import.meta.dirname, '../../src/aws/user-writes.ts'), 'utf8');
    const sendable = [...new Set(source.match(/\bnew [A-Z]\w+(?=Command\()/g))].map((one) => one.slice(4));
    expect(sendable.sort()).toEqual([...change, ...phones, ...resetTotp].sort());
    const beside = (purpose: Purpose) =>
      actionsOf(policy([purpose])).filter((one) => !actionsOf(policy(['users'])).includes(one));
    expect(beside('users-change')).toEqual(cognito(change));
    expect(beside('users-phones')).toEqual(cognito([...change, ...phones]));
    expect(beside('users-reset-totp')).toEqual(cognito(resetTotp));
  });
});

it('the policy of preflight holds the actions of its checks', () => {
  expect(actionsOf(policy(['preflight']))).toEqual([...new Set(CHECKS.flatMap(({ actions }) => actions))].sort());
});

it('names only operations that exist', () => {
  const names = actionsOf(policy(PURPOSES)).flatMap((action) =>
    action.startsWith('cognito-idp:') ? [action.slice(12)] : [],
  );
  expect(names.filter((name) => !(`${name}Command` in sdk))).toEqual([]);
});

it('names every operation that a section reader sends', () => {
  const sent = SOURCES.filter(({ file }) => file.startsWith('aws/sections/')).flatMap(({ file }) => {
    const text = readFileSync(join(import.meta.dirname, '../../src', file), 'utf8');
    return text.match(/\bnew [A-Z]\w+(?=Command\()/g)?.map((one) => one.slice(4)) ?? [];
  });
  expect([...new Set(sent)].sort()).toEqual(Object.values(READS).flat().sort());
});
