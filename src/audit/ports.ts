import type { SectionName, Snapshot, Write } from '../model/facet.js';

/** How a pool is asked for. */
export interface ReadRequest {
  readonly poolId: string;
  readonly sections: readonly SectionName[];
  /** Names of the users that the spec declares; no others are read. */
  readonly users: readonly string[];
}

/** A pool, as a list of pools has it. */
export interface ListedPool {
  readonly id: string;
  readonly name: string;
}

/** Reads live pools. `aws/` has the real one. */
export interface PoolReader {
  /** All pools of the account in the Region. Rejects with `Unread` when they cannot be listed. */
  list(): Promise<readonly ListedPool[]>;
  /** The account of the credentials; undefined where nobody says. Never rejects. */
  account(): Promise<string | undefined>;
  /** Ids of all pools that bear the name. Rejects with `Unread` when pools cannot be listed. */
  find(name: string): Promise<readonly string[]>;
  /** Each section on its own: one that fails does not spoil the others. Never rejects for what AWS answers. */
  read(request: ReadRequest): Promise<Snapshot>;
}

/** A full call, ready to be sent. */
export interface Call {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A call was sent and no answer says what came of it: the line broke, or AWS failed over it. */
export class NotKnown extends Error {}

/** Writes to live pools. `aws/` has the real one. */
export interface PoolWriter {
  /** Rejects with AWS's words where AWS refused it, with `NotKnown` where nobody said. */
  send(call: Call): Promise<void>;
}

export type { Write };

/** AWS requests of a run, counted as they happen. */
export interface Meter {
  calls: number;
  waitedMs: number;
}
