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

type Options = ReportOptions & ThresholdOptions & LiveOptions;

export const audit: Subcommand<Options> = {
  name: 'audit',
  summary: 'compare the live pools with their specs; changes nothing',
  examples: [
    'poolward audit',
    'poolward audit configs/customers.yaml --profile audit --report json=audit.json',
    'poolward audit --endpoint-url http://127.0.0.1:4566 --severity error',
  ],
  configure: (command) => void withLive(withThreshold(withReport(withSpecs(command)))),
  run: async (options, context) => {
    const { deliver } = await import('../deliver.js');
    const args = { ...specArgs(options, context), ...liveArgs(options) };
    const { severity, maxWarnings } = options;
    return deliver(
      await context.engines.auditSpecs(args),
      options,
      { severity, maxWarnings, comparesLive: true },
      context,
    );
  },
};
