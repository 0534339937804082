import { CommanderError } from 'commander';
import { CONFIG_FILE } from '../model/config.js';
import type { FormatName } from '../report/index.js';
import { commands } from './commands.js';
import { concealing } from './concealing.js';
import { fromDefaults, readDefaults } from './defaults.js';
import { type Engines, installedEngines } from './engines.js';
import { EXIT, type ExitCode } from './exit.js';
import type { Failure } from './failure.js';
import { interruption } from './interrupted.js';
import type { Io } from './io.js';
import type { ReportOptions } from './options.js';
import { type Action, type Invocation, program } from './program.js';
import { commandNamed } from './subcommand.js';

/** The whole command line: `argv` is what follows the program's name. Never throws, and prints only through `io`. */
export async function run(argv: readonly string[], world: Io, engines: Engines = installedEngines): Promise<ExitCode> {
  const invocation: Invocation = {
    command: undefined,
    report: [],
    json: wantsJson(argv),
    printed: false,
    help: [],
    errors: [],
  };
  const printing = (print: (text: string) => void) => (text: string) => {
    invocation.printed = true;
    print(text);
  };
  const io = concealing({ ...world, out: printing(world.out), raw: printing(world.raw) });
  try {
    const code = await dispatch(argv, io, engines, invocation);
    return interruption(io.signal)?.exitCode ?? code;
  } catch (error) {
    // What an interrupted engine throws is rarely the reason that it was given.
    const { failureOf } = await import('./failure.js');
    return fail(failureOf(interruption(io.signal) ?? error), io, invocation);
  }
}

async function dispatch(argv: readonly string[], io: Io, engines: Engines, invocation: Invocation): Promise<ExitCode> {
  const { version } = readPackage(io);
  const configured = await readDefaults(io);
  let code: ExitCode = EXIT.clean;
  const action: Action = async (name, command) => {
    const options = command.opts<Partial<ReportOptions>>();
    invocation.command = name;
    invocation.report = options.report ?? [];
    invocation.json = options.format === 'json';
    const given = fromDefaults(command);
    if (options.verbose && given.length > 0) io.err(`From ${CONFIG_FILE}: ${given.join(', ')}.\n`);
    const subcommand = commandNamed(name, commands);
    code = (await subcommand?.run(options as never, { io, engines, operands: command.args })) ?? EXIT.unusable;
  };
  try {
    await program({ version, configured, env: io.env }, invocation, action).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return unparsed(error, io, invocation);
  }
  return code;
}

/** Commander ends by an exception whatever is not a command: help and version, and wrong usage. */
async function unparsed(error: CommanderError, io: Io, invocation: Invocation): Promise<ExitCode> {
  if (error.exitCode === 0) {
    const text = invocation.help.join('');
    io.out(invocation.json ? `${JSON.stringify({ version: 1, text }, null, 2)}\n` : text);
    return EXIT.clean;
  }
  if (error.code === 'commander.help') io.err(`${invocation.errors.join('')}\n`);
  return fail(await usage(error), io, invocation);
}

async function usage({ code, message }: CommanderError): Promise<Failure> {
  const { failure } = await import('./failure.js');
  const text = code === 'commander.help' ? 'A command is needed.' : message.replace(/^error: /, '').replace(/\n/g, ' ');
  return failure({
    code: 'usage',
    fault: 'user',
    message: text,
    help: 'See `poolward --help`, or `--help` after a command.',
  });
}

async function fail(cause: Failure, io: Io, invocation: Invocation): Promise<ExitCode> {
  const { failureJson, failureText } = await import('./failure.js');
  const { writeReports } = await import('./write-reports.js');
  const { concealed } = io;
  const reason: Failure = { ...cause, message: concealed(cause.message), help: cause.help && concealed(cause.help) };
  const document = failureJson(invocation.command, reason);
  const text = failureText(reason, bugsOf(io));
  io.err(text);
  // What fails after the report is out must not add a second document to it.
  if (invocation.json && !invocation.printed) io.out(document);
  const { failureReport } = await import('./failure-report.js');
  // A file of yesterday that says "clean" must not outlive a run that could not look.
  const rendered = (format: FormatName) =>
    format === 'json' ? document : format === 'text' ? text : failureReport(format, invocation.command, reason, io);
  const refused = await writeReports(invocation, rendered, io);
  for (const { message } of refused) io.err(`poolward: ${message}\n`);
  return reason.exitCode;
}

/** Read from the words themselves, because a command line that cannot be parsed has to be answered in JSON too. */
export function wantsJson(argv: readonly string[]): boolean {
  return lastValue('--format', argv) === 'json';
}

/** The folder of `--root`: `poolward.yaml` is read before the command line can be parsed. */
export function rootOf(argv: readonly string[]): string | undefined {
  return lastValue('--root', argv);
}

function lastValue(option: string, argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  const values = words.flatMap((word, index) => {
    if (word === option) return [words[index + 1]];
    return word.startsWith(`${option}=`) ? [word.slice(option.length + 1)] : [];
  });
  return values.at(-1);
}

function readPackage(io: Io): { readonly version: string; readonly bugs?: string | { readonly url?: string } } {
  return JSON.parse(io.readPackageFile('package.json'));
}

function bugsOf(io: Io): string | undefined {
  try {
    const { bugs } = readPackage(io);
    return typeof bugs === 'string' ? bugs : bugs?.url;
  } catch {
    return undefined;
  }
}
