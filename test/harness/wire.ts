// A server on loopback that answers every call as a test wants it, and the product's own client in front of it.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface WireAnswer {
  readonly status?: number;
  readonly body: string | Uint8Array;
  readonly type?: string;
}

/** The address of a server that answers as `answer` says; `write` may send by itself. */
export async function serve(
  answer: (operation: string, body: any) => WireAnswer,
  write: (response: ServerResponse, answer: WireAnswer) => void = whole,
): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const operation = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
    write(response, answer(operation, text.startsWith('{') ? JSON.parse(text) : text));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function whole(
  response: ServerResponse,
  { status = 200, body, type = 'application/x-amz-json-1.1' }: WireAnswer,
): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
