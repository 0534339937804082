import type { PoolIdentity } from '../model/facet.js';
import type { Severity } from '../model/finding.js';
import type { Path } from '../model/source.js';
import { type PoolState, valueAt } from '../model/state.js';
import type { Cloud } from './cloud.js';

/** What a check may look at. */
export interface PreflightInput {
  readonly identity: PoolIdentity;
  /** What the spec wants, every setting resolved. */
  readonly state: PoolState;
  /** From the spec or the outputs of the last deploy; undefined before the first one. */
  readonly poolId: string | undefined;
  readonly now: Date;
}

/** One problem that a check found. */
export interface Problem {
  /** `preflight/` and this is the rule. */
  readonly finding: string;
  readonly severity: Severity;
  /** One sentence: the thing, what was found, what AWS does about it. */
  readonly message: string;
  readonly help: string;
}

/** One thing that a spec needs of another service. */
export interface Need {
  /** Where the spec says so. */
  readonly path: Path;
  /** Rejects with `Unread` where nobody knows, with `Unverifiable` where AWS does not say. */
  look(cloud: Cloud): Promise<readonly Problem[]>;
}

/** One kind of thing that a deploy needs of another service. One file each. */
export interface Check {
  /** Kebab-case. */
  readonly id: string;
  /** One line. */
  readonly summary: string;
  /** The IAM actions that looking takes. */
  readonly actions: readonly string[];
  /** What it may find, by the name that comes after `preflight/`. */
  readonly findings: Readonly<Record<string, { readonly severity: readonly Severity[]; readonly summary: string }>>;
  /** AWS pages. */
  readonly references: readonly [string, ...string[]];
  /** What this spec needs; nothing, for most specs. Asks nobody. */
  needs(input: PreflightInput): readonly Need[];
}

/** A resolved setting as text; undefined where the spec wants none. */
export function textAt({ state }: PreflightInput, setting: string): string | undefined {
  const value = valueAt(state, setting);
  return typeof value === 'string' ? value : undefined;
}

/** Whether the pool is for production; one whose spec is silent is. */
export function isProduction({ state }: PreflightInput): boolean {
  return valueAt(state, 'pool.environment') === 'production';
}
