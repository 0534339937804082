import type { Severity } from '../../model/finding.js';

/** A finding that no rule makes: about the files, their text, the live pool, or a deploy. */
export interface FindingKind {
  /** `drift/changed`, as reports print it. */
  readonly id: string;
  /** All that it may have. */
  readonly severity: readonly Severity[];
  /** One sentence: what was found. */
  readonly summary: string;
  /** Why it is a finding. */
  readonly why: string;
  readonly todo: string;
  readonly references?: readonly string[];
}

type Words = readonly [name: string, summary: string, why: string, todo: string];

/** Findings of one family that all are errors. */
export function errors(family: string, rows: readonly Words[]): FindingKind[] {
  return rows.map(([name, summary, why, todo]) => ({
    id: `${family}/${name}`,
    severity: ['error'],
    summary,
    why,
    todo,
  }));
}
