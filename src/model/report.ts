import type { Finding, Severity } from './finding.js';
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
  /** The command was to look at live pools, so that having compared nothing is not clean. */
  readonly comparesLive?: boolean;
  /** What a rule or finding is about, for formats that carry it along. */
  readonly describe?: (rule: string) => RuleDescription | undefined;
  /** Version of Poolward. */
  readonly version?: string;
  /** The folder that relative names of files start from; absolute ones within it are printed relative. */
  readonly cwd?: string;
}

/** A rule, or a finding that no rule makes, for readers who do not have Poolward at hand. */
export interface RuleDescription {
  /** One sentence: what it is about. */
  readonly summary: string;
  /** A paragraph: why it matters. */
  readonly why: string;
  /** What it has unless it is configured otherwise. */
  readonly severity: Severity;
  /** All there is to say, as plain text and as Markdown that links to nothing but the web. */
  readonly help: { readonly text: string; readonly markdown: string };
  /** A page of the web about it. */
  readonly url?: string;
  /** Words to filter by: its kind and sets, and the controls of published standards. The most telling first. */
  readonly tags: readonly string[];
}

/** A pure function; where the text goes is the caller's business. */
export type Reporter = (report: Report, context: ReportContext) => string;
