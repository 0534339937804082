import type { CognitoIdentityProviderClientConfig } from '@aws-sdk/client-cognito-identity-provider';
import type { Meter } from '../audit/ports.js';
import { judgeAnswers } from './answers/judge.js';
import type { Limiter } from './limiter.js';

/** Where calls go. What is left out comes from the SDK's own chain: environment, shared config, instance role. */
export interface ConnectionOptions {
  readonly region: string;
  readonly endpointUrl?: string;
  readonly profile?: string;
  readonly roleArn?: string;
  /** Keeps the calls below AWS's quotas; absent: nothing does. */
  readonly limiter?: Limiter;
  /** Aborted when the run is to end: no answer to a question is waited for any more. */
  readonly signal?: AbortSignal;
  /** Default `PATIENCE`. */
  readonly patience?: Patience;
}

/** How long a call is given. */
export interface Patience {
  /** How often it is sent at most. */
  readonly attempts: number;
  /** Milliseconds until there is a connection. */
  readonly connectMs: number;
  /** Milliseconds from there until the answer begins, and from one piece of it to the next. */
  readonly answerMs: number;
  /** Milliseconds for all of an answer, from its beginning. */
  readonly wholeMs: number;
}

/**
 * Cognito answers a read within a second or so; a line that has gone silent is given up long before a nightly run is, and
 * one that drips, too.
 */
export const PATIENCE: Patience = { attempts: 8, connectMs: 5000, answerMs: 20_000, wholeMs: 60_000 };

/** What the clients of all services take. */
export type Settings = Pick<
  CognitoIdentityProviderClientConfig,
  'region' | 'retryMode' | 'maxAttempts' | 'requestHandler' | 'endpoint' | 'profile' | 'credentials'
>;

/** A client of any service, as far as counting its calls goes. */
export interface Client {
  readonly middlewareStack: {
    add(middleware: any, options: any): void;
    addRelativeTo(middleware: any, options: any): void;
  };
}

/** A client of one service. What is throttled, fails at AWS or gets lost on the way is sent again, later each time. */
export async function open<C extends Client>(
  Service: new (settings: Settings) => C,
  options: ConnectionOptions,
  meter: Meter,
): Promise<C> {
  const patience = options.patience ?? PATIENCE;
  const { attempts, connectMs, answerMs } = patience;
  const client = new Service({
    region: options.region,
    retryMode: 'standard',
    maxAttempts: attempts,
    requestHandler: { connectionTimeout: connectMs, requestTimeout: answerMs, throwOnRequestTimeout: true },
    ...(options.endpointUrl && { endpoint: options.endpointUrl }),
    ...(options.profile && { profile: options.profile }),
    ...(await credentials(options, patience)),
  });
  judge(client.middlewareStack, patience);
  if (options.signal) abandon(client, options.signal);
  meterAll(client, meter);
  pace(client, meter, options.limiter);
  return client;
}

/** A role is assumed with the credentials of the default chain; the provider packages are loaded only then. */
async function credentials(options: ConnectionOptions, patience: Patience): Promise<Pick<Settings, 'credentials'>> {
  if (!options.roleArn) return {};
  const { fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
  return {
    credentials: fromTemporaryCredentials({
      params: { RoleArn: options.roleArn, RoleSessionName: 'poolward' },
      clientConfig: { region: options.region },
      clientPlugins: [{ applyToStack: (stack) => judge(stack, patience) }],
    }),
  };
}

function judge(stack: Parameters<typeof judgeAnswers>[0], { answerMs, wholeMs }: Patience): void {
  judgeAnswers(stack, { silentMs: answerMs, wholeMs });
}

/** Operations that change nothing. */
const ASKS = /^(Admin)?(Get|List|Describe|Lookup|Head)/;

/**
 * Gives up what only asks: a line that has gone silent, the wait before a retry, that for a turn. A call that changes
 * something is waited for, because what came of it has to be known.
 */
function abandon(client: Client, signal: AbortSignal): void {
  const waiting = new Set<() => void>();
  const stop = () => {
    for (const giveUp of waiting) giveUp();
  };
  signal.addEventListener('abort', stop, { once: true });
  const middleware = (next: Next, { commandName = '' }: { readonly commandName?: string }): Next => {
    const asked: Next = (args) => {
      signal.throwIfAborted();
      return new Promise((resolve, reject) => {
        const giveUp = () => reject(signal.reason);
        waiting.add(giveUp);
        next(args)
          .then(resolve, reject)
          .finally(() => waiting.delete(giveUp));
      });
    };
    return ASKS.test(commandName) ? asked : next;
  };
  const options = { step: 'initialize', priority: 'high', name: 'poolwardAbandon', override: true };
  client.middlewareStack.add(middleware, options);
}

interface Answered {
  readonly output: { readonly $metadata?: { readonly totalRetryDelay?: number } };
}

/** A call, or one attempt at it. */
type Next = (args: { readonly input: { readonly UserPoolId?: string } }) => Promise<Answered>;

/** Adds the time that retries waited; of what was refused in the end, too. */
function meterAll(client: Client, meter: Meter): void {
  const add = ({ $metadata }: Answered['output']): void => {
    meter.waitedMs += $metadata?.totalRetryDelay ?? 0;
  };
  const middleware =
    (next: Next): Next =>
    async (args) => {
      try {
        const result = await next(args);
        add(result.output);
        return result;
      } catch (error) {
        add(error as Answered['output']);
        throw error;
      }
    };
  client.middlewareStack.add(middleware, { step: 'initialize', name: 'poolwardMeter', override: true });
}

/**
 * Counts every attempt and lets it wait for its turn: a retry is a request like any other. After the retries and before
 * the signature, so that no signature grows old.
 */
function pace(client: Client, meter: Meter, limiter: Limiter | undefined): void {
  const middleware =
    (next: Next, { commandName = '' }: { readonly commandName?: string }): Next =>
    async (args) => {
      const operation = commandName.replace(/Command$/, '');
      meter.waitedMs += (await limiter?.pass(operation, args.input.UserPoolId)) ?? 0;
      meter.calls += 1;
      try {
        return await next(args);
      } catch (error) {
        if (THROTTLED.has((error as Error).name)) limiter?.throttled(operation);
        throw error;
      }
    };
  client.middlewareStack.addRelativeTo(middleware, {
    relation: 'after',
    toMiddleware: 'retryMiddleware',
    name: 'poolwardPace',
    override: true,
  });
}

/** Cognito's own word, and those of AWS's front door. */
const THROTTLED: ReadonlySet<string> = new Set([
  'TooManyRequestsException',
  'ThrottlingException',
  'Throttling',
  'RequestLimitExceeded',
]);
