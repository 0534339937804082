import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { MADE } from '../../src/facets/kit/made-functions.js';
import { ROOT } from '../harness/built.js';
import { signed } from './moto-functions.js';

/** The functions of a stack, run as Lambda would: what was deployed, in the environment that was deployed. */
export interface DeployedFunctions {
  invoke(arn: string, event: object): Promise<object>;
  /** All that they wrote into their logs. */
  readonly logs: () => string;
  /** Which functions were called, in order. */
  readonly calls: readonly string[];
  /** Moves their clocks. */
  later(ms: number): void;
  close(): Promise<void>;
}

type Env = Readonly<Record<string, string | undefined>>;

/** `env` is what a function has beside its own: where AWS is, and credentials. */
export function deployedFunctions(moto: string, env: Env): DeployedFunctions {
  const workers = new Map<string, Promise<Worker>>();
  const calls: string[] = [];
  const [clock, written] = [new Int32Array(new SharedArrayBuffer(4)), { text: '' }];
  const start = async (arn: string): Promise<Worker> => {
    const { name, settings } = await deployed(moto, arn);
    const file = pathToFileURL(join(ROOT, 'dist/triggers', `${name}.mjs`)).href;
    const options = {
      eval: true,
      env: { ...env, ...settings },
      workerData: { file, clock },
      stderr: true,
      stdout: true,
    };
    const worker = new Worker(HOST, options);
    for (const stream of [worker.stderr, worker.stdout])
      stream.on('data', (text) => {
        written.text += text;
      });
    return worker;
  };
  return {
    calls,
    logs: () => written.text,
    later: (ms) => void Atomics.add(clock, 0, ms),
    close: async () => {
      for (const worker of workers.values()) await (await worker).terminate();
    },
    invoke: async (arn, event) => {
      const worker = workers.get(arn) ?? start(arn);
      workers.set(arn, worker);
      calls.push(Object.values(MADE).find((name) => arn.endsWith(name)) ?? arn);
      return answerOf(await worker, event);
    },
  };
}

function answerOf(worker: Worker, event: object): Promise<object> {
  return new Promise((done, failed) => {
    worker.once('message', ({ answer, error }: { answer?: object; error?: string }) =>
      answer ? done(answer) : failed(new Error(error)),
    );
    worker.postMessage(event);
  });
}

/** One call at a time, as Cognito makes them in one sign-in. What a function throws, Lambda writes into its log. */
const HOST = `
const { parentPort, workerData } = require('node:worker_threads');
const now = Date.now;
Date.now = () => now() + Atomics.load(workerData.clock, 0);
const handler = import(workerData.file).then((module) => module.handler);
parentPort.on('message', async (event) => {
  try {
    parentPort.postMessage({ answer: JSON.parse(JSON.stringify(await (await handler)(event))) });
  } catch (error) {
    console.error(JSON.stringify({ ...error, errorType: error.name, errorMessage: error.message, stack: error.stack }));
    parentPort.postMessage({ error: error.message });
  }
});
`;

/** What Lambda has: the settings of the function; that its code is what was built is proved by the hash. */
async function deployed(moto: string, arn: string): Promise<{ name: string; settings: Env }> {
  const [, , , region = '', , , called = ''] = arn.split(':');
  const url = `${moto}/2015-03-31/functions/${called}/configuration`;
  const found = (await (await fetch(url, { headers: signed(region, 'lambda') })).json()) as {
    readonly CodeSha256: string;
    readonly Environment?: { readonly Variables: Env };
  };
  const name = Object.values(MADE).find((one) => called.endsWith(one)) ?? called;
  const built = createHash('sha256')
    .update(readFileSync(join(ROOT, 'dist/triggers', `${name}.zip`)))
    .digest('base64');
  if (found.CodeSha256 !== built) throw new Error(`${called} is not what was built: ${JSON.stringify(found)}`);
  return { name, settings: found.Environment?.Variables ?? {} };
}
