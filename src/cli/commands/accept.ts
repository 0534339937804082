import { EXIT } from '../exit.js';
import { LastingOption } from '../lasting-option.js';
import { type LiveOptions, liveArgs, withLive, withSpecs } from '../options.js';
import { specArgs } from '../spec-args.js';
import type { Subcommand } from '../subcommand.js';
import { pattern } from '../values.js';

interface Options extends LiveOptions {
  readonly owner: string;
  readonly reason: string;
  readonly expires?: string;
  readonly rule?: readonly string[];
  readonly path?: readonly string[];
  readonly from?: string;
  readonly yes?: true;
  readonly environment?: string;
}

const said = pattern(/\S/, 'a text');
// As in the schema.
const day = pattern(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day such as 2027-01-31');

const ABOUT = `
Entries go to the end of the list accept of the file that is named, or of the overlay in it; all else in the file stays as it
is. What is accepted is reported as accepted and does not count; when its day has come, it counts again.`;

export const accept: Subcommand<Options> = {
  name: 'accept',
  summary: 'write the findings of an audit into the specs as known and tolerated; a dry run without --yes',
  examples: [
    'poolward accept --owner identity --reason Legacy',
    'poolward accept configs/customers.yaml --owner identity --reason Legacy --rule drift/changed --path clients.web --yes',
    'poolward accept --from audit.json --owner identity --reason Migration --expires 2027-01-31',
  ],
  configure: (command) => {
    withLive(withSpecs(command))
      .addOption(new LastingOption('--owner <name>', 'who answers for it', { check: said }).makeOptionMandatory())
      .requiredOption('--reason <text>', 'why it is tolerated', said)
      .option('--expires <day>', 'the day on which it counts again', day)
      .option('--rule <id...>', 'only findings of these rules')
      .option('--path <path...>', 'only findings at or beneath these spec paths')
      .option('--from <report>', 'the JSON report of an audit, instead of looking at the pools now')
      .option('--yes', 'write to the files')
      .addHelpText('after', ABOUT);
  },
  run: async (options, context) => {
    const { owner, reason, expires, from, rule: rules = [], path: paths = [] } = options;
    const shared = specArgs(options, context);
    const consent = { owner, reason, expires };
    const args = { ...shared, ...liveArgs(options), ...consent, from, rules, paths, yes: options.yes === true };
    const { diff, notes } = await context.engines.acceptFindings(args);
    context.io.out(diff);
    for (const note of notes) context.io.err(`${note}\n`);
    return EXIT.clean;
  },
};
