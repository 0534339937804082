// What a team decided once for everybody: `defaults` in poolward.yaml, over the options that commands have.
import type { Command } from 'commander';
import { CONFIG_FILE, type Defaults } from '../model/config.js';
import { PoolwardError } from '../model/errors.js';
import type { JsonSchema } from '../model/facet.js';
import type { Finding } from '../model/finding.js';
import { limits } from '../spec/limits.js';
import type { Io } from './io.js';
import { LastingOption, sentence } from './lasting-option.js';

/** What the file says to the command line. */
export interface ReadDefaults {
  readonly defaults: Defaults;
  /** Why nothing of the file counts. */
  readonly findings: readonly Finding[];
}

/** Without a file, and without the word in it, nothing that reads it is loaded. */
export async function readDefaults({ files }: Pick<Io, 'files'>): Promise<ReadDefaults> {
  // What is no file that may be read is for those to report who read it.
  const { bytes } = files.read(CONFIG_FILE, { folder: '.' }, limits.fileBytes);
  if (!bytes || !new TextDecoder().decode(bytes).includes('defaults')) return NO_DEFAULTS;
  const { readConfig } = await import('../spec/config.js');
  const { config, findings } = readConfig(files);
  return { defaults: config.defaults ?? {}, findings };
}

export const NO_DEFAULTS: ReadDefaults = { defaults: {}, findings: [] };

/** Gives a command what the file says; the environment goes before it, and the command line before both. */
export function applyDefaults(command: Command, { defaults }: ReadDefaults, env: Io['env']): void {
  for (const option of lastingOf(command)) {
    const value = option.variables.some((name) => env[name]) ? undefined : valueFor(option, wordsOf(command), defaults);
    if (value === undefined) continue;
    option.decide(value, CONFIG_FILE);
    command.setOptionValueWithSource(option.attributeName(), option.defaultValue, CONFIG_FILE);
    if (value === true) command.option(`--no-${option.name()}`, `not so, whatever ${CONFIG_FILE} says`);
  }
}

/** What is said of a command goes before what is said of all. */
function valueFor(option: LastingOption, [word, ...rest]: readonly string[], defaults: Defaults): unknown {
  const own = word === undefined ? undefined : defaults[word];
  const within = typeof own === 'object' && own !== null ? valueFor(option, rest, own as Defaults) : undefined;
  return within ?? defaults[option.attributeName()];
}

/** Refuses to run without what the file says; a command over specs reports what is wrong with the file itself. */
export function refuseBroken(command: Command, { findings: [first] }: ReadDefaults): void {
  const readsSpecs = command.registeredArguments.some((argument) => argument.name() === 'spec');
  if (!first || readsSpecs || lastingOf(command).length === 0) return;
  const place = first.at ? `${first.at.file}:${first.at.start.line}:${first.at.start.column}` : CONFIG_FILE;
  const { help } = first;
  throw new PoolwardError('configuration', `${place} ${first.message}`, { fault: 'user', ...(help && { help }) });
}

/** Which values of a command the file gave, for who asks what was done. */
export function fromDefaults(command: Command): readonly string[] {
  const names = lastingOf(command).map((option) => option.attributeName());
  return names.filter((name) => command.getOptionValueSource(name) === CONFIG_FILE).sort();
}

/** The schema of `defaults`: the options that may stand there, for all commands and beneath the name of each. */
export function defaultsSchema(root: Command): JsonSchema {
  const everywhere = commandsOf(root).flatMap(lastingOf);
  return {
    title: 'Defaults',
    description:
      'Options of commands, for every command that has them or beneath the name of one. The environment goes before them, and the command line before both.',
    ...objectOf(everywhere, root),
    examples: [{ severity: 'error', audit: { who: true } }],
  };
}

function objectOf(options: readonly LastingOption[], command: Command): JsonSchema {
  const parts = command.commands
    .filter((part) => commandsOf(part).some((one) => lastingOf(one).length > 0))
    .map((part) => [part.name(), { description: sentence(part.description()), ...objectOf(lastingOf(part), part) }]);
  const own = options.map((option) => [option.attributeName(), option.schema]);
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries([...own, ...parts]) };
}

function commandsOf(command: Command): readonly Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(commandsOf);
}

function lastingOf(command: Command): readonly LastingOption[] {
  return command.options.filter((option) => option instanceof LastingOption);
}

function wordsOf(command: Command): readonly string[] {
  return command.parent ? [...wordsOf(command.parent), command.name()] : [];
}
