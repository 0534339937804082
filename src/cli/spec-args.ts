import type { SpecArgs } from './engines.js';
import type { ReportOptions } from './options.js';
import type { Context } from './subcommand.js';

/** What every engine over specs is given, from what the user said. */
export function specArgs(
  options: Pick<ReportOptions, 'environment' | 'quiet' | 'verbose'>,
  { io, operands }: Context,
): SpecArgs {
  const line = (text: string) => io.err(`${text}\n`);
  return {
    specs: operands,
    environment: options.environment ?? (io.env['POOLWARD_ENVIRONMENT'] || undefined),
    io,
    signal: io.signal,
    talk: {
      say: (text) => (options.quiet === true ? undefined : line(text)),
      detail: (text) => (options.verbose === true ? line(text) : undefined),
      progress: io.errIsTty && options.quiet !== true ? bar((text) => io.err(text)) : () => undefined,
    },
  };
}

const WIDTH = 24;

/** One line that is written over; it goes when all is done. */
function bar(write: (text: string) => void): SpecArgs['talk']['progress'] {
  return (done, all, last) => {
    if (all < 2) return;
    const full = Math.round((WIDTH * done) / all);
    const text = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${all} ${last.slice(-50)}`;
    write(`\r\u001b[2K${done < all ? text : ''}`);
  };
}
