import {
  type LiveOptions,
  liveArgs,
  type ReportOptions,
  type ThresholdOptions,
  withLive,
  withReport,
  withSpecs,
  withThreshold,
} from '../options.js';
import { specArgs } from '../spec-args.js';
import type { Subcommand } from '../subcommand.js';
import { wholeNumber } from '../values.js';

type Options = ReportOptions &
  ThresholdOptions &
  LiveOptions & { readonly yes?: true; readonly delete?: readonly string[]; readonly restartMfa?: number | true };

export const fix: Subcommand<Options> = {
  name: 'fix',
  summary: 'bring the live pools back where Terraform will not; a dry run without --yes',
  examples: ['poolward fix configs/customers.yaml', 'poolward fix configs/customers.yaml --yes'],
  configure: (command) => {
    withLive(withThreshold(withReport(withSpecs(command))))
      .option('--yes', 'write to the live pools')
      .option('--delete <address...>', 'delete these undeclared objects, by address (clients/rogue)')
      .option(
        '--restart-mfa [users]',
        'turn SMS MFA off the way AWS documents, by turning MFA off and on; takes the number of users whose settings Cognito would forget',
        wholeNumber(),
      );
  },
  run: async (options, context) => {
    const { deliver } = await import('../deliver.js');
    const shared = { ...specArgs(options, context), ...liveArgs(options) };
    const outcome = await context.engines.fixSpecs({
      ...shared,
      yes: options.yes === true,
      deletions: options.delete ?? [],
      io: context.io,
      ...(options.restartMfa !== undefined && {
        restartMfa: options.restartMfa === true ? ('count' as const) : options.restartMfa,
      }),
    });
    const { severity, maxWarnings } = options;
    return deliver(outcome, options, { severity, maxWarnings, comparesLive: true }, context);
  },
};
