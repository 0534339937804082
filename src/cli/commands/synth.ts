import { LastingOption } from '../lasting-option.js';
import { type ReportOptions, withReport, withSpecs } from '../options.js';
import { specArgs } from '../spec-args.js';
import type { Subcommand } from '../subcommand.js';

type Options = ReportOptions & { readonly out?: string };

export const synth: Subcommand<Options> = {
  name: 'synth',
  summary: 'write Terraform JSON for the specs; the app of cdktf.json',
  examples: ['poolward synth', 'poolward synth configs/customers.yaml --out build/terraform'],
  configure: (command) => {
    const variables = ['CDKTF_OUTDIR'];
    withReport(withSpecs(command)).addOption(
      new LastingOption('--out <folder>', 'where it goes (also: CDKTF_OUTDIR)', { otherwise: 'cdktf.out', variables }),
    );
  },
  run: async (options, context) => {
    const { deliver } = await import('../deliver.js');
    // The cdktf CLI names the folder it will read in CDKTF_OUTDIR.
    const outDir = options.out ?? (context.io.env['CDKTF_OUTDIR'] || 'cdktf.out');
    const outcome = await context.engines.synthSpecs({ ...specArgs(options, context), outDir });
    // A warning must not stop a deploy; what must is an error.
    return deliver(outcome, options, { severity: 'error', maxWarnings: undefined, comparesLive: false }, context);
  },
};
