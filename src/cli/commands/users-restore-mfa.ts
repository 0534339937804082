import { Option } from 'commander';
import { PoolwardError } from '../../model/errors.js';
import { type LiveOptions, liveArgs, type ReportOptions, withLive } from '../options.js';
import { specArgs } from '../spec-args.js';
import type { Subcommand } from '../subcommand.js';
import { tell } from './users-suspend-mfa.js';

type Options = LiveOptions &
  Pick<ReportOptions, 'environment' | 'quiet'> & {
    readonly due?: true;
    readonly list?: true;
    readonly journal?: string;
    readonly showPersonal?: true;
  };

const ABOUT = `
With --due and --list the arguments are specs (default: all in configs/), each with the journal of its pool.
A user whom somebody else has changed since is left so.
Exit codes: 0 nothing is left to do; 1 a user was left, or AWS refused it, or (--list) a suspension is over its end time;
2 it could not begin; 3 what came of it could not be read.`;

export const restoreMfa: Subcommand<Options> = {
  name: 'restore-mfa',
  summary: 'give a user back the second factors that suspend-mfa switched off',
  examples: [
    'poolward users restore-mfa ada@example.com configs/customers.yaml',
    'poolward users restore-mfa --due',
    'poolward users restore-mfa --list --show-personal',
  ],
  configure: (command) => {
    withLive(command)
      .argument('[user]', 'user name, sub, e-mail address or phone number; not with --due or --list')
      .argument('[spec...]', 'the spec of the pool (default: the only one in configs/)')
      .addOption(new Option('--due', 'all suspensions that are over their end time').conflicts('list'))
      .option('--list', 'show the suspensions that are open, and change nothing')
      .option('--journal <file>', 'where they are noted (default: .poolward/mfa-suspended.<pool id>.jsonl)')
      .option('--environment <name>', 'only this overlay of each spec (also: POOLWARD_ENVIRONMENT)')
      .option('--show-personal', 'with --due and --list: name users, not numbers of the journal')
      .option('--quiet', 'only what was done')
      .addHelpText('after', ABOUT);
  },
  run: async (options, context) => {
    const { due = false, list = false, journal, showPersonal = false } = options;
    const all = due || list;
    const [user, ...rest] = context.operands;
    if (!all && user === undefined) throw nobody();
    const operands = all ? context.operands : rest;
    const args = { ...specArgs(options, { ...context, operands }), ...liveArgs(options), io: context.io };
    const outcome = await context.engines.restoreMfa({
      ...args,
      user: all ? undefined : user,
      list,
      journal,
      showPersonal,
    });
    return tell(outcome, options, context);
  },
};

function nobody(): PoolwardError {
  return new PoolwardError('usage', 'A user is needed, or --due, or --list.', {
    fault: 'user',
    help: 'See `poolward users restore-mfa --help`.',
  });
}
