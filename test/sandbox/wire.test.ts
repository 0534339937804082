import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStore, handle, IdSource, startSandbox, worldWith } from '../../src/sandbox/index.js';
import { clientFor, send, session } from './support.js';

const target = (operation: string) => ({ 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` });
const post = (url: string, headers: Record<string, string>, body: string) =>
  fetch(url, { method: 'POST', headers, body });

describe('the wire', () => {
  it('answers an error with its type in the body and in a header', async () => {
    const { sandbox } = await session();
    const answer = await post(sandbox.url, target('DescribeUserPool'), '{"UserPoolId":"us-east-1_nosuchone"}');
    expect(answer.status).toBe(400);
    expect(answer.headers.get('x-amzn-errortype')).toBe('ResourceNotFoundException');
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('content-type')).toBe('application/x-amz-json-1.1');
    expect(await answer.json()).toEqual({
      __type: 'ResourceNotFoundException',
      message: 'User pool us-east-1_nosuchone does not exist.',
    });
  });

  it.each(['ListDevices', 'NoSuchOperation', ''])('refuses %j, which it does not implement', async (operation) => {
    const { sandbox } = await session();
    const answer = await post(sandbox.url, target(operation), '{}');
    expect(answer.status).toBe(400);
    const { __type, message } = (await answer.json()) as { __type: string; message: string };
    expect(__type).toBe('UnknownOperationException');
    expect(message).toContain(operation || 'this request');
  });

  it('refuses what is not JSON', async () => {
    const { sandbox } = await session();
    const answer = await post(sandbox.url, target('ListUserPools'), '{');
    expect(await answer.json()).toMatchObject({ __type: 'SerializationException' });
  });

  it('takes many requests over one connection', async () => {
    const { sandbox } = await session();
    const body = '{"MaxResults":1}';
    const request = `POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AWSCognitoIdentityProviderService.ListUserPools\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    const socket = connect(sandbox.port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    let received = '';
    socket.on('data', (data) => {
      received += data.toString();
    });
    for (const expected of [1, 2, 3]) {
      socket.write(request);
      await expect.poll(() => received.split('HTTP/1.1 200').length - 1).toBe(expected);
    }
    expect(received).not.toContain('transfer-encoding');
  });

  it('reads the region from the signature and keeps regions apart', async () => {
    const { sandbox } = await session();
    for (const [region, partition] of [
      ['eu-central-1', 'aws'],
      ['cn-north-1', 'aws-cn'],
      ['us-gov-west-1', 'aws-us-gov'],
    ] as const) {
      const client = clientFor(sandbox.url, region);
      const { UserPool } = await send(client, ['CreateUserPool', { PoolName: 'p' }]);
      expect(UserPool.Id).toMatch(new RegExp(`^${region}_[A-Za-z0-9]{9}$`));
      expect(UserPool.Arn).toBe(`arn:${partition}:cognito-idp:${region}:123456789012:userpool/${UserPool.Id}`);
      expect((await send(client, ['ListUserPools', { MaxResults: 60 }])).UserPools).toHaveLength(1);
      client.destroy();
    }
  });

  it('answers dates as epoch seconds', async () => {
    const { sandbox } = await session({ now: () => new Date('2026-01-02T03:04:05.678Z') });
    const answer = await post(sandbox.url, target('CreateUserPool'), '{"PoolName":"p"}');
    expect(await answer.text()).toContain('"CreationDate":1767323045.678');
  });

  it('records what was asked and what was answered', async () => {
    const seen: string[] = [];
    const { sandbox, pool, refusal } = await session({ onRequest: ({ operation }) => seen.push(operation) });
    const id = await pool();
    await refusal('DescribeUserPoolClient', { ClientId: 'nosuch' });
    expect(seen).toEqual(['CreateUserPool', 'DescribeUserPoolClient']);
    expect(sandbox.requests[1]).toEqual({
      operation: 'DescribeUserPoolClient',
      region: 'us-east-1',
      body: { UserPoolId: id, ClientId: 'nosuch' },
      status: 400,
      error: 'ResourceNotFoundException',
    });
  });
});

describe('ids', () => {
  const idsOf = async (seed?: string) => {
    const sandbox = await startSandbox(seed === undefined ? {} : { seed });
    const client = clientFor(sandbox.url);
    const { UserPool } = await send(client, ['CreateUserPool', { PoolName: 'p' }]);
    const made = await send(client, [
      'CreateUserPoolClient',
      { UserPoolId: UserPool.Id, ClientName: 'c', GenerateSecret: true },
    ]);
    client.destroy();
    await sandbox.close();
    return [UserPool.Id, made.UserPoolClient.ClientId, made.UserPoolClient.ClientSecret];
  };

  it('are the same for the same seed, and otherwise not', async () => {
    expect(await idsOf('golden')).toEqual(await idsOf('golden'));
    expect(await idsOf('golden')).not.toEqual(await idsOf('other'));
    expect(await idsOf()).not.toEqual(await idsOf());
    expect((await idsOf())[1]).toMatch(/^[a-z0-9]{26}$/);
  });
});

describe('faults', () => {
  it('fail as many calls as they say, then stop', async () => {
    const error = { type: 'TooManyRequestsException', message: 'Rate exceeded' };
    const { call, refusal } = await session({ faults: [{ operation: 'ListUserPools', after: 1, times: 2, error }] });
    const list = { MaxResults: 1 };
    await call('ListUserPools', list);
    expect(await refusal('ListUserPools', list)).toEqual({ type: error.type, words: error.message });
    expect((await refusal('ListUserPools', list)).type).toBe('TooManyRequestsException');
    expect(await call('ListUserPools', list)).toEqual({ UserPools: [] });
  });

  it('do not execute the call that they fail', async () => {
    const error = { type: 'AccessDeniedException', message: 'no', status: 400 };
    const { call, refusal } = await session({ faults: [{ operation: 'CreateUserPool', times: 1, error }] });
    expect((await refusal('CreateUserPool', { PoolName: 'p' })).type).toBe('AccessDeniedException');
    expect(await call('ListUserPools', { MaxResults: 1 })).toEqual({ UserPools: [] });
  });

  it('can hold a call back', async () => {
    const { call } = await session({ faults: [{ delayMs: 60 }] });
    const start = performance.now();
    await call('ListUserPools', { MaxResults: 1 });
    expect(performance.now() - start).toBeGreaterThan(50);
  });
});

describe('handle', () => {
  const context = {
    region: 'eu-west-1',
    account: '111111111111',
    world: worldWith(),
    ids: new IdSource('s'),
    now: () => new Date(0),
  };

  it('needs no socket, and shares nothing with its caller', () => {
    const store = createStore();
    const request = { PoolName: 'p', LambdaConfig: {}, UserPoolTags: { a: 'b' } };
    const { UserPool } = handle(store, context, 'CreateUserPool', request) as any;
    request.UserPoolTags.a = 'changed';
    UserPool.UserPoolTags.a = 'changed';
    expect(UserPool.Arn).toMatch(/^arn:aws:cognito-idp:eu-west-1:111111111111:/);
    const read = handle(store, context, 'DescribeUserPool', { UserPoolId: UserPool.Id }) as any;
    expect(read.UserPool.UserPoolTags).toEqual({ a: 'b' });
    expect(read.UserPool.CreationDate).toEqual(new Date(0));
  });
});
