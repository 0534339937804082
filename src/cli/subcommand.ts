import type { Command } from 'commander';
import type { Engines } from './engines.js';
import type { ExitCode } from './exit.js';
import type { Io } from './io.js';

/** What a command is given besides its options. */
export interface Context {
  readonly io: Io;
  readonly engines: Engines;
  /** The arguments that are not options. */
  readonly operands: readonly string[];
}

/**
 * One command: a file in `commands/` and a line in `commands.ts`. Its imports are light; what is heavy is imported when
 * it runs.
 */
export interface Subcommand<Options = never> {
  readonly name: string;
  readonly summary: string;
  /** Command lines that work as they stand; `--help` prints them and a test runs them. */
  readonly examples: readonly [string, ...string[]];
  configure(command: Command): void;
  /** `options` are what `configure` declared, as commander parsed them. */
  run(options: Options, context: Context): Promise<ExitCode>;
}

/** Commands that share a first word: `users audit`. */
export interface CommandGroup extends Pick<Subcommand, 'name' | 'summary' | 'examples'> {
  readonly parts: readonly Subcommand[];
}

/** A command by its words; undefined where there is none. */
export function commandNamed(name: string, all: readonly (Subcommand | CommandGroup)[]): Subcommand | undefined {
  const [first, second] = name.split(' ');
  const found = all.find((one) => one.name === first);
  return found && 'parts' in found ? found.parts.find((part) => part.name === second) : found;
}
