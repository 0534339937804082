import {
  type LiveOptions,
  liveArgs,
  type ReportOptions,
  type ThresholdOptions,
  withLive,
  withMaxChange,
  withReport,
  withSpecs,
  withThreshold,
} from '../options.js';
import { specArgs } from '../spec-args.js';
import type { Subcommand } from '../subcommand.js';

type Options = ReportOptions & ThresholdOptions & LiveOptions & { readonly maxChange: number };

export const plan: Subcommand<Options> = {
  name: 'plan',
  summary: 'what the next deploy would do to the live pools; changes nothing',
  examples: [
    'poolward plan',
    'poolward plan configs/customers.yaml --format markdown',
    'poolward plan --max-change 50',
  ],
  configure: (command) => {
    withMaxChange(withLive(withThreshold(withReport(withSpecs(command)))));
  },
  run: async (options, context) => {
    const { deliver } = await import('../deliver.js');
    const args = { ...specArgs(options, context), ...liveArgs(options), maxChange: options.maxChange };
    const { severity, maxWarnings } = options;
    const outcome = await context.engines.planSpecs(args);
    return deliver(outcome, options, { severity, maxWarnings, comparesLive: false }, context);
  },
};
