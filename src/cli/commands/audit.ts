import { LastingOption } from '../lasting-option.js';
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

type Options = ReportOptions &
  ThresholdOptions &
  LiveOptions & { readonly undeclaredPools?: true; readonly who?: true; readonly previous?: string };

export const audit: Subcommand<Options> = {
  name: 'audit',
  summary: 'compare the live pools with their specs; changes nothing',
  examples: [
    'poolward audit',
    'poolward audit configs/customers.yaml --profile audit --report json=audit.json',
    'poolward audit --previous last.json --report json=tonight.json',
    'poolward audit --endpoint-url http://127.0.0.1:4566 --severity error',
  ],
  configure: (command) => {
    withLive(withThreshold(withReport(withSpecs(command))))
      .addOption(
        new LastingOption(
          '--undeclared-pools',
          'also report pools of these accounts and Regions that no spec declares',
        ),
      )
      .addOption(
        new LastingOption(
          '--previous <report>',
          'JSON report of an earlier run: tells what is new, known since when, and gone',
        ),
      )
      .addOption(new LastingOption('--who', 'also look up in CloudTrail who made each change, and when'));
  },
  run: async (options, context) => {
    const { deliver } = await import('../deliver.js');
    const { previous } = options;
    const also = { undeclaredPools: options.undeclaredPools === true, who: options.who === true, previous };
    const args = { ...specArgs(options, context), ...liveArgs(options), ...also };
    const { severity, maxWarnings } = options;
    return deliver(
      await context.engines.auditSpecs(args),
      options,
      { severity, maxWarnings, comparesLive: true },
      context,
    );
  },
};
