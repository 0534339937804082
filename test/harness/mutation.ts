import type { ConvergedBy, Severity } from '../../src/model/finding.js';

export type Call = readonly [operation: string, input: Readonly<Record<string, unknown>>];

export interface Mutation {
  readonly name: string;
  /** The spec, without the `pool` section unless it matters. */
  readonly spec: string;
  /** The pool as the spec has it. */
  readonly made?: readonly Call[];
  /** What is done to it; `client` is the id of the client `web`. */
  readonly done: (client: string) => readonly Call[];
  /** The one finding. */
  readonly finds: readonly [rule: string, setting: string, Severity, ConvergedBy];
  readonly derived?: readonly string[];
}
