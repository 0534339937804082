import { type Answer, ServiceError } from './wire.js';

/** Makes calls fail or hang, to test how a client takes it. Rules are tried in order; the first that applies is used up. */
export interface FaultRule {
  /** The operation; every operation when absent. */
  readonly operation?: string;
  /** Or whichever operations this picks, called with each in turn. */
  readonly when?: (operation: string) => boolean;
  /** How many calls it applies to; all when absent. */
  readonly times?: number;
  /** How many matching calls pass before it begins. */
  readonly after?: number;
  /** The call waits this long first. */
  readonly delayMs?: number;
  /** What the call answers instead of being executed. */
  readonly error?: { readonly type: string; readonly message: string; readonly status?: number };
  /**
   * The connection is cut before the answer (`reset`) or within it (`cut`), nothing ever comes (`stall`), or one byte at a
   * time (`drip`). The call is executed all the same.
   */
  readonly line?: 'reset' | 'cut' | 'stall' | 'drip';
  /** Changes the answer: cuts its text, or repeats a page. */
  readonly alter?: (answer: Answer) => Answer;
}

export interface Fault extends Pick<FaultRule, 'line' | 'alter'> {
  readonly delayMs: number;
  readonly error?: ServiceError;
}

/** The fault for the next call of an operation, if any: a function, because it counts. */
export function faultsOf(rules: readonly FaultRule[]): (operation: string) => Fault | undefined {
  const states = rules.map((rule) => ({ rule, seen: 0 }));
  return (operation) => {
    for (const state of states) {
      if (state.rule.operation !== undefined && state.rule.operation !== operation) continue;
      if (state.rule.when?.(operation) === false) continue;
      state.seen += 1;
      if (isActive(state.rule, state.seen)) return faultFrom(state.rule);
    }
    return undefined;
  };
}

function isActive({ after = 0, times = Number.POSITIVE_INFINITY }: FaultRule, seen: number): boolean {
  return seen > after && seen <= after + times;
}

function faultFrom({ delayMs = 0, error, line, alter }: FaultRule): Fault {
  return {
    delayMs,
    ...(error && { error: new ServiceError(error.type, error.message, error.status) }),
    ...(line && { line }),
    ...(alter && { alter }),
  };
}
