import {
  type LiveOptions,
  liveArgs,
  type ReportOptions,
  type ThresholdOptions,
  withAccess,
  withReport,
  withSpecs,
  withState,
  withThreshold,
} from '../options.js';
import { specArgs } from '../spec-args.js';
import type { Subcommand } from '../subcommand.js';

type Options = ReportOptions & ThresholdOptions & Omit<LiveOptions, 'region'>;

export const preflight: Subcommand<Options> = {
  name: 'preflight',
  summary: 'what a deploy needs of other services (SES, SNS, IAM, ACM, Lambda, KMS); changes nothing',
  examples: [
    'poolward preflight',
    'poolward preflight configs/customers.yaml --profile deploy',
    'poolward preflight --report json=preflight.json',
  ],
  configure: (command) => {
    const access = withAccess(withThreshold(withReport(withSpecs(command))), 'another AWS (also: AWS_ENDPOINT_URL)');
    withState(access);
  },
  run: async (options, context) => {
    const { deliver } = await import('../deliver.js');
    const args = { ...specArgs(options, context), ...liveArgs(options) };
    const { severity, maxWarnings } = options;
    const outcome = await context.engines.preflightSpecs(args);
    // No pool is compared; what could not be looked at has the code of its own all the same.
    return deliver(outcome, options, { severity, maxWarnings, comparesLive: false }, context);
  },
};
