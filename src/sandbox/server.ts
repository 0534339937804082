/** The sandbox on loopback. The only file of the sandbox that touches the network. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { keySet } from './auth/jwt.js';
import { type Fault, faultsOf } from './faults.js';
import { execute } from './handle.js';
import { hostCheck } from './hosts.js';
import { IdSource } from './ids.js';
import { locate } from './locate.js';
import type { Message } from './messages/message.js';
import type { Context } from './operation.js';
import { admission } from './quotas.js';
import type { RecordedRequest, Sandbox, SandboxOptions } from './sandbox.js';
import { createStore, type Store, type StoredPool } from './store.js';
import { seededUser } from './users/seeded.js';
import {
  type Answer,
  answerWith,
  answerWithError,
  foreignHost,
  operationOf,
  requestTooLarge,
  ServiceError,
  serialization,
} from './wire.js';
import { worldWith } from './world.js';

/** Starts a sandbox. Nothing is kept when it closes. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  // A file that cannot be written is told now, not at the first message.
  if (options.messagesFile !== undefined) appendFileSync(options.messagesFile, '', { mode: 0o600 });
  const state = stateOf(options);
  const server = createServer((request, response) => {
    respond(request, response, state).catch((error) => dropped(response, error));
  });
  // Longer than clients keep an idle connection (Go: 90 s). Node's 5 s would close some under a request that is on its way.
  server.keepAliveTimeout = 95_000;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  return sandboxOf(state, server);
}

/** How long a request may take to arrive. Node answers 408 and closes the connection of a slower one. */
const REQUEST_TIMEOUT_MS = 60_000;

/** Room for the largest requests, styles with their image files. What AWS's own limit is, it does not document. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** A client that goes away in the middle of a request takes nothing with it but its connection. */
function dropped(response: ServerResponse, error: unknown): void {
  if (response.destroyed || response.headersSent) return void response.destroy();
  send(response, answerWithError(serviceError(error)));
}

function sandboxOf(state: State, server: Server): Sandbox {
  const { port } = server.address() as AddressInfo;
  const peek = (poolId: string): StoredPool => storedPool(state, poolId);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    world: state.world,
    requests: state.requests,
    messages: state.messages,
    seed: (poolId, change) => change(peek(poolId)),
    seedUsers: (poolId, users) => {
      const { users: table } = peek(poolId);
      for (const user of users) {
        const made = seededUser(user, state.ids, state.now());
        table.set(made.username, made);
      }
    },
    peek,
    store: (region = 'us-east-1') => storeOf(state, region),
    inject: (rules) => {
      state.fault = faultsOf(rules);
    },
    close: () => closed(server),
  };
}

async function closed(server: Server): Promise<void> {
  const end = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await end;
}

function stateOf(options: SandboxOptions) {
  return {
    account: options.account ?? '123456789012',
    world: worldWith(options.world),
    ids: new IdSource(options.seed),
    now: options.now ?? (() => new Date()),
    stores: new Map<string, Store>(),
    requests: [] as RecordedRequest[],
    messages: [] as Message[],
    invoke: options.invoke,
    record: options.record ?? true,
    onRequest: options.onRequest,
    onMessage: options.onMessage,
    messagesFile: options.messagesFile,
    fault: faultsOf(options.faults ?? []),
    admit: options.quotas && admission(options.quotas),
    isKnownHost: hostCheck(options.allowedHosts ?? []),
  };
}

type State = ReturnType<typeof stateOf>;

function storeOf({ stores }: State, region: string): Store {
  const known = stores.get(region) ?? createStore();
  stores.set(region, known);
  return known;
}

function storedPool({ stores }: State, poolId: string): StoredPool {
  const found = [...stores.values()].map((store) => store.pools.get(poolId)).find((pool) => pool !== undefined);
  if (!found) throw new Error(`The sandbox has no pool ${poolId}.`);
  return found;
}

async function respond(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const { host } = request.headers;
  if (!state.isKnownHost(host)) return send(response, answerWithError(foreignHost(host)));
  if (request.method === 'GET') return send(response, keysFor(request.url ?? '', state));
  const operation = operationOf(header(request, 'x-amz-target'));
  const text = await bodyOf(request);
  if (text === undefined) return refuseBody(response);
  const fault = state.fault(operation);
  if (fault?.delayMs) await wait(fault.delayMs);
  const { answer, body, region } = await answerTo(operation, header(request, 'authorization'), text, fault, state);
  record(state, {
    operation,
    region,
    body,
    status: answer.status,
    ...(answer.errorType && { error: answer.errorType }),
  });
  deliver(request, response, answer, fault);
}

