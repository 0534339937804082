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
import { wholeNumber } from '../values.js';

type Options = ReportOptions & ThresholdOptions & LiveOptions & { readonly maxChange: number };

/** Percent of a kind of object, or of a list, that a deploy may remove without being told so. */
const MAX_CHANGE = 25;

export const plan: Subcommand<Options> = {
  name: 'plan',
  summary: 'what the next deploy would do to the live pools; changes nothing',
  examples: [
    'poolward plan',
    'poolward plan configs/customers.yaml --format markdown',
    'poolward plan --max-change 50',
  ],
  configure: (command) => {
    withLive(withThreshold(withReport(withSpecs(command)))).addOption(
      new LastingOption(
        '--max-change <percent>',
        'percent of the clients, groups, providers or callback URLs that may go at once',
        { check: wholeNumber(100) },
      ).default(MAX_CHANGE),
    );
  },
  run: async (options, context) => {
    const { deliver } = await import('../deliver.js');
    const args = { ...specArgs(options, context), ...liveArgs(options), maxChange: options.maxChange };
    const { severity, maxWarnings } = options;
    const outcome = await context.engines.planSpecs(args);
    return deliver(outcome, options, { severity, maxWarnings, comparesLive: false }, context);
  },
};
