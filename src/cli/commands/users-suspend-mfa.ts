import { InvalidArgumentError } from 'commander';
import { EXIT, type ExitCode } from '../exit.js';
import { type LiveOptions, liveArgs, type ReportOptions, withLive, withSpec } from '../options.js';
import { specArgs } from '../spec-args.js';
import type { Context, Subcommand } from '../subcommand.js';
import type { UserOutcome } from '../suspension-args.js';

type Options = LiveOptions &
  Pick<ReportOptions, 'environment' | 'quiet'> & {
    /** Milliseconds. */
    readonly for: number;
    readonly reason: string;
    readonly journal?: string;
    readonly yes?: true;
  };

const ABOUT = `
It switches off no more than what keeps the code of a forgotten password from the user's address, and reads the user again.
What the user had is noted in the journal first: \`poolward users restore-mfa\` puts it back.
Exit codes: 0 the user can reset the password; 1 a suspension does not let the user do so, and nothing was changed; 2 AWS, or
something else, refused it; 3 it was sent, and what came of it could not be read.`;

export const suspendMfa: Subcommand<Options> = {
  name: 'suspend-mfa',
  summary: "let one user reset the password that the user's own second factor keeps from it; a dry run without --yes",
  examples: [
    'poolward users suspend-mfa ada@example.com configs/customers.yaml --for 4h --reason "ticket 4711"',
    'poolward users suspend-mfa ada@example.com configs/customers.yaml --for 4h --reason "ticket 4711" --yes',
  ],
  configure: (command) => {
    withLive(withSpec(command.argument('<user>', 'user name, sub, e-mail address or phone number')))
      .requiredOption('--for <time>', 'how long at most: 30m, 4h or 2d', duration)
      .requiredOption('--reason <text>', 'why, for the journal', reason)
      .option('--yes', 'change the user')
      .option('--journal <file>', 'where it is noted (default: .poolward/mfa-suspended.<pool id>.jsonl)')
      .option('--quiet', 'only what is done, and what is to be done next')
      .addHelpText('after', ABOUT);
  },
  run: async (options, context) => {
    const [user = '', ...operands] = context.operands;
    const { for: forMs, reason, journal, yes } = options;
    const outcome = await context.engines.suspendMfa({
      ...specArgs(options, { ...context, operands }),
      ...liveArgs(options),
      io: context.io,
      user,
      forMs,
      reason,
      journal,
      yes: yes === true,
    });
    return tell(outcome, options, context);
  },
};

/** Prints what came of it. */
export function tell({ text, came, notice }: UserOutcome, { quiet }: { quiet?: true }, { io }: Context): ExitCode {
  io.out(text);
  if (notice !== undefined && (quiet !== true || came === 'unproved')) io.err(`${notice}\n`);
  return { met: EXIT.clean, unmet: EXIT.findings, unproved: EXIT.unchecked }[came];
}

const UNIT = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
/** A suspension that nobody remembers is no suspension. */
const LONGEST = 30 * UNIT.d;

function duration(text: string): number {
  const [, number, unit] = /^([1-9]\d{0,4})([mhd])$/.exec(text) ?? [];
  const ms = Number(number) * UNIT[unit as keyof typeof UNIT];
  if (!(ms <= LONGEST)) throw new InvalidArgumentError('It has to be a time such as 30m, 4h or 2d, and at most 30d.');
  return ms;
}

/** A text for the journal. */
export function reason(text: string): string {
  if (text.trim() === '' || text.length > 500)
    throw new InvalidArgumentError('It has to be a text of 1 to 500 characters.');
  return text.trim();
}