/** What tokens are verified with: `/<pool id>/.well-known/jwks.json`. */
function keysFor(path: string, { stores }: State): Answer {
  const poolId = /^\/([^/]+)\/\.well-known\/jwks\.json$/.exec(path)?.[1] ?? '';
  const known = [...stores.values()].some(({ pools }) => pools.has(poolId));
  return known ? { status: 200, body: JSON.stringify(keySet()) } : { status: 404, body: '{}' };
}

function deliver(request: IncomingMessage, response: ServerResponse, answer: Answer, fault: Fault | undefined): void {
  const shown = fault?.alter?.(answer) ?? answer;
  if (fault?.line === 'reset') request.socket.destroy();
  else if (fault?.line === 'cut') cut(request, response, shown);
  else if (fault?.line === 'drip') drip(response, shown);
  else if (fault?.line !== 'stall') send(response, shown);
}

/** Half of the answer, and no more on this connection. */
function cut(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  head(response, answer);
  response.write(answer.body.slice(0, answer.body.length / 2), () => request.socket.destroy());
}

const DRIP_MS = 50;

function drip(response: ServerResponse, answer: Answer): void {
  head(response, answer);
  const bytes = Buffer.from(answer.body);
  let sent = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, sent + 1));
    sent += 1;
    if (sent === bytes.length) response.end();
    if (sent >= bytes.length) clearInterval(timer);
  }, DRIP_MS);
  response.once('close', () => clearInterval(timer));
}

function header(request: IncomingMessage, name: string): string | undefined {
  return [request.headers[name]].flat()[0];
}

/** The text of a request; undefined where it is larger than any request needs to be. Rejects when the client goes away. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop would otherwise destroy the socket before the answer is on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += (chunk as Buffer).length;
    if (length > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What is still to come of the body is not read: the connection closes behind the answer. */
function refuseBody(response: ServerResponse): void {
  response.setHeader('connection', 'close');
  response.once('finish', () => response.socket?.destroySoon());
  send(response, answerWithError(requestTooLarge(MAX_BODY_BYTES)));
}

async function answerTo(
  operation: string,
  authorization: string | undefined,
  text: string,
  fault: Fault | undefined,
  state: State,
) {
  let body: unknown;
  let region = locate(authorization, undefined, state.stores);
  try {
    body = parse(text);
    region = locate(authorization, body, state.stores);
    if (fault?.error) throw fault.error;
    state.admit?.(operation, region, body);
    const answer = await execute(storeOf(state, region), contextOf(region, state), operation, body);
    return { answer: answerWith(answer), body, region };
  } catch (error) {
    return { answer: answerWithError(serviceError(error)), body, region };
  }
}

function contextOf(region: string, state: State): Context {
  const { account, world, ids, now, invoke } = state;
  return {
    region,
    account,
    world,
    ids,
    now,
    ...(invoke && { invoke }),
    deliver: (message) => post(message, state),
  };
}

/** Whoever waits for a code finds it in the file at once; codes are nobody else's business. */
function post(message: Message, { record, messages, onMessage, messagesFile }: State): void {
  if (record) messages.push(message);
  if (messagesFile !== undefined) appendFileSync(messagesFile, `${JSON.stringify(message)}\n`, { mode: 0o600 });
  onMessage?.(message);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text || '{}');
  } catch {
    throw serialization('text', 'JSON');
  }
}

/** A fault of the sandbox itself is an answer too: a client must never hang on it. */
function serviceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  return new ServiceError('InternalErrorException', `The sandbox failed: ${(error as Error).stack}`, 500);
}

function record(state: State, entry: RecordedRequest): void {
  if (state.record) state.requests.push(entry);
  state.onRequest?.(entry);
}

function send(response: ServerResponse, answer: Answer): void {
  head(response, answer);
  response.end(answer.body);
}

function head(response: ServerResponse, { status, errorType, body }: Answer): void {
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.1',
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': randomUUID(),
    ...(errorType && { 'x-amzn-errortype': errorType }),
  });
}
