import type { Finding } from './finding.js';
import type { SourceDocument } from './source.js';

/** One pool that a command looked at. */
export interface Target {
  readonly spec: string;
  readonly poolId?: string;
  readonly region?: string;
  readonly account?: string;
}

/** A setting that was not compared, and why. */
export interface Uncompared {
  readonly target: string;
  readonly setting: string;
  readonly reason: string;
}

/** What was looked at. "In sync" may only be said of `checked`. */
export interface Coverage {
  /** Settings compared. */
  readonly checked: number;
  readonly unchecked: readonly Uncompared[];
  readonly unverifiable: readonly Uncompared[];
  readonly unmanaged: readonly Uncompared[];
}

/** The outcome of one command, before anybody prints it. Times are ISO 8601 in UTC. */
export interface Report {
  readonly command: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly targets: readonly Target[];
  /** Sorted by file, position, rule. */
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  /** AWS requests made, and the milliseconds spent waiting for rate limits. */
  readonly calls: number;
  readonly waitedMs: number;
}

/** What a reporter may know beside the report. */
export interface ReportContext {
  readonly color: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** The text of a spec file that a finding points into, for code frames. */
  readonly document: (file: string) => SourceDocument | undefined;
}

/** A pure function; where the text goes is the caller's business. */
export type Reporter = (report: Report, context: ReportContext) => string;
