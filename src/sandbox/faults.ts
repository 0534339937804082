import { ServiceError } from './wire.js';

/** Makes calls fail or hang, to test how a client takes it. Rules are tried in order; the first that applies is used up. */
export interface FaultRule {
  /** The operation; every operation when absent. */
  readonly operation?: string;
  /** How many calls it applies to; all when absent. */
  readonly times?: number;
  /** How many matching calls pass before it begins. */
  readonly after?: number;
  /** The call waits this long first. */
  readonly delayMs?: number;
  /** What the call answers instead of being executed. */
  readonly error?: { readonly type: string; readonly message: string; readonly status?: number };
}

export interface Fault {
  readonly delayMs: number;
  readonly error?: ServiceError;
}

/** The fault for the next call of an operation, if any: a function, because it counts. */
export function faultsOf(rules: readonly FaultRule[]): (operation: string) => Fault | undefined {
  const states = rules.map((rule) => ({ rule, seen: 0 }));
  return (operation) => {
    for (const state of states) {
      if (state.rule.operation !== undefined && state.rule.operation !== operation) continue;
      state.seen += 1;
      if (isActive(state.rule, state.seen)) return faultFrom(state.rule);
    }
    return undefined;
  };
}

function isActive({ after = 0, times = Number.POSITIVE_INFINITY }: FaultRule, seen: number): boolean {
  return seen > after && seen <= after + times;
}

function faultFrom({ delayMs = 0, error }: FaultRule): Fault {
  return error ? { delayMs, error: new ServiceError(error.type, error.message, error.status) } : { delayMs };
}
