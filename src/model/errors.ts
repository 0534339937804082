/** Whose turn it is to act on an error. */
export type Fault = 'user' | 'environment' | 'tool';

/**
 * "Cannot go on". Bad input is a Finding, not this; where a command needs a valid spec and has none, it is this with
 * the findings printed first. `code` is stable and kebab-case; `help` says what to do next.
 */
export class PoolwardError extends Error {
  readonly code: string;
  readonly fault: Fault;
  readonly help: string | undefined;

  constructor(code: string, message: string, options: { fault: Fault; help?: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = 'PoolwardError';
    this.code = code;
    this.fault = options.fault;
    this.help = options.help;
  }
}
