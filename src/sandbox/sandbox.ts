import type { FaultRule } from './faults.js';
import type { Message } from './messages/message.js';
import type { Invoke } from './operation.js';
import type { QuotaOptions } from './quotas.js';
import type { Store, StoredPool } from './store.js';
import type { SeededUser } from './users/seeded.js';
import type { World, WorldOptions } from './world.js';

export interface SandboxOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Names that the sandbox answers for beside 127.0.0.1, [::1] and localhost: `host.docker.internal`. */
  readonly allowedHosts?: readonly string[];
  /** Default 123456789012. */
  readonly account?: string;
  readonly world?: WorldOptions;
  /** With a seed every run draws the same ids and secrets. */
  readonly seed?: string;
  /** The clock; default the real one. */
  readonly now?: () => Date;
  readonly onRequest?: (entry: RecordedRequest) => void;
  readonly faults?: readonly FaultRule[];
  /** Whether AWS's quotas hold; default no. */
  readonly quotas?: QuotaOptions;
  /** Runs the functions of triggers. Without it none may be invoked, and a call that needs one fails as it does in AWS. */
  readonly invoke?: Invoke;
  /** Hears of every mail and text message that Cognito would have sent. */
  readonly onMessage?: (message: Message) => void;
  /** Each of them is appended to this file, a line of JSON each. */
  readonly messagesFile?: string;
  /** Whether `requests` and `messages` are kept; default true. A run of millions of calls has no room for them. */
  readonly record?: boolean;
}

export interface RecordedRequest {
  readonly operation: string;
  readonly region: string;
  readonly body: unknown;
  readonly status: number;
  /** The type of the error. */
  readonly error?: string;
}

export interface Sandbox {
  readonly url: string;
  readonly port: number;
  readonly world: World;
  readonly requests: readonly RecordedRequest[];
  /** Every mail and text message that Cognito would have sent, in order. */
  readonly messages: readonly Message[];
  /** Changes a stored pool into a state that no call reaches: immutable settings, old pools, a user's authenticator app. */
  seed(poolId: string, change: (stored: StoredPool) => void): void;
  /** Puts users into a pool without a call for each: a million takes seconds. */
  seedUsers(poolId: string, users: Iterable<SeededUser>): void;
  /** What is stored of a pool, hidden truths included. */
  peek(poolId: string): StoredPool;
  /** Puts other faults in place of those that it was started with. */
  inject(rules: readonly FaultRule[]): void;
  /** The store of a region, as `handle` takes it. */
  store(region?: string): Store;
  close(): Promise<void>;
}
