import { Option } from 'commander';
import { PURPOSES, type Purpose } from '../../iam/purposes.js';
import { EXIT } from '../exit.js';
import { withSpecs, withState } from '../options.js';
import { specArgs } from '../spec-args.js';
import type { Subcommand } from '../subcommand.js';

interface Options {
  readonly for?: readonly Purpose[];
  readonly state?: string;
  readonly environment?: string;
}

const ABOUT = `
What plan and pull take, audit takes. pull-request is a plan without the reads that show secrets of clients and providers, and
people: whoever may push a branch may run anything with the role of its pipeline. What it leaves out is unchecked. A pool whose id is not known yet (pool.userPoolId, or the outputs of the last deploy)
stands as userpool/*.`;

export const iam: Subcommand<Options> = {
  name: 'iam',
  summary: 'print the least-privilege IAM policy for what the specs need',
  examples: [
    'poolward iam > audit-policy.json',
    'poolward iam configs/customers.yaml --for audit who',
    'poolward iam --for fix',
  ],
  configure: (command) => {
    withState(withSpecs(command))
      .addOption(new Option('--for <purpose...>', 'what the role is for (default: audit)').choices([...PURPOSES]))
      .addHelpText('after', ABOUT);
  },
  run: async (options, context) => {
    const args = specArgs(options, context);
    const purposes = options.for ?? ['audit'];
    context.io.raw(await context.engines.iamPolicy({ ...args, state: options.state, purposes }));
    return EXIT.clean;
  },
};
