/** The sandbox on loopback. The only file of the sandbox that touches the network. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Fault, faultsOf } from './faults.js';
import { handle } from './handle.js';
import { IdSource } from './ids.js';
import type { Context } from './operation.js';
import type { RecordedRequest, Sandbox, SandboxOptions } from './sandbox.js';
import { createStore, type Store, type StoredPool } from './store.js';
import {
  type Answer,
  answerWith,
  answerWithError,
  operationOf,
  regionOf,
  ServiceError,
  serialization,
} from './wire.js';
import { worldWith } from './world.js';

/** Starts a sandbox. Nothing is kept when it closes. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const state = stateOf(options);
  const server = createServer((request, response) => void respond(request, response, state));
  // Longer than clients keep an idle connection (Go: 90 s). Node's 5 s would close some under a request that is on its way.
  server.keepAliveTimeout = 95_000;
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const peek = (poolId: string): StoredPool => storedPool(state, poolId);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    world: state.world,
    requests: state.requests,
    seed: (poolId, change) => change(peek(poolId)),
    peek,
    store: (region = 'us-east-1') => storeOf(state, region),
    inject: (rules) => {
      state.fault = faultsOf(rules);
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function stateOf(options: SandboxOptions) {
  return {
    account: options.account ?? '123456789012',
    world: worldWith(options.world),
    ids: new IdSource(options.seed),
    now: options.now ?? (() => new Date()),
    stores: new Map<string, Store>(),
    requests: [] as RecordedRequest[],
    onRequest: options.onRequest,
    fault: faultsOf(options.faults ?? []),
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
  const operation = operationOf(header(request, 'x-amz-target'));
  const region = regionOf(header(request, 'authorization'));
  const text = await bodyOf(request);
  const fault = state.fault(operation);
  if (fault?.delayMs) await wait(fault.delayMs);
  const { answer, body } = answerTo(operation, region, text, fault, state);
  record(state, {
    operation,
    region,
    body,
    status: answer.status,
    ...(answer.errorType && { error: answer.errorType }),
  });
  deliver(request, response, answer, fault);
}

function deliver(request: IncomingMessage, response: ServerResponse, answer: Answer, fault: Fault | undefined): void {
  if (fault?.line === 'reset') request.socket.destroy();
  else if (fault?.line !== 'stall') send(response, fault?.alter?.(answer) ?? answer);
}

function header(request: IncomingMessage, name: string): string | undefined {
  return [request.headers[name]].flat()[0];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function answerTo(operation: string, region: string, text: string, fault: Fault | undefined, state: State) {
  let body: unknown;
  try {
    body = parse(text);
    if (fault?.error) throw fault.error;
    const context: Context = { region, account: state.account, world: state.world, ids: state.ids, now: state.now };
    return { answer: answerWith(handle(storeOf(state, region), context, operation, body)), body };
  } catch (error) {
    return { answer: answerWithError(serviceError(error)), body };
  }
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
  state.requests.push(entry);
  state.onRequest?.(entry);
}

function send(response: ServerResponse, { status, errorType, body }: Answer): void {
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.1',
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': randomUUID(),
    ...(errorType && { 'x-amzn-errortype': errorType }),
  });
  response.end(body);
}
