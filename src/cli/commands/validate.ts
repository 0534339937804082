import { type ReportOptions, type ThresholdOptions, withReport, withSpecs, withThreshold } from '../options.js';
import { specArgs } from '../spec-args.js';
import type { Subcommand } from '../subcommand.js';

type Options = ReportOptions & ThresholdOptions;

export const validate: Subcommand<Options> = {
  name: 'validate',
  summary: 'check specs against schema and rules, without network',
  examples: ['poolward validate', 'poolward validate configs/customers.yaml --format json --max-warnings 3'],
  configure: (command) => void withThreshold(withReport(withSpecs(command))),
  run: async (options, context) => {
    const { deliver } = await import('../deliver.js');
    const outcome = await context.engines.validateSpecs(specArgs(options, context));
    const { severity, maxWarnings } = options;
    return deliver(outcome, options, { severity, maxWarnings, comparesLive: false }, context);
  },
};
