// What a client may do to the connection: the sandbox lives on, and so do its pools.
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Session, session } from './support.js';

const LIST = 'x-amz-target: AWSCognitoIdentityProviderService.ListUserPools\r\n';

/** Sends raw text and answers the socket, and what came back so far. */
function raw(port: number, text: string): { socket: Socket; received: () => string } {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (data) => {
    received += data.toString();
  });
  socket.on('error', () => {});
  socket.write(text);
  onTestFinished(() => void socket.destroy());
  return { socket, received: () => received };
}

async function poolOf({ call }: Session): Promise<string[]> {
  const { UserPools } = await call('ListUserPools', { MaxResults: 60 });
  return UserPools.map(({ Name }: { Name: string }) => Name);
}

describe('a request that', () => {
  it.each([
    ['is cut off in its headers', `POST / HTTP/1.1\r\nHost: localhost\r\n${LIST}`],
    ['is cut off in its body', `POST / HTTP/1.1\r\nHost: localhost\r\n${LIST}Content-Length: 400\r\n\r\n{"MaxResults"`],
    ['is no HTTP', 'hello\r\n\r\n'],
    ['lies about its length', `POST / HTTP/1.1\r\nHost: localhost\r\n${LIST}Content-Length: -1\r\n\r\n{}`],
  ])('%s loses no pool', async (_case, text) => {
    const own = await session();
    await own.pool({ PoolName: 'kept' });
    for (const end of ['destroy', 'resetAndDestroy', 'end'] as const) {
      const { socket } = raw(own.sandbox.port, text);
      await new Promise((resolve) => setTimeout(resolve, 20));
      socket[end]();
    }
    expect(await poolOf(own)).toEqual(['kept']);
  });

  it('never ends is answered, and its connection closed', async () => {
    const own = await session();
    await own.pool({ PoolName: 'kept' });
    const { socket, received } = raw(
      own.sandbox.port,
      `POST / HTTP/1.1\r\nHost: localhost\r\n${LIST}Transfer-Encoding: chunked\r\n\r\n`,
    );
    const piece = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const more = () => {
      if (socket.destroyed) return;
      if (socket.write(piece)) setImmediate(more);
      else socket.once('drain', more);
    };
    more();
    await closed;
    expect(received()).toMatch(/^HTTP\/1\.1 413 .*RequestEntityTooLargeException/s);
    expect(await poolOf(own)).toEqual(['kept']);
  });

  it('is slow keeps nobody else waiting', async () => {
    const own = await session();
    raw(own.sandbox.port, `POST / HTTP/1.1\r\nHost: localhost\r\n${LIST}Content-Length: 400\r\n\r\n{`);
    await own.pool({ PoolName: 'made meanwhile' });
    expect(await poolOf(own)).toEqual(['made meanwhile']);
  });

  it('nests without end is refused', async () => {
    const { sandbox } = await session();
    const headers = { 'x-amz-target': 'AWSCognitoIdentityProviderService.CreateUserPool' };
    const body = `{"PoolName":${'['.repeat(1_000_000)}`;
    const answer = await fetch(sandbox.url, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ __type: 'SerializationException' });
  });
});

describe('the host', () => {
  const statusFor = async (port: number, host: string): Promise<string> => {
    const body = '{"MaxResults":1}';
    const { received } = raw(
      port,
      `POST / HTTP/1.1\r\nHost: ${host}\r\n${LIST}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    );
    await expect.poll(received).toContain('\r\n\r\n');
    return received().slice(9, 12);
  };

  it.each(['127.0.0.1:PORT', 'localhost', 'LOCALHOST:PORT', '[::1]:PORT', 'pools.localhost:PORT'])(
    'may be %s',
    async (host) => {
      const { sandbox } = await session();
      expect(await statusFor(sandbox.port, host.replace('PORT', String(sandbox.port)))).toBe('200');
    },
  );

  it.each(['evil.example', 'evil.example:PORT', 'localhost.evil.example', '127.0.0.1.evil.example', ''])(
    'may not be %j',
    async (host) => {
      const { sandbox } = await session();
      expect(await statusFor(sandbox.port, host.replace('PORT', String(sandbox.port)))).toBe('403');
    },
  );

  it('may be one that it was started with', async () => {
    const { sandbox } = await session({ allowedHosts: ['Host.docker.internal'] });
    expect(await statusFor(sandbox.port, `host.docker.internal:${sandbox.port}`)).toBe('200');
    expect(await statusFor(sandbox.port, 'evil.example')).toBe('403');
  });
});
