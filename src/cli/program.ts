import { Command } from 'commander';
import { commands } from './commands.js';
import type { Destination } from './options.js';
import type { CommandGroup, Subcommand } from './subcommand.js';

/** What is known of a call so far, for an answer when it goes wrong. */
export interface Invocation {
  command: string | undefined;
  report: readonly Destination[];
  /** Whether stdout has got anything. */
  printed: boolean;
  /** What commander wanted to print: help and version, and complaints. */
  readonly help: string[];
  readonly errors: string[];
}

/** Runs one command with its parsed options and its operands. */
export type Action = (name: string, options: Record<string, never>, operands: readonly string[]) => Promise<void>;

/** The grammar of the command line. It prints nothing: what commander would print is collected in the invocation. */
export function program(version: string, invocation: Invocation, action: Action): Command {
  const root = new Command('poolward')
    .description('Keeps Amazon Cognito user pools exactly as their committed YAML says.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void invocation.help.push(text),
      writeErr: (text) => void invocation.errors.push(text),
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
    })
    .addHelpText('after', EXIT_CODES);
  for (const command of commands) add(root, command, action);
  return root;
}

/** Fixed, so that help reads the same in a terminal, a log and the documentation. */
const HELP_WIDTH = 100;

const EXIT_CODES = `
Exit codes:
  0  clean
  1  findings at or above --severity
  2  wrong usage, or an invalid spec where a valid one is needed
  3  nothing found, but not everything could be read
  130, 143  interrupted

Examples:
  $ poolward init
  $ poolward validate
  $ poolward audit configs/customers.yaml --report json=audit.json`;

function add(parent: Command, one: Subcommand | CommandGroup, action: Action, before = ''): void {
  const command = parent.command(one.name).description(one.summary);
  const name = `${before}${one.name}`;
  if ('parts' in one) for (const part of one.parts) add(command, part, action, `${name} `);
  else {
    one.configure(command);
    command.action(() => action(name, command.opts(), command.args));
  }
  command.addHelpText('after', examples(one.examples));
}

function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}
