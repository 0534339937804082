import type { IdSource } from './ids.js';
import type { Message } from './messages/message.js';
import type { Store, StoredClient, StoredDomain, StoredPool } from './store.js';
import { notFound } from './wire.js';
import type { World } from './world.js';

/** Where and when a call happens. */
export interface Context {
  readonly region: string;
  readonly account: string;
  readonly world: World;
  readonly ids: IdSource;
  now(): Date;
  /** Runs the function of a trigger and answers what it returns. Without it no function may be invoked. */
  readonly invoke?: Invoke;
  /** Takes what would be mailed or texted; without it nobody reads it. */
  readonly deliver?: (message: Message) => void;
}

/**
 * Runs a Lambda function. What it throws is the function's own error, unless it is an `InvocationFailure`: then the function
 * never ran.
 */
export type Invoke = (functionArn: string, event: object) => Promise<object>;

export interface Call extends Context {
  readonly store: Store;
}

/** A request after validation: what the API model requires is there. */
export type Checked<T> = T extends string | number | boolean | Date | Uint8Array | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? Checked<Item>[]
    : T extends object
      ? { [Key in keyof T]: undefined extends T[Key] ? RequiredOrNot<T, Key> : Checked<T[Key]> }
      : T;

// The SDK writes a required member as `Name: string | undefined`, an optional one as `Name?: string | undefined`.
type RequiredOrNot<T, Key extends keyof T> =
  Partial<Pick<T, Key>> extends Pick<T, Key> ? Checked<T[Key]> : Checked<Exclude<T[Key], undefined>>;

export type Operation<Request, Response> = (request: Checked<Request>, call: Call) => Omit<Response, '$metadata'>;

/** An operation that may run the functions of triggers. */
export type AsyncOperation<Request, Response> = (
  request: Checked<Request>,
  call: Call,
) => Promise<Omit<Response, '$metadata'>>;

/** `aws-cn` and `aws-us-gov` are partitions of their own. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

export function poolArn(poolId: string, { region, account }: Context): string {
  return `arn:${partitionOf(region)}:cognito-idp:${region}:${account}:userpool/${poolId}`;
}

export function poolOf(poolId: string, { store }: Call): StoredPool {
  const found = store.pools.get(poolId);
  if (!found) throw notFound(`User pool ${poolId} does not exist.`);
  return found;
}

export function clientOf(stored: StoredPool, clientId: string): StoredClient {
  const found = stored.clients.get(clientId);
  if (!found) throw notFound(`User pool client ${clientId} does not exist.`);
  return found;
}

export function domainsOf(poolId: string, { store }: Call): StoredDomain[] {
  return [...store.domains.values()].filter((domain) => domain.poolId === poolId);
}
