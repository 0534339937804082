import type { SpecArgs } from './engines.js';
import type { ReportOptions } from './options.js';
import type { Context } from './subcommand.js';

/** What every engine over specs is given, from what the user said. */
export function specArgs(options: ReportOptions, { io, operands }: Context): SpecArgs {
  const line = (text: string) => io.err(`${text}\n`);
  return {
    specs: operands,
    environment: options.environment ?? (io.env['POOLWARD_ENVIRONMENT'] || undefined),
    io,
    signal: io.signal,
    talk: {
      say: (text) => (options.quiet === true ? undefined : line(text)),
      detail: (text) => (options.verbose === true ? line(text) : undefined),
    },
  };
}
