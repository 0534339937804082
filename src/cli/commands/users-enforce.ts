import { Option } from 'commander';
import type { UsersEnforceArgs } from '../engines.js';
import {
  type LiveOptions,
  liveArgs,
  type ReportOptions,
  type ThresholdOptions,
  withLive,
  withMaxChange,
  withReport,
  withSpec,
  withThreshold,
} from '../options.js';
import { specArgs } from '../spec-args.js';
import type { Subcommand } from '../subcommand.js';

type Options = ReportOptions &
  ThresholdOptions &
  LiveOptions &
  Pick<UsersEnforceArgs, 'maxChange' | 'journal' | 'undo' | 'phones'> & {
    readonly yes?: true;
    readonly phonesVerified?: true;
    readonly showPersonal?: true;
  };

const ABOUT = `
Each change is written to the journal before it is sent, and proved by reading the user again. After an interruption the same
command with the same --journal goes on; what is done is not done twice. The journal names users: it is for its owner only.`;

export const enforce: Subcommand<Options> = {
  name: 'enforce',
  summary: 'bring users’ own MFA settings to what userMfa of the spec demands; a dry run without --yes',
  examples: [
    'poolward users enforce configs/customers.yaml',
    'poolward users enforce configs/customers.yaml --yes --max-change 60',
    'poolward users enforce configs/customers.yaml --phones numbers.csv --phones-verified',
    'poolward users enforce configs/customers.yaml --undo june.jsonl --yes',
  ],
  configure: (command) => {
    withMaxChange(withLive(withThreshold(withReport(withSpec(command)))).option('--yes', 'change the users'))
      .option('--journal <file>', 'where changes are noted, or noted before (default: a new file in .poolward/)')
      .addOption(new Option('--phones <file>', 'first set the phone numbers of a .csv file: user,phone'))
      .option('--phones-verified', 'the numbers are known to belong to the users')
      .addOption(
        new Option('--undo <journal>', 'take back what was done').conflicts(['journal', 'phones', 'phonesVerified']),
      )
      .option('--show-personal', 'name users as they are, instead of by a hash')
      .addHelpText('after', ABOUT);
  },
  run: async (options, context) => {
    const { deliver } = await import('../deliver.js');
    const { severity, maxWarnings, maxChange, journal, undo, phones } = options;
    const outcome = await context.engines.enforceUsers({
      ...specArgs(options, context),
      ...liveArgs(options),
      yes: options.yes === true,
      phonesVerified: options.phonesVerified === true,
      showPersonal: options.showPersonal === true,
      maxChange,
      journal,
      undo,
      phones,
      io: context.io,
    });
    return deliver(outcome, options, { severity, maxWarnings, comparesLive: false }, context);
  },
};
