import { InvalidArgumentError, Option } from 'commander';
import type { UsersAuditArgs } from '../engines.js';
import { EXIT } from '../exit.js';
import {
  type LiveOptions,
  liveArgs,
  type ReportOptions,
  type ThresholdOptions,
  withLive,
  withReport,
  withSpec,
  withSpecs,
  withThreshold,
} from '../options.js';
import { specArgs } from '../spec-args.js';
import type { CommandGroup, Subcommand } from '../subcommand.js';
import { wholeNumber } from '../values.js';
import { enforce } from './users-enforce.js';
import { resetTotp } from './users-reset-totp.js';
import { restoreMfa } from './users-restore-mfa.js';
import { suspendMfa } from './users-suspend-mfa.js';

type ExplainOptions = LiveOptions & Pick<ReportOptions, 'environment'> & { readonly showPersonal?: true };

const explain: Subcommand<ExplainOptions> = {
  name: 'explain',
  summary: 'what one user is asked for at sign-in, and why; changes nothing',
  examples: ['poolward users explain ada@example.com configs/customers.yaml'],
  configure: (command) => {
    withLive(withSpec(command.argument('<user>', 'user name, sub, e-mail address or phone number'))).option(
      '--show-personal',
      'also print the addresses of the user',
    );
  },
  run: async (options, context) => {
    const [user = '', ...operands] = context.operands;
    const args = { ...specArgs(options, { ...context, operands }), ...liveArgs(options) };
    const { io } = context;
    io.out(await context.engines.explainUser({ ...args, io, user, showPersonal: options.showPersonal === true }));
    return EXIT.clean;
  },
};

type AuditOptions = ReportOptions &
  ThresholdOptions &
  LiveOptions &
  Partial<Pick<UsersAuditArgs, 'sample' | 'list' | 'resume'>> & { readonly deep?: true; readonly showPersonal?: true };

const ABOUT = `
Without --deep only lists of users are read: what a preferred factor or an authenticator app changes is then not known.
With it, too, AWS does not list an app that is registered and not enabled.
Users are named by a hash that is good for one run, unless --show-personal is given.`;

const audit: Subcommand<AuditOptions> = {
  name: 'audit',
  summary: 'who is locked out, cannot reset the password, or has no second factor; changes nothing',
  examples: [
    'poolward users audit',
    'poolward users audit configs/customers.yaml --deep --sample 2000',
    'poolward users audit configs/customers.yaml --list users.csv --show-personal',
  ],
  configure: (command) => {
    withLive(withThreshold(withReport(withSpecs(command))))
      .option('--deep', 'also read the MFA settings of each user: one call a user')
      .option('--sample <number>', 'look at about so many users, chosen evenly', wholeNumber(undefined, 1))
      .addOption(
        new Option('--list <file>', 'write a line a user to a .csv or .jsonl file')
          .argParser(listFile)
          .conflicts('resume'),
      )
      .option('--resume <file>', 'note in this file how far it has come, and go on from there')
      .option('--show-personal', 'name users as they are, instead of by a hash')
      .addHelpText('after', ABOUT);
  },
  run: async (options, context) => {
    const { deliver } = await import('../deliver.js');
    const { severity, maxWarnings, sample, list, resume } = options;
    const own = { sample, list, resume, deep: options.deep === true, showPersonal: options.showPersonal === true };
    const args = { ...specArgs(options, context), ...liveArgs(options), ...own, io: context.io };
    const outcome = await context.engines.auditUsers(args);
    // A pool may have no users; what could not be read is unchecked all the same.
    return deliver(outcome, options, { severity, maxWarnings, comparesLive: false }, context);
  },
};

function listFile(file: string): string {
  if (!/\.(csv|jsonl)$/.test(file)) throw new InvalidArgumentError('It has to end in .csv or .jsonl.');
  return file;
}

export const users: CommandGroup = {
  name: 'users',
  summary: 'what users are asked for at sign-in, and who is locked out',
  examples: ['poolward users explain ada@example.com', 'poolward users audit'],
  parts: [explain, audit, enforce, suspendMfa, restoreMfa, resetTotp],
};
