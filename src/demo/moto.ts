import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A running moto_server on loopback. */
export interface Moto {
  readonly url: string;
  close(): void;
}

/** Starts moto on a free port and waits until it answers. `close` ends that process and no other. */
export async function startMoto(program: string): Promise<Moto> {
  const port = await freePort();
  const child = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const ended = new Promise<never>((_, failed) => {
    child.on('error', failed);
    child.on('exit', (code) => failed(new Error(`moto_server ended with ${code} before it answered`)));
  });
  ended.catch(() => undefined);
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([answering(url), ended]).catch((error) => {
    child.kill();
    throw error;
  });
  return { url, close: () => void child.kill() };
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${url}/moto-api/data.json`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('moto_server did not answer within 30 seconds');
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
