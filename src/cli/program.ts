import { Command } from 'commander';
import { commands } from './commands.js';
import { applyDefaults, NO_DEFAULTS, type ReadDefaults, refuseBroken } from './defaults.js';
import type { Io } from './io.js';
import type { Destination } from './options.js';
import type { CommandGroup, Subcommand } from './subcommand.js';

/** What is known of a call so far, for an answer when it goes wrong. */
export interface Invocation {
  command: string | undefined;
  report: readonly Destination[];
  /** Whether stdout is to be JSON, whatever happens. */
  json: boolean;
  /** Whether stdout has got anything. */
  printed: boolean;
  /** What commander wanted to print: help and version, and complaints. */
  readonly help: string[];
  readonly errors: string[];
}

/** Runs one command, which has its options and its operands. */
export type Action = (name: string, command: Command) => Promise<void>;

/** What the command line is told besides. */
export interface Surroundings {
  readonly version: string;
  readonly configured: ReadDefaults;
  readonly env: Io['env'];
}

/** The grammar of the command line. It prints nothing: what commander would print is collected in the invocation. */
export function program({ version, configured, env }: Surroundings, invocation: Invocation, action: Action): Command {
  const root = new Command('poolward')
    .description('Keeps Amazon Cognito user pools exactly as their committed YAML says.')
    .version(version, '-V, --version', 'print the version')
    .option('--root <folder>', ROOT)
    .helpOption('-h, --help', 'print help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void invocation.help.push(text),
      writeErr: (text) => void invocation.errors.push(text),
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
    })
    .addHelpText('after', EXIT_CODES);
  const ready = (command: Command) => applyDefaults(command, configured, env);
  const run: Action = (name, command) => {
    refuseBroken(command, configured);
    return action(name, command);
  };
  for (const command of commands) add(root, command, { ready, run });
  return root;
}

/** The same as nobody has changed it, to look at. */
export function grammar(): Command {
  const nothing = { command: undefined, report: [], json: false, printed: false, help: [], errors: [] };
  return program({ version: '', configured: NO_DEFAULTS, env: {} }, nothing, async () => undefined);
}

/** Read by `rootOf`, before anything else is. */
const ROOT =
  'files that a spec or poolward.yaml names lie beneath it (default: the nearest folder with .git, else this one)';

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

interface Hooks {
  readonly ready: (command: Command) => void;
  readonly run: Action;
}

function add(parent: Command, one: Subcommand | CommandGroup, hooks: Hooks, before = ''): void {
  const command = parent.command(one.name).description(one.summary);
  const name = `${before}${one.name}`;
  if ('parts' in one) for (const part of one.parts) add(command, part, hooks, `${name} `);
  else {
    one.configure(command);
    hooks.ready(command);
    command.action(() => hooks.run(name, command));
  }
  command.addHelpText('after', examples(one.examples));
}

function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}
